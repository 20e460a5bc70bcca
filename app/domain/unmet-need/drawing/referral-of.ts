import { dueAfter } from '../../referral/due'
import { actsNext, isOpen, type ReferralState } from '../../referral/states'
import { type Day, londonDay } from '../../time/calendar'
import { workingDaysBetween } from '../../time/working-days'
import type { EpisodeReferral } from '../episode'
import type { DrawnReferral, HistoryLine } from './drawn-from'

/** A yes or a no of the provider; a place on a waiting list is neither. */
const DECISIONS: ReadonlySet<string> = new Set(['offer', 'decline'])

const NOT_THE_PROVIDER: ReadonlySet<string> = new Set(['officer', 'clock', 'system'])

/** What is counted of a referral. @param releaseOn what its limits follow from */
export function referralOf(referral: DrawnReferral, releaseOn: Day | null): EpisodeReferral {
  const { state, reasons, submittedAt, isWomenOnly } = referral
  return {
    submittedOn: londonDay(submittedAt),
    outcome: outcomeOf(state),
    reasons: isOpen(state) ? [] : reasons,
    isWomenOnly,
    workingDaysToDecision: daysToDecision(referral),
    withinLimits: isWithinLimits(referral, releaseOn),
  }
}

function outcomeOf(state: ReferralState): EpisodeReferral['outcome'] {
  switch (state) {
    case 'arrived':
    case 'departed':
      return 'arrived'
    case 'declined':
    case 'expired':
    case 'refused':
    case 'withdrawn':
    case 'no_show':
    case 'placed_elsewhere':
      return state
    default:
      return 'open'
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

/** Every step the provider took, against its limit; one the other side took for him counts only where he was late. Null: none is over. */
function isWithinLimits({ history, assessmentAt }: DrawnReferral, releaseOn: Day | null): boolean | null {
  const facts = { releaseOn, assessmentAt, offerExpiresAt: null }
  const steps = spans(history).flatMap(({ state, entered, left }) => {
    if (left === null || actsNext(state) !== 'provider') return []
    const due = dueAfter(state, facts, entered)
    if (due === null) return []
    const isInside = left.at <= due
    return isInside && NOT_THE_PROVIDER.has(left.byRole) ? [] : [isInside]
  })
  return steps.length === 0 ? null : steps.every(Boolean)
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
