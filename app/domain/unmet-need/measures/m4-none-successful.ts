import type { Measure } from './measure'

export const m4NoneSuccessful = {
  id: 'M4b',
  name: 'Women with no successful referral',
  definition:
    'Women in need (M1) who were referred, of whose referrals none is open, none led to an arrival, and none ended because she was elsewhere.',
  said: '{n} of {d} women who needed a place were referred with no success',
  numerator: 'Women in need, referred, with no successful referral',
  denominator: 'Women in need (M1)',
  exclusions:
    'As M1. Women with no referral, and women one of whose referrals ended because she was housed in another way, back in custody or in hospital, are in the denominator and in cells of their own',
  unknowns: 'Women one of whose referrals is still open and none led to an arrival, printed beside',
  source: 'Regional definition (Throughgate, “Reports”)',
  from: {
    numerator: [{ table: 'referred', cell: 'none_successful' }],
    denominator: [{ table: 'referred', cell: 'total' }],
    unknown: [{ table: 'referred', cell: 'open' }],
  },
} as const satisfies Measure
