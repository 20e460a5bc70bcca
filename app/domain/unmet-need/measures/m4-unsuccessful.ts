import type { Measure } from './measure'

export const m4Unsuccessful = {
  id: 'M4',
  name: 'Unsuccessful referrals',
  definition:
    'Referrals for women that a provider declined, that expired, or that she refused, each apart. A referral belongs to the period of the release it was made for.',
  said: '{n} of {d} referrals were declined, expired or were refused',
  numerator: 'Referrals declined, expired or refused',
  denominator:
    'All referrals for women released in the period, those still open and those withdrawn included',
  exclusions:
    'Referrals for a release that did not happen (transfer, deportation, death). The table of reasons leaves out what is a matter of process, what she refused where she was housed by another way, and “too late” unless it is known that nothing else was found',
  unknowns: 'Referrals that are still open, printed beside',
  source: 'Regional definition (Throughgate, “Reports”), “Reasons”',
  from: {
    numerator: [
      { table: 'referral_outcomes', cell: 'declined' },
      { table: 'referral_outcomes', cell: 'expired' },
      { table: 'referral_outcomes', cell: 'refused' },
    ],
    denominator: [{ table: 'referral_outcomes', cell: 'total' }],
    unknown: [{ table: 'referral_outcomes', cell: 'open' }],
  },
} as const satisfies Measure
