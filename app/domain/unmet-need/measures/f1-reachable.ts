import type { Measure } from './measure'

export const f1Reachable = {
  id: 'F1',
  name: 'Parents who could be reached',
  definition:
    'Mothers in prison for whom contact is permitted, with time to finish a programme that is offered there. Each is counted in the year in which she could first be reached.',
  said: '{n} parents could be reached by a programme',
  numerator: 'Parents who could be reached',
  denominator: null,
  exclusions: 'Parents for whom public protection permits no contact',
  unknowns: 'Parents for whom nobody has recorded whether contact is permitted',
  source: 'Regional definition (Throughgate, “Reports”)',
  from: {
    numerator: [{ table: 'family_path', cell: 'could_be_reached' }],
    denominator: [],
  },
} as const satisfies Measure
