import { formatDayLong, londonDay } from '~/domain/time/calendar'
import { type Period, periodName } from '~/domain/unmet-need/period'
import type { PublishedBecause } from '~/domain/unmet-need/published'
import { href } from '~/paths'

/** What is said of one version of one period. */
export interface Version {
  period: Period
  version: number
  publishedAt: Date
  because: PublishedBecause
  isSynthetic: boolean
}

export interface PublishedAs {
  /** "April 2025 to March 2026". */
  period: string
  /** "version 2, published 30 July 2026, with corrections". */
  version: string
  isSynthetic: boolean
  /** Its own address, to be quoted: it will say the same for ever. */
  address: string
  csv: string
  /** A later version of the same period, where there is one. */
  later: { text: string; href: string } | null
}

const BECAUSE: Record<PublishedBecause, string> = {
  first: '',
  corrected_with_quarter: ', corrected with the next quarter',
  corrected_at_once: ', corrected at once',
}

/** How a version is named, where it stands, and whether a later one does. */
export function publishedAs(shown: Version, listed: readonly Version[]): PublishedAs {
  const later = listed
    .filter(each => each.period.code === shown.period.code && each.version > shown.version)
    .sort((a, b) => b.version - a.version)[0]
  return {
    period: periodName(shown.period),
    version: versionWords(shown),
    isSynthetic: shown.isSynthetic,
    address: versionAddress(shown),
    csv: `${versionAddress(shown)}/figures.csv`,
    later: later ? { text: versionWords(later), href: versionAddress(later) } : null,
  }
}

export function versionWords({ version, publishedAt, because }: Version): string {
  return `version ${version}, published ${formatDayLong(londonDay(publishedAt))}${BECAUSE[because]}`
}

export function versionAddress({ period, version }: Version): string {
  return href('unmet-need/:period/v/:version', { period: period.code, version: String(version) })
}
