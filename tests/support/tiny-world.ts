import { countTables } from '~/domain/unmet-need/counting/count-tables'
import type { CountedWorld } from '~/domain/unmet-need/counting/world'
import type { Episode, EpisodeReferral } from '~/domain/unmet-need/episode'
import { readPeriod } from '~/domain/unmet-need/period'
import type { TableId } from '~/domain/unmet-need/publishable-tables'

/** The year every worked example is counted for unless it says otherwise: 1 April 2025 to 31 March 2026. */
const YEAR = '2025-26'

/** A release on Friday 15 August 2025 of a woman who needs a place and of whom nothing else is known, save what is said. */
export function release(woman: string, known: Partial<Episode> = {}): Episode {
  return {
    id: `${woman} ${known.releasedOn ?? ''}`,
    woman,
    prisonCode: 'LNI',
    custodyStatus: 'sentenced',
    receivedOn: null,
    releasedOn: '2025-08-15',
    endedAs: 'released',
    isListed: true,
    homeAuthority: 'E08000024',
    preferredAuthorities: [],
    housingNeed: 'nowhere',
    hniaOn: null,
    securedBefore: null,
    firstNight: null,
    firstNightRoute: null,
    isSafe: null,
    isSuitable: null,
    firstNightAuthority: null,
    day91: null,
    barriers: [],
    dateKnownOn: null,
    firstSubmittedOn: null,
    option28: null,
    option5: null,
    wouldPlace: [],
    turnedAway: [],
    councilTold: null,
    placedOn: null,
    placeEndedOn: null,
    placeEndedAs: null,
    referrals: [],
    ...known,
  }
}

/** A referral on Tuesday 1 July 2025 that is still open, save what is said. */
export function referral(
  outcome: EpisodeReferral['outcome'],
  known: Partial<EpisodeReferral> = {},
): EpisodeReferral {
  return {
    submittedOn: '2025-07-01',
    outcome,
    reasons: [],
    isWomenOnly: true,
    workingDaysToDecision: null,
    withinLimits: null,
    ...known,
  }
}

/** The cells of a table in which somebody stands: "women / count". A cell that is not here has nobody. */
export function counted(
  table: TableId,
  world: Partial<CountedWorld>,
  periodCode = YEAR,
): Record<string, string> {
  const period = readPeriod(periodCode)
  if (!period) throw new Error(`No period: ${periodCode}`)
  const tables = countTables({ episodes: [], nights: [], ...world }, period)
  const cells = tables.find(({ id }) => id === table)?.cells
  if (!cells) throw new Error(`Not counted for ${periodCode}: ${table}`)
  const inhabited = cells.filter(({ count, women }) => count > 0 || women > 0)
  return Object.fromEntries(inhabited.map(({ cell, women, count }) => [cell, `${women} / ${count}`]))
}
