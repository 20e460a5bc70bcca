import type { Measure } from './measure'

export const m9Timeliness = {
  id: 'M9',
  name: 'In time',
  definition:
    'Women in need (M1) whose first referral was in time: where the date was known 56 days ahead, by then; else within 5 working days of its becoming known.',
  said: 'The first referral was in time for {n} of {d} women who needed a place',
  numerator: 'Women in need whose first referral was in time',
  denominator: 'Women in need (M1)',
  exclusions: 'As M1',
  unknowns:
    'Women who were referred and for whom it is not recorded when the date became known, printed beside. Women who were not referred are not in time',
  source: 'Regional definition (Throughgate, “Reports”)',
  from: {
    numerator: [{ table: 'timeliness', cell: 'in_time' }],
    denominator: [{ table: 'timeliness', cell: 'total' }],
    unknown: [{ table: 'timeliness', cell: 'unknown' }],
  },
} as const satisfies Measure
