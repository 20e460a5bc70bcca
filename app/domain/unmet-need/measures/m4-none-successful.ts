import type { Measure } from './measure'

export const m4NoneSuccessful = {
  id: 'M4b',
  name: 'Women with no successful referral',
  definition: 'Women in need (M1) who were referred and of whose referrals none led to an arrival.',
  numerator: 'Women in need, referred, none of whose referrals led to an arrival',
  denominator: 'Women in need (M1)',
  exclusions: 'Women with no referral are counted apart; they are not in the numerator',
  unknowns: 'Women whose referrals are still open, printed beside',
  source: 'Regional definition (Throughgate, “Reports”)',
  from: {
    numerator: [{ table: 'referred', cell: 'none_successful' }],
    denominator: [{ table: 'referred', cell: 'total' }],
    unknown: [{ table: 'referred', cell: 'open' }],
  },
} as const satisfies Measure
