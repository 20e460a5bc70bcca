import type { Measure } from './measure'

export const m5Barriers = {
  id: 'M5',
  name: 'Barriers',
  definition:
    'Women in need (M1) with each barrier that is recorded on the case, and by whether they have none, one, two, or three or more.',
  said: '{n} of {d} women who needed a place had three or more barriers',
  numerator: 'Women in need with three or more barriers',
  denominator: 'Women in need (M1)',
  exclusions: 'As M1',
  unknowns: 'What nobody recorded, or she would rather not say, is counted as no barrier',
  source: 'Regional definition (Throughgate, “Reports”)',
  from: {
    numerator: [{ table: 'barrier_count', cell: '3+' }],
    denominator: [{ table: 'barrier_count', cell: 'total' }],
  },
} as const satisfies Measure
