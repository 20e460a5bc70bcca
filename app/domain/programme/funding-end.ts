import { addDays, type Day } from '../time/calendar'

export type FundingAlert = 'ended' | 'within_90_days' | 'within_180_days'

export const FUNDING_ALERT_LABELS: Record<FundingAlert, string> = {
  ended: 'Funding has ended',
  within_90_days: 'Funding ends within 90 days',
  within_180_days: 'Funding ends within 180 days',
}

/**
 * The alert a programme's last funded day raises today, or null. Takes calendar days; the last day is still funded.
 * The two limits are the product's: funding that ends within 180 and 90 days raises an alert.
 */
export function fundingAlert(endsOn: Day | null, today: Day): FundingAlert | null {
  if (endsOn === null) return null
  if (endsOn < today) return 'ended'
  if (endsOn <= addDays(today, 90)) return 'within_90_days'
  return endsOn <= addDays(today, 180) ? 'within_180_days' : null
}
