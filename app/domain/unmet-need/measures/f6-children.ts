import type { Measure } from './measure'

export const f6Children = {
  id: 'F6',
  name: 'Children affected',
  definition: 'Parents who could be reached, by the children they have: the reach of programmes that ran.',
  numerator: 'Parents nominated',
  denominator: 'Parents who could be reached',
  exclusions: 'As F1',
  unknowns: 'None',
  source: 'Regional definition (Throughgate, “Reports”)',
  from: {
    numerator: [{ table: 'family_path', cell: 'nominated' }],
    denominator: [{ table: 'family_path', cell: 'could_be_reached' }],
  },
} as const satisfies Measure
