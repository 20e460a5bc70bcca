import type { Day } from '../time/calendar'
import { type CaseDays, dueOn, hangsOnRelease, isOfThisRelease, possibleFrom } from './check-times'
import { CHECK_KINDS, type CheckAnswers, type CheckKind } from './checks'

/** How each check of a case stands on a day. Safe for the browser. */

export interface CheckState {
  kind: CheckKind
  standing:
    | 'recorded'
    /** To be recorded, by `dueOn` where a day is known. */
    | 'to_record'
    /** Recorded, but the release was moved since to a day on which it could not yet be known. */
    | 'again'
    /** What it asks about has not happened. */
    | 'not_yet'
    /** Nobody was released. */
    | 'none'
    /** The case was opened by mistake. */
    | 'mistake'
  dueOn: Day | null
  /** For 'not_yet': from when on; null while no release date is known. */
  from: Day | null
}

export interface ChecksOfCase extends CaseDays {
  isClosed: boolean
  isNoRelease: boolean
  /** It was closed as opened by mistake: nothing is owed of it. */
  isMistake: boolean
  standing: readonly { kind: CheckKind; answers: CheckAnswers; recordedAt: Date }[]
}

/** Every check of a case, in the order in which they come. */
export function checkStates(found: ChecksOfCase, today: Day): CheckState[] {
  return CHECK_KINDS.map(kind => ({ kind, ...stateOf(kind, found, today), dueOn: dueOn(kind, found) }))
}

function stateOf(kind: CheckKind, found: ChecksOfCase, today: Day): Pick<CheckState, 'standing' | 'from'> {
  const from = possibleFrom(kind, found.releasedOn)
  const kept = found.standing.find(each => each.kind === kind)
  if (found.isMistake) return { standing: kept ? 'recorded' : 'mistake', from: null }
  if (kept && isOfThisRelease(kept, found.releasedOn))
    return { standing: isStillOpen(kept.answers) ? 'to_record' : 'recorded', from: null }
  if (hangsOnRelease(kind) && found.isNoRelease) return { standing: 'none', from: null }
  if (kept) return { standing: 'again', from: null }
  const isEarly = hangsOnRelease(kind) && (from === null || today < from)
  return isEarly ? { standing: 'not_yet', from } : { standing: 'to_record', from: null }
}

/** An assessment that is not done yet is still to come. */
function isStillOpen(answers: CheckAnswers): boolean {
  return 'hnia' in answers && answers.hnia === 'not_yet'
}

/** What is to be recorded by today; a reception check only while the person is in prison. */
export function dueChecks(found: ChecksOfCase, today: Day): CheckState[] {
  const hasLeft = found.isClosed || (found.releasedOn !== null && found.releasedOn <= today)
  return checkStates(found, today).filter(({ kind, standing, dueOn }) => {
    if (!IS_LISTED[kind] || !(standing === 'to_record' || standing === 'again')) return false
    if (kind === 'reception' && hasLeft) return false
    return dueOn !== null && dueOn <= today
  })
}

/** Lists say what waits for a day that has come; whether a council is told waits for the person. */
const IS_LISTED: Readonly<Record<CheckKind, boolean>> = {
  reception: true,
  council_notice: false,
  night_before: true,
  first_night: true,
  day_91: true,
}

/**
 * Whether a check is asked for when the case closes. One of the release that is due on a later day is not: nobody can know it yet, and
 * it stays to be recorded of the closed case. Of the time in prison nothing is asked any more after this.
 */
export function isAskedAtClosing({ kind, standing, dueOn }: CheckState, today: Day): boolean {
  if (standing !== 'to_record' && standing !== 'again') return false
  return !hangsOnRelease(kind) || (dueOn !== null && dueOn <= today)
}

/** Whether a check can be recorded at all now; on day 91 a death is known before. */
export function mayRecord({ kind, standing, from }: CheckState): boolean {
  if (standing === 'not_yet') return kind === 'day_91' && from !== null
  return standing !== 'none' && standing !== 'mistake'
}
