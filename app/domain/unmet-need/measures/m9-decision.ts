import type { Measure } from './measure'

export const m9Decision = {
  id: 'M9b',
  name: 'Days to a decision',
  definition:
    'The middle number of working days from a referral to the provider’s first decision, without the days it waited for the referrer.',
  numerator: 'The median of working days',
  denominator: null,
  exclusions: 'Referrals without a decision',
  unknowns: 'Referrals without a decision are left out',
  source: 'Regional definition (Throughgate, “Reports”)',
  from: {
    numerator: [{ table: 'decision_days', cell: 'median' }],
    denominator: [],
  },
} as const satisfies Measure
