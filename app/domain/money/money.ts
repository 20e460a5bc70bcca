/** '£85' or '£85.50' from whole pence. */
export function pounds(pence: number): string {
  const amount = (pence / 100).toLocaleString('en-GB', {
    minimumFractionDigits: pence % 100 === 0 ? 0 : 2,
    maximumFractionDigits: 2,
  })
  return `£${amount}`
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
