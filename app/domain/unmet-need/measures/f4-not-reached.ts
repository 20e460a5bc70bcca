import type { Measure } from './measure'

export const f4NotReached = {
  id: 'F4',
  name: 'Not reached, and why',
  definition: 'Parents who could be reached and did not start, or left, by why.',
  numerator: 'Parents for whom there was no place',
  denominator: null,
  exclusions: 'As F1',
  unknowns: 'None',
  source: 'Regional definition (Throughgate, “Reports”)',
  from: {
    numerator: [{ table: 'family_not_reached', cell: 'no_place' }],
    denominator: [],
  },
} as const satisfies Measure
