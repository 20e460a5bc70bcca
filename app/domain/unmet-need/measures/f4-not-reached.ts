import type { Measure } from './measure'

export const f4NotReached = {
  id: 'F4',
  name: 'Not reached, and why',
  definition: 'Parents for whom contact is permitted who were not reached or left, by why.',
  said: '{n} parents were not reached, or left',
  numerator: 'Parents not reached, or who left',
  denominator: null,
  exclusions: 'As F1',
  unknowns: 'Parents for whom no reason is recorded, printed beside',
  source: 'Regional definition (Throughgate, “Reports”)',
  from: {
    numerator: [{ table: 'family_not_reached', cell: 'total' }],
    denominator: [],
    unknown: [{ table: 'family_not_reached', cell: 'unknown' }],
  },
} as const satisfies Measure
