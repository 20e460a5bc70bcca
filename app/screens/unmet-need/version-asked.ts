import { readPeriod } from '~/domain/unmet-need/period'

const VERSION = /^[1-9]\d{0,3}$/

/** The period and the version an address names, no version the latest; null where it names none that can be. */
export function versionFrom(params: Readonly<Record<string, string | undefined>>) {
  const { period = '', version } = params
  if (!readPeriod(period) || (version !== undefined && !VERSION.test(version))) return null
  return { period, version: version === undefined ? null : Number(version) }
}
