import { type Day, formatDayLong } from '../time/calendar'
import { inSentence } from '../words/english'

/** Why a service takes nobody new for a while. Safe for the browser. */

export const PAUSE_REASON_LABELS = {
  full: 'Full',
  refurbishment: 'Being refurbished',
  staffing: 'Not enough staff',
  other: 'Another reason',
} as const
export type PauseReason = keyof typeof PAUSE_REASON_LABELS

/** 'Paused: being refurbished, until about 4 January 2027'; null where it is not paused. */
export function pausedWords(reason: string | null, until: Day | null): string | null {
  if (reason === null || !Object.hasOwn(PAUSE_REASON_LABELS, reason)) return null
  const why = reason === 'other' ? '' : `: ${inSentence(PAUSE_REASON_LABELS[reason as PauseReason])}`
  return `Paused${why}${until ? `, until about ${formatDayLong(until)}` : ''}`
}
