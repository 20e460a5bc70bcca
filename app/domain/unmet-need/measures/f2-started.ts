import type { Measure } from './measure'

export const f2Started = {
  id: 'F2',
  name: 'Started',
  definition: 'Of the parents who could be reached, with time to finish (F1), those who started a programme.',
  said: '{n} of {d} parents who could be reached started a programme',
  numerator: 'Parents who started',
  denominator: 'Parents who could be reached (F1)',
  exclusions: 'As F1',
  unknowns: 'As F1',
  source: 'Regional definition (Throughgate, “Reports”)',
  from: {
    numerator: [{ table: 'family_path', cell: 'started' }],
    denominator: [{ table: 'family_path', cell: 'could_be_reached' }],
  },
} as const satisfies Measure
