import { HOUR_MS } from '../time/calendar'

/** How long an invitation holds. */
export const INVITATION_DAYS = 7

export const INVITATION_MS = INVITATION_DAYS * 24 * HOUR_MS

/** How an invitation stands; only an open one lets anybody in. */
export type InvitationStanding = 'open' | 'used' | 'withdrawn' | 'expired'

export interface InvitationDates {
  usedAt: Date | null
  withdrawnAt: Date | null
  expiresAt: Date
}

export function invitationStanding(dates: InvitationDates, now: Date): InvitationStanding {
  if (dates.usedAt !== null) return 'used'
  if (dates.withdrawnAt !== null) return 'withdrawn'
  return dates.expiresAt.getTime() <= now.getTime() ? 'expired' : 'open'
}
