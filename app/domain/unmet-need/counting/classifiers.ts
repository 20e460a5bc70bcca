import type { Episode, EpisodeReferral } from '../episode'
import { daysBetween } from '../../time/calendar'
import { addWorkingDays } from '../../time/working-days'
import type { TableId } from '../publishable-tables'
import { AUTHORITY_CELLS, policeAreaOf } from '../table-cells'
import { firstNight, isInNeed, isResolvedElsewhere, isUnsuccessful, placeKept, unmetReasons } from './judged'

/** In which cell or cells of a table something is counted; null where it is not in the table. */
export type Cells = string | readonly string[] | null

/** Ahead of release by so many days a first referral is in time; else within so many working days of knowing (product.md, M9). */
const DAYS_AHEAD = 56
const WORKING_DAYS_TO_REFER = 5
const HNIA_DAYS = 4

/** A release in the period, in each table that counts releases. */
export const OF_RELEASES: Readonly<Partial<Record<TableId, (episode: Episode) => Cells>>> = {
  coverage: episode =>
    episode.isListed ? (episode.housingNeed === null ? 'not_answered' : 'answered') : null,
  releases: episode => (episode.housingNeed === null ? 'not_asked' : isInNeed(episode) ? 'need' : 'no_need'),
  first_night: inNeed(firstNight),
  first_night_all: firstNight,
  secured: inNeed(episode => episode.securedBefore ?? 'unknown'),
  route: housedInNeed(episode => episode.firstNightRoute ?? 'unknown'),
  funnel: inNeed(funnelSteps),
  referred: inNeed(referredAs),
  barriers: inNeed(episode => episode.barriers),
  barrier_count: inNeed(({ barriers }) => (barriers.length > 2 ? '3+' : String(barriers.length))),
  option_28: inNeed(episode => episode.option28 ?? 'not_run'),
  option_5: inNeed(episode => episode.option5 ?? 'not_run'),
  would_place: inNeed(({ option5, wouldPlace }) => (option5 === 'none' ? wouldPlace : null)),
  turned_away: inNeed(({ turnedAway }) => turnedAway),
  timeliness: inNeed(timeliness),
  displacement: housedInNeed(displacement),
  home_to_placed: housedInNeed(homeToPlaced),
  suitable: episode => (episode.firstNight === 'housed' ? (episode.isSuitable ?? 'unknown') : null),
  safe: episode => (episode.firstNight === 'housed' ? (episode.isSafe ?? 'unknown') : null),
  council_notice: inNeed(episode => episode.councilTold ?? 'unknown'),
  need_by_authority: inNeed(home),
  secured_by_authority: secured(home),
  unmet_by_authority: unmet(home),
  need_by_police_area: inNeed(policeArea),
  secured_by_police_area: secured(policeArea),
  unmet_by_police_area: unmet(policeArea),
}

/** A referral of a woman released in the period, in each table that counts referrals. */
export const OF_REFERRALS: Readonly<
  Partial<Record<TableId, (referral: EpisodeReferral, episode: Episode) => Cells>>
> = {
  referral_outcomes: referral => referral.outcome,
  reasons: (referral, episode) => {
    const reasons = isUnsuccessful(referral) ? unmetReasons(referral, episode) : []
    return reasons.length > 0 ? reasons : null
  },
  decision_limits: ({ withinLimits }) => (withinLimits === null ? null : withinLimits ? 'inside' : 'outside'),
}

/** A woman received in the period, whose day 91 falls in it, or whose place has been followed for 84 nights in it. */
export const OF_RECEPTIONS: (episode: Episode) => Cells = ({ receivedOn, hniaOn }) => {
  if (receivedOn === null) return null
  if (hniaOn === null) return 'not_recorded'
  return daysBetween(receivedOn, hniaOn) <= HNIA_DAYS ? 'in_4_days' : 'later'
}

export const OF_DAY_91: (episode: Episode) => Cells = ({ day91 }) =>
  day91 === 'died' || day91 === 'deported' ? null : (day91 ?? 'unknown')

export const OF_PLACES: (episode: Episode) => Cells = placeKept

function inNeed(cells: (episode: Episode) => Cells): (episode: Episode) => Cells {
  return episode => (isInNeed(episode) ? cells(episode) : null)
}

function secured(cells: (episode: Episode) => Cells): (episode: Episode) => Cells {
  return inNeed(episode => (episode.securedBefore === 'yes' ? cells(episode) : null))
}

function unmet(cells: (episode: Episode) => Cells): (episode: Episode) => Cells {
  return inNeed(episode => (firstNight(episode) === 'not_housed' ? cells(episode) : null))
}

function housedInNeed(cells: (episode: Episode) => Cells): (episode: Episode) => Cells {
  return inNeed(episode => (firstNight(episode) === 'housed' ? cells(episode) : null))
}

/** An authority that is none of the region's is outside of it. */
function home({ homeAuthority }: Episode): string {
  return AUTHORITY_CELLS.includes(homeAuthority) ? homeAuthority : 'outside'
}

function policeArea(episode: Episode): string {
  return policeAreaOf(episode.homeAuthority) ?? home(episode)
}

/** Who moved in had a place to go to, whether or not the provider has recorded it. */
function funnelSteps(episode: Episode): string[] {
  const movedIn = firstNight(episode) === 'housed' && episode.firstNightRoute === 'approved_route'
  const accepted = movedIn || episode.referrals.some(each => ACCEPTED.includes(each.outcome))
  return [episode.referrals.length > 0 && 'referred', accepted && 'accepted', movedIn && 'moved_in'].filter(
    step => step !== false,
  )
}

const ACCEPTED: readonly string[] = ['arrived', 'no_show']

function referredAs({ referrals }: Episode): string {
  if (referrals.length === 0) return 'not_referred'
  if (referrals.some(({ outcome }) => outcome === 'arrived')) return 'some_successful'
  if (referrals.some(({ outcome }) => outcome === 'open')) return 'open'
  return referrals.some(isResolvedElsewhere) ? 'resolved' : 'none_successful'
}

function timeliness({ firstSubmittedOn, dateKnownOn, releasedOn }: Episode): string {
  if (firstSubmittedOn === null) return 'not_referred'
  if (dateKnownOn === null || releasedOn === null) return 'unknown'
  const isKnownAhead = daysBetween(dateKnownOn, releasedOn) >= DAYS_AHEAD
  const isInTime = isKnownAhead
    ? daysBetween(firstSubmittedOn, releasedOn) >= DAYS_AHEAD
    : firstSubmittedOn <= addWorkingDays(dateKnownOn, WORKING_DAYS_TO_REFER)
  return isInTime ? 'in_time' : 'late'
}

function displacement({ preferredAuthorities, firstNightAuthority }: Episode): string {
  if (preferredAuthorities.length === 0) return 'none_stated'
  if (firstNightAuthority === null) return 'unknown'
  return preferredAuthorities.includes(firstNightAuthority) ? 'preferred' : 'elsewhere'
}

function homeToPlaced({ homeAuthority, firstNightAuthority }: Episode): string {
  if (firstNightAuthority === 'outside') return 'outside'
  if (firstNightAuthority === null || homeAuthority === 'unknown') return 'unknown'
  return firstNightAuthority === homeAuthority ? 'home' : 'region'
}
