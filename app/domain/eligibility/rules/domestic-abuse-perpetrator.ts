import { offenceRule } from './offence-history'

/** Not among the bands of tier 1, so it is detail of risk: tier 3. */
export const domesticAbusePerpetratorRule = offenceRule({
  criterion: 'domestic_abuse_perpetrator',
  title: 'Perpetrator of domestic abuse',
  tier: 3,
  field: 'domesticAbusePerpetrator',
  name: 'domestic abuse as perpetrator',
})
