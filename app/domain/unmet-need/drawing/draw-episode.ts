import { housingNeedEver } from '../../outcome/housing-need'
import { type Day, londonDay } from '../../time/calendar'
import type { Episode } from '../episode'
import type { Mark } from '../own-match/marks'
import { isSameRelease } from '../same-release'
import { barriersOf } from './barriers-of'
import type { DrawnFrom, DrawnMatch } from './drawn-from'
import { placeOf } from './place-of'
import { type LimitsOn, referralOf } from './referral-of'
import { dateKnownOn, endOf, releaseDay } from './release-of'
import { recordings, standingCheck } from './standing-check'

/** An episode as it is drawn from its case. */
export type DrawnEpisode = Omit<Episode, 'id' | 'isListed'> & {
  ageBand: string | null
  securedRoute: Episode['firstNightRoute']
}

/** What a case comes to at an instant, from all that stands on it. */
export function drawEpisode(from: DrawnFrom, now: Date, limitsOn?: LimitsOn): DrawnEpisode {
  const released = releaseDay(from)
  const reception = standingCheck(from, 'reception', released)
  const notice = standingCheck(from, 'council_notice', released)?.told
  return {
    woman: from.woman,
    prisonCode: from.prisonCode,
    custodyStatus: from.custodyStatus,
    receivedOn: reception?.receivedOn ?? null,
    ...endOf(from, londonDay(now)),
    homeAuthority: from.homeAuthority,
    ageBand: ageBandOf(from.ageBand),
    preferredAuthorities: from.preferredAuthorities,
    housingNeed: housingNeedEver(recordings(from, 'reception')),
    hniaOn: reception?.hnia === 'done' ? reception.hniaOn : null,
    ...nights(from, released),
    day91: standingCheck(from, 'day_91', released)?.settled ?? null,
    barriers: barriersOf(from.barrierFacts),
    dateKnownOn: dateKnownOn(from),
    firstSubmittedOn: from.referrals.map(({ submittedAt }) => londonDay(submittedAt)).sort()[0] ?? null,
    option28: matchOf(from, 28, released)?.found ?? null,
    option5: matchOf(from, 5, released)?.found ?? null,
    wouldPlace: matchOf(from, 5, released)?.wouldPlace ?? [],
    turnedAway: matchOf(from, 5, released)?.turnedAway ?? [],
    councilTold: known(notice),
    ...placeOf(from.referrals, released),
    referrals: from.referrals.map(each => referralOf(each, released, now, limitsOn)),
  }
}

function nights(from: DrawnFrom, released: Day | null) {
  const before = standingCheck(from, 'night_before', released)
  const first = standingCheck(from, 'first_night', released)
  return {
    securedBefore: known(before?.secured),
    securedRoute: known(before?.route),
    firstNight: known(first?.housed),
    firstNightRoute: known(first?.route),
    isSafe: known(first?.safe),
    isSuitable: known(first?.suitable),
    firstNightAuthority: known(first?.where),
  }
}

/** The last look of the system at so many days before, made for the release as it came to be; null where none was. */
function matchOf({ matches }: DrawnFrom, mark: Mark, released: Day | null): DrawnMatch | null {
  const made = matches.filter(
    ({ daysBefore, releaseOn }) =>
      daysBefore === mark && released !== null && isSameRelease(releaseOn, released),
  )
  return made.at(-1) ?? null
}

/** "Not known" is no answer here. */
function known<Answer extends string>(answer: Answer | null | undefined): Exclude<Answer, 'unknown'> | null {
  return answer === undefined || answer === 'unknown' ? null : (answer as Exclude<Answer, 'unknown'> | null)
}

/** As the decision's bands, in the words of the table: '18_20' is '18-20'. */
function ageBandOf(band: string | null): string | null {
  if (band === '60_over') return '60+'
  return band !== null && /^\d\d_\d\d$/.test(band) ? band.replace('_', '-') : null
}
