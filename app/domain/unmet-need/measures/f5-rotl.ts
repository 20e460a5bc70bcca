import type { Measure } from './measure'

export const f5Rotl = {
  id: 'F5',
  name: 'Temporary licence used',
  definition:
    'Of the parents nominated for a programme for which release on temporary licence (ROTL) is needed or possible, those for whom one was used.',
  said: 'A temporary licence was used for {n} of {d} parents whose programme needs or allows one',
  numerator: 'Parents for whom a licence was used',
  denominator: 'Parents whose programme needs or allows one',
  exclusions: 'As F1; programmes that need none, or do not state it',
  unknowns: 'None',
  source: 'Regional definition (Throughgate, “Reports”)',
  from: {
    numerator: [{ table: 'family_rotl', cell: 'used' }],
    denominator: [{ table: 'family_rotl', cell: 'total' }],
  },
} as const satisfies Measure
