import { addDays, type Day, londonDay } from '../time/calendar'
import type { CheckAnswers, CheckKind } from './checks'

/** When a check is due and from when on it can be known, in calendar days. Safe for the browser. */

interface Times {
  /** Counted from the day of reception, or from that of the release. */
  due: { from: 'reception' | 'release'; days: number }
  /** Days from the release before which nobody can know it; null for what can be known at any time. */
  possible: number | null
  /** Answers that can be known before. */
  early?: readonly string[]
}

/** The HNIA within 4 days of reception; a council is asked for help up to 56 days ahead; the rest as product.md, "Reports". */
const TIMES: Readonly<Record<CheckKind, Times>> = {
  reception: { due: { from: 'reception', days: 4 }, possible: null },
  council_notice: { due: { from: 'release', days: -56 }, possible: null },
  night_before: { due: { from: 'release', days: 0 }, possible: -1 },
  first_night: { due: { from: 'release', days: 1 }, possible: 0 },
  day_91: { due: { from: 'release', days: 91 }, possible: 91, early: ['died', 'deported'] },
}

/** What the days of a case are counted from. */
export interface CaseDays {
  openedOn: Day
  receivedOn: Day | null
  /** The day of release, as far as it is known (`releasedOn`). */
  releasedOn: Day | null
}

/** The day of release: as the case has it, or the arrival somewhere where that came first; null where neither is known. */
export function releasedOn(releaseOn: Day | null, arrivedOn: Day | null): Day | null {
  if (releaseOn === null || arrivedOn === null) return releaseOn ?? arrivedOn
  return arrivedOn < releaseOn ? arrivedOn : releaseOn
}

/**
 * The day by which a check is to be recorded; null while no release is known. One that hangs on a known reception was due then, whoever had
 * the case: it is late, and since when. Every other is due no day before the case was opened.
 */
export function dueOn(kind: CheckKind, { openedOn, receivedOn, releasedOn }: CaseDays): Day | null {
  const { from, days } = TIMES[kind].due
  const start = from === 'reception' ? (receivedOn ?? openedOn) : releasedOn
  if (start === null) return null
  const due = addDays(start, days)
  if (from === 'reception' && receivedOn !== null) return due
  return due < openedOn ? openedOn : due
}

/** True for what can only be known once somebody was released, or is about to be. */
export function hangsOnRelease(kind: CheckKind): boolean {
  return TIMES[kind].possible !== null
}

/** The first day on which a check can be known; null where it hangs on no release, or none is known. */
export function possibleFrom(kind: CheckKind, released: Day | null): Day | null {
  const { possible } = TIMES[kind]
  return possible === null || released === null ? null : addDays(released, possible)
}

/** Whether anything in `answers` could be known on a day, with the release as it stands. */
export function isPossible(
  { kind, answers }: { kind: CheckKind; answers: CheckAnswers },
  released: Day | null,
  on: Day,
): boolean {
  if (!hangsOnRelease(kind)) return true
  const isEarly = Object.values(answers).some(each => TIMES[kind].early?.includes(each ?? ''))
  const from = possibleFrom(kind, released)
  return isEarly || (from !== null && on >= from)
}

/** Whether what was recorded is of the release as it stands now: not where that was moved to a day on which it could not yet be known. */
export function isOfThisRelease(
  check: { kind: CheckKind; answers: CheckAnswers; recordedAt: Date },
  released: Day | null,
): boolean {
  return isPossible(check, released, londonDay(check.recordedAt))
}
