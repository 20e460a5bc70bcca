import type { Measure } from './measure'

export const m2Secured = {
  id: 'M2',
  name: 'Secured before release',
  definition: 'Women in need (M1) who had an approved place, by any route, at midnight before release.',
  said: '{n} of {d} women who needed a place had one secured at midnight before release',
  numerator: 'Women in need with an approved place at midnight before release',
  denominator: 'Women in need (M1)',
  exclusions: 'As M1',
  unknowns: 'Women for whom the night before was not recorded, printed beside',
  source: 'Regional definition (Throughgate, “Reports”)',
  from: {
    numerator: [{ table: 'secured', cell: 'yes' }],
    denominator: [{ table: 'secured', cell: 'total' }],
    unknown: [{ table: 'secured', cell: 'unknown' }],
  },
} as const satisfies Measure
