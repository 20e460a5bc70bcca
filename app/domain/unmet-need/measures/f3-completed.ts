import type { Measure } from './measure'

export const f3Completed = {
  id: 'F3',
  name: 'Completed',
  definition: 'Of the parents who started a programme, those who completed it.',
  said: '{n} of {d} parents whose run is over completed it',
  numerator: 'Parents who completed',
  denominator: 'Parents who started, and have completed or left since',
  exclusions: 'As F1; parents whose run is not over',
  unknowns: 'As F1',
  source: 'Regional definition (Throughgate, “Reports”)',
  from: {
    numerator: [{ table: 'family_path', cell: 'completed' }],
    denominator: [{ table: 'family_path', cell: 'run_over' }],
  },
} as const satisfies Measure
