import { type Day, formatDayLong } from '../time/calendar'

/** How an entry stands. Safe for the browser. */
export type Standing = 'draft' | 'waiting' | 'open' | 'paused' | 'closed'

export const STANDING_LABELS: Readonly<Record<Standing, string>> = {
  draft: 'Draft',
  waiting: 'Waiting for an editor',
  open: 'Open',
  paused: 'Paused',
  closed: 'Closed',
}

export const PAUSE_REASON_LABELS = {
  full: 'Full',
  refurbishment: 'Being refurbished',
  staffing: 'Not enough staff',
  other: 'Another reason',
} as const
export type PauseReason = keyof typeof PAUSE_REASON_LABELS

export interface StandingColumns {
  approvedAt: Date | null
  submittedAt: Date | null
  pausedAt: Date | null
  archivedAt: Date | null
}

export function standingOf({ approvedAt, submittedAt, pausedAt, archivedAt }: StandingColumns): Standing {
  if (archivedAt !== null) return 'closed'
  if (approvedAt === null) return submittedAt === null ? 'draft' : 'waiting'
  return pausedAt === null ? 'open' : 'paused'
}

/** 'Paused: being refurbished, until about 4 January 2027'; null where it is not paused. */
export function pausedWords(reason: string | null, until: Day | null): string | null {
  if (reason === null || !Object.hasOwn(PAUSE_REASON_LABELS, reason)) return null
  const why = reason === 'other' ? '' : `: ${PAUSE_REASON_LABELS[reason as PauseReason].toLowerCase()}`
  return `Paused${why}${until ? `, until about ${formatDayLong(until)}` : ''}`
}
