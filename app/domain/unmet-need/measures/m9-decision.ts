import type { Measure } from './measure'

export const m9Decision = {
  id: 'M9b',
  name: 'Days to a decision',
  definition:
    'The middle number of working days from a referral to the provider’s first decision, without the days it waited for the referrer. Of an even number of referrals the lower of the two in the middle.',
  said: 'Half of the decisions took no more than {n} working days',
  numerator: 'The median of working days, of referrals for women released in the period',
  denominator: null,
  exclusions: 'Referrals without a decision. Not published for fewer than 10 women',
  unknowns: 'None: a referral without a decision has no days',
  source: 'Regional definition (Throughgate, “Reports”)',
  from: {
    numerator: [{ table: 'decision_days', cell: 'median' }],
    denominator: [],
  },
} as const satisfies Measure
