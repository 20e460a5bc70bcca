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
  /** Programmes for mothers in her prison, those that are closed since among them. */
  offered: readonly Offered[]
  /** The earliest first. */
  nominations: readonly DrawnNomination[]
}

export interface Offered {
  minimumStayWeeks: number | null
  /** The day its service closed; null while it is open. */
  closedOn: Day | null
  /** Null where one joins at any time. */
  runs: readonly Run[] | null
}

export interface Run {
  startsOn: Day
  endsOn: Day
  lastReferralOn: Day
}

export interface DrawnNomination {
  agreed: 'yes' | 'no'
  state: NominationState
  leftReason: LeftReason | null
  licence: 'used' | 'not_used' | null
  /** The programme needs or allows one. */
  takesLicence: boolean
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
    reason: reasonOf(outcome, stand, from, { hasTime: hasTimeToFinish, today }),
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
  from: ParentFrom,
  { hasTime, today }: { hasTime: boolean; today: Day },
): FamilyReason | null {
  if (outcome !== 'left' && outcome !== 'not_reached') return null
  const said = stand.findLast(({ leftReason }) => leftReason !== null)?.leftReason
  if (said === 'closed') return null
  if (said) return said === 'agreement' || said === 'mistake' ? 'choice' : said
  if (!from.offered.some(each => wasOn(each, from, today))) return 'no_programme'
  return hasTime ? null : 'no_time'
}

/**
 * Whether somebody who could be nominated from then on could finish before her release and before the programme closed; not, where no
 * day is known.
 */
function fits({ runs, minimumStayWeeks, closedOn }: Offered, { openedOn, releaseOn }: ParentFrom): boolean {
  if (releaseOn === null) return false
  const until = closedOn !== null && closedOn < releaseOn ? closedOn : releaseOn
  if (until < openedOn || daysBetween(openedOn, until) < (minimumStayWeeks ?? 0) * 7) return false
  return runs === null || runs.some(run => run.lastReferralOn >= openedOn && run.endsOn <= until)
}

/** Whether a programme was on while she was there: by its runs, where it has any. A run that had not begun when it closed never was. */
function wasOn({ runs, closedOn }: Offered, { openedOn, releaseOn }: ParentFrom, today: Day): boolean {
  const until = releaseOn !== null && releaseOn < today ? releaseOn : today
  const began = (day: Day) => day <= until && (closedOn === null || day < closedOn)
  return runs === null ? began(openedOn) : runs.some(run => run.endsOn >= openedOn && began(run.startsOn))
}

function licenceOf(agreed: readonly DrawnNomination[]): ProgrammeEpisode['rotl'] {
  const taking = agreed.filter(({ takesLicence }) => takesLicence)
  if (taking.length === 0) return 'not_needed'
  return taking.some(({ licence }) => licence === 'used') ? 'used' : 'not_used'
}
