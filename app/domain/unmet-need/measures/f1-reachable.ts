import type { Measure } from './measure'

export const f1Reachable = {
  id: 'F1',
  name: 'Parents who could be reached',
  definition:
    'Of the mothers in prison for whom contact is permitted, those with time to finish a run of a programme there: by the runs that there were, not by what is listed now. Each is counted in the year in which she could first be reached. F2, F3 and F6 are of these; F4 is of all for whom contact is permitted.',
  said: '{n} of {d} parents for whom contact is permitted had time to finish a programme, and could be reached',
  numerator: 'Parents who could be reached',
  denominator: 'Parents for whom contact is permitted, with and without time to finish',
  exclusions: 'Parents for whom public protection permits no contact',
  unknowns: 'Parents for whom nobody has recorded whether contact is permitted',
  source: 'Regional definition (Throughgate, “Reports”)',
  from: {
    numerator: [{ table: 'family_path', cell: 'could_be_reached' }],
    denominator: [{ table: 'family_path', cell: 'total' }],
  },
} as const satisfies Measure
