/** When a provider said that it had rung, once it has of all it may not read here; null while any of that is unread. */
export function rungAt(closed: readonly { providerReadAt: Date | null }[]): Date | null {
  const read = closed.flatMap(({ providerReadAt }) => (providerReadAt === null ? [] : [providerReadAt]))
  if (read.length < closed.length) return null
  return read.reduce<Date | null>((last, each) => (last === null || each > last ? each : last), null)
}
