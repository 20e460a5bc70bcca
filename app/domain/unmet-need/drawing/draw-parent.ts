import type { LeftReason, NominationState } from '../../nomination/nomination'
import { type Day, daysBetween } from '../../time/calendar'
import type { FamilyReason, ProgrammeEpisode } from '../counting/world'

/** What the statistician reads of one mother's case, of her nominations, and of what is offered where she is held. */
export interface ParentFrom {
  woman: string
  openedOn: Day
  releaseOn: Day | null
  isClosed: boolean
  contactPermitted: 'yes' | 'no' | null
  children: number | null
  /** Programmes for mothers in her prison. */
  offered: readonly Offered[]
  /** The earliest first. */
  nominations: readonly DrawnNomination[]
}

export interface Offered {
  minimumStayWeeks: number | null
  /** Null where one joins at any time. */
  runs: readonly { endsOn: Day; lastReferralOn: Day }[] | null
}

export interface DrawnNomination {
  agreed: 'yes' | 'no'
  state: NominationState
  leftReason: LeftReason | null
  licence: 'used' | 'not_used' | null
  needsLicence: boolean
  hasStarted: boolean
}

const ENDED: readonly NominationState[] = ['completed', 'left']

/** How far a mother came by a day. What was nominated by mistake is none. */
export function drawParent(from: ParentFrom, today: Day): ProgrammeEpisode {
  const stand = from.nominations.filter(({ leftReason }) => leftReason !== 'mistake')
  const agreed = stand.filter(({ agreed: said }) => said === 'yes')
  const nominated = agreed.length > 0
  const started = agreed.some(({ hasStarted }) => hasStarted)
  const hasTimeToFinish = nominated || from.offered.some(each => fits(each, from))
  const outcome = outcomeOf(agreed, started, from, today)
  return {
    woman: from.woman,
    reachableOn: from.openedOn,
    contactPermitted: from.contactPermitted,
    hasTimeToFinish,
    nominated,
    started,
    outcome,
    reason: reasonOf(outcome, stand, from, hasTimeToFinish),
    rotl: licenceOf(agreed),
    children: from.children,
  }
}

function outcomeOf(
  agreed: readonly DrawnNomination[],
  started: boolean,
  { releaseOn, isClosed }: ParentFrom,
  today: Day,
): ProgrammeEpisode['outcome'] {
  if (agreed.some(({ state }) => state === 'completed')) return 'completed'
  if (agreed.some(({ state }) => !ENDED.includes(state))) return 'open'
  if (started) return 'left'
  return isClosed || (releaseOn !== null && releaseOn < today) ? 'not_reached' : 'open'
}

/** The last reason that was recorded; where none was, what was offered tells. */
function reasonOf(
  outcome: ProgrammeEpisode['outcome'],
  stand: readonly DrawnNomination[],
  { offered }: ParentFrom,
  hasTime: boolean,
): FamilyReason | null {
  if (outcome !== 'left' && outcome !== 'not_reached') return null
  const said = stand.findLast(({ leftReason }) => leftReason !== null)?.leftReason
  if (said === 'closed') return null
  if (said) return said === 'agreement' || said === 'mistake' ? 'choice' : said
  if (offered.length === 0) return 'no_programme'
  return hasTime ? null : 'no_time'
}

/** Whether somebody who could be nominated from then on could finish before her release; not, where no day is known. */
function fits({ runs, minimumStayWeeks }: Offered, { openedOn, releaseOn }: ParentFrom): boolean {
  if (releaseOn === null) return false
  if (daysBetween(openedOn, releaseOn) < (minimumStayWeeks ?? 0) * 7) return false
  return runs === null || runs.some(run => run.lastReferralOn >= openedOn && run.endsOn <= releaseOn)
}

function licenceOf(agreed: readonly DrawnNomination[]): ProgrammeEpisode['rotl'] {
  const needing = agreed.filter(({ needsLicence }) => needsLicence)
  if (needing.length === 0) return 'not_needed'
  return needing.some(({ licence }) => licence === 'used') ? 'used' : 'not_used'
}
