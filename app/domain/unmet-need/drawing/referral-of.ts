import { withoutUndone } from '../../referral/record/undone'
import { dueAfter } from '../../referral/due'
import { actsNext, isAt, isOpen, type LimitDays, type ReferralState } from '../../referral/states'
import { type Day, londonDay } from '../../time/calendar'
import { workingDaysBetween } from '../../time/working-days'
import type { EpisodeReferral } from '../episode'
import type { DrawnReferral, HistoryLine } from './drawn-from'

/** A yes or a no of the provider; a place on a waiting list is neither. */
const DECISIONS: ReadonlySet<string> = new Set(['offer', 'decline'])

/** How a referral ended, by the state it is in; in any other it is open. */
const ENDED: Partial<Record<ReferralState, EpisodeReferral['outcome']>> = {
  arrived: 'arrived',
  departed: 'arrived',
  declined: 'declined',
  expired: 'expired',
  refused: 'refused',
  withdrawn: 'withdrawn',
  no_show: 'no_show',
  placed_elsewhere: 'placed_elsewhere',
}
const NOT_THE_PROVIDER: ReadonlySet<string> = new Set(['officer', 'clock', 'system'])

/** The limits that held on a day, by the region's settings. */
export type LimitsOn = (day: Day) => LimitDays

const AS_WRITTEN: LimitsOn = () => ({})

/** What is counted of a referral at an instant. @param releaseOn what its limits follow from */
export function referralOf(
  drawn: DrawnReferral,
  releaseOn: Day | null,
  now: Date,
  limitsOn: LimitsOn = AS_WRITTEN,
): EpisodeReferral {
  // An ending that was undone decided nothing.
  const referral = { ...drawn, history: withoutUndone(drawn.history) }
  const { state, reasons, submittedAt, isWomenOnly } = referral
  return {
    submittedOn: londonDay(submittedAt),
    outcome: ENDED[state] ?? 'open',
    reasons: isOpen(state) ? [] : reasons,
    isWomenOnly,
    workingDaysToDecision: daysToDecision(referral),
    withinLimits: isWithinLimits(referral, { releaseOn, limitsOn }, now),
  }
}

/** Working days from submission to the first decision, less those on which the referrer was waited for. */
function daysToDecision({ submittedAt, history }: DrawnReferral): number | null {
  const decision = history.find(({ event }) => DECISIONS.has(event))
  if (!decision) return null
  const waits = spans(history).filter(
    ({ state, left }) => actsNext(state) === 'referrer' && left !== null && left.at <= decision.at,
  )
  const waited = waits.reduce((sum, { entered, left }) => sum + (left ? workingDays(entered, left.at) : 0), 0)
  return Math.max(0, workingDays(submittedAt, decision.at) - waited)
}

/**
 * Every step that was the provider's until the person had a place, against its limit. One that still waits, or that another ended for
 * him, says nothing inside its limit, and is late past it. Null: no step says anything.
 */
function isWithinLimits(
  { history, assessmentAt }: DrawnReferral,
  { releaseOn, limitsOn }: { releaseOn: Day | null; limitsOn: LimitsOn },
  now: Date,
): boolean | null {
  const steps = spans(history).flatMap(({ state, entered, left }) => {
    const limitDays = limitsOn(londonDay(entered))
    const facts = { releaseOn, assessmentAt, offerExpiresAt: null, limitDays }
    const due = isForProvider(state) ? dueAfter(state, facts, entered) : null
    if (due === null) return []
    const isInside = (left?.at ?? now) <= due
    const isHis = left !== null && !NOT_THE_PROVIDER.has(left.byRole)
    return isHis || !isInside ? [isInside] : []
  })
  return steps.length === 0 ? null : steps.every(Boolean)
}

/** He decides or says again what he decided; whether she came, and left, is no decision. */
function isForProvider(state: ReferralState): boolean {
  return actsNext(state) === 'provider' && isAt(state, 'before_offer', 'moved')
}

/** The states it was in, one after the other: an event that leaves the state as it was ends none. */
function spans(history: readonly HistoryLine[]) {
  const moves = history.filter(({ toState }, index) => toState !== history[index - 1]?.toState)
  return moves.map(({ toState, at }, index) => ({
    state: toState,
    entered: at,
    left: moves[index + 1] ?? null,
  }))
}

function workingDays(from: Date, to: Date): number {
  return workingDaysBetween(londonDay(from), londonDay(to))
}
