/** '£1,000', or '£14.50' where there are pence, from whole pence. By hand: Intl is too slow for a sentence per service. */
export function pounds(pence: number): string {
  const whole = String(Math.floor(pence / 100)).replace(/\B(?=(\d{3})+$)/g, ',')
  const rest = pence % 100
  return rest === 0 ? `£${whole}` : `£${whole}.${String(rest).padStart(2, '0')}`
}

/** '£40', 'Nothing to pay', or 'Not stated', for what is paid once. */
export function onceMoney(pence: number | null): string {
  if (pence === null) return 'Not stated'
  return pence === 0 ? 'Nothing to pay' : pounds(pence)
}

/** '£85.50 a week', or 'Not stated': blank is never 'no'. */
export function weeklyMoney(pence: number | null): string {
  return pence === null ? 'Not stated' : `${pounds(pence)} a week`
}
