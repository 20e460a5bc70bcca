/** How an entry stands. Safe for the browser. */
export type Standing = 'draft' | 'waiting' | 'open' | 'paused' | 'closed'

export const STANDING_LABELS: Readonly<Record<Standing, string>> = {
  draft: 'Draft',
  waiting: 'Waiting for an editor',
  open: 'Open',
  paused: 'Paused',
  closed: 'Closed',
}

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
