const MS_PER_DAY = 86_400_000

/** A calendar day 'YYYY-MM-DD' as the number of days since 1 January 1970. Throws on anything else. */
export function epochDay(day: string): number {
  const days = Date.parse(`${day}T00:00:00Z`) / MS_PER_DAY
  if (!Number.isInteger(days)) throw new Error(`Not a calendar day: ${day}`)
  return days
}

/** An instant as whole seconds since 1970, the form in which documents hold instants; null stays null. */
export function epochSeconds(instant: Date | null): number | null {
  return instant === null ? null : Math.floor(instant.getTime() / 1000)
}
