import type { Measure } from './measure'

export const f6Children = {
  id: 'F6',
  name: 'Children affected',
  definition: 'Children under 18 of the parents who started a programme, as the parents say.',
  said: '{n} of {d} children of parents who could be reached have a parent who started',
  numerator: 'Children of parents who started',
  denominator: 'Children of parents who could be reached (F1)',
  exclusions: 'As F1',
  unknowns: 'Parents of whom it is not recorded how many children they have are left out',
  source: 'Regional definition (Throughgate, “Reports”)',
  from: {
    numerator: [{ table: 'family_children', cell: 'started' }],
    denominator: [{ table: 'family_children', cell: 'could_be_reached' }],
  },
} as const satisfies Measure
