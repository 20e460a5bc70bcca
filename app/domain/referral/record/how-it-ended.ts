import { formatDayLong, londonDay } from '../../time/calendar'
import { reasonLabel } from '../events/reason-lists'
import { isOpen, stateLabel, referralState } from '../states'

interface Ended {
  state: string
  stateChangedAt: Date
  primaryReason: string | null
}

/** 'Declined on 3 November 2026 (Arson)' of a referral that ended; null of one that has not. Safe for the browser. */
export function howItEnded({ state, stateChangedAt, primaryReason }: Ended): string | null {
  const ended = referralState(state)
  if (isOpen(ended)) return null
  const why = primaryReason === null ? '' : ` (${reasonLabel(primaryReason)})`
  return `${stateLabel(ended)} on ${formatDayLong(londonDay(stateChangedAt))}${why}`
}
