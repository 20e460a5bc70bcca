import { category, type Reason } from '../reasons'

/** A bedspace somebody was to have and the provider takes back: why, and how its offer is said to have ended. Safe for the browser. */

export const TAKEN_BACK = 'taken_back'

export const TAKE_BACK_REASONS: readonly Reason[] = [
  ...category('take_back', 'The bedspace', 'U', {
    bedspace_unusable: 'The bedspace cannot be used',
    promised_already: 'It was promised to somebody else',
    staffing: 'Too few staff for these days',
  }),
  ...category('take_back', 'The referral', 'U', { mix_with_residents: 'Mix with residents' }),
  ...category('take_back', 'The referral', 'P', {
    facts_changed: 'What was known changed',
    by_mistake: 'Offered by mistake',
  }),
  ...category('take_back', 'Other', 'P', { other: 'Other' }),
]
