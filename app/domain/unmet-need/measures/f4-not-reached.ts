import type { Measure } from './measure'

export const f4NotReached = {
  id: 'F4',
  name: 'Not reached, and why',
  definition:
    'Of the parents for whom contact is permitted, those who were not reached or left, by why. Those without time to finish, and those in whose time no programme ran there, are among them: they are in F4 and not in F1.',
  said: '{n} of {d} parents for whom contact is permitted, with and without time to finish, were not reached or left',
  numerator: 'Parents not reached, or who left',
  denominator: 'Parents for whom contact is permitted, with and without time to finish',
  exclusions: 'Parents for whom public protection permits no contact',
  unknowns: 'Parents for whom no reason is recorded, printed beside',
  source: 'Regional definition (Throughgate, “Reports”)',
  from: {
    numerator: [{ table: 'family_not_reached', cell: 'total' }],
    denominator: [{ table: 'family_path', cell: 'total' }],
    unknown: [{ table: 'family_not_reached', cell: 'unknown' }],
  },
} as const satisfies Measure
