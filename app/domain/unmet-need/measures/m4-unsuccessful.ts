import type { Measure } from './measure'

export const m4Unsuccessful = {
  id: 'M4',
  name: 'Unsuccessful referrals',
  definition:
    'Referrals for women that a provider declined, that expired, or that she refused, each apart and by reason.',
  numerator: 'Referrals declined, expired or refused',
  denominator: 'Referrals of women released in the period that have ended or are open',
  exclusions:
    'Referrals that ended for a reason of process; those withdrawn because she was housed by another route or released elsewhere',
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
