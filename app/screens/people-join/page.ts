import { ROLE_NAMES } from '~/domain/account/account'
import type { JoinResult, OpenedInvitation } from '~/domain/people/join.server'
import { formatInstant } from '~/domain/time/calendar'

type Over = 'used' | 'withdrawn' | 'expired'

/** What an invitation says that lets nobody in any more, and what to do. */
export const OVER: Readonly<Record<Over, { title: string; paragraphs: string[] }>> = {
  used: {
    title: 'This invitation has been used',
    paragraphs: [
      'An invitation works once. If it was you who used it, sign in with your email address and the password you chose.',
      'If it was not you, tell whoever invited you at once.',
    ],
  },
  withdrawn: {
    title: 'This invitation was withdrawn',
    paragraphs: [
      'It was taken back, or a newer one was made: only the latest link works. Ask who invited you.',
      'If there is none, ask whoever invited you to invite you again.',
    ],
  },
  expired: {
    title: 'This invitation has ended',
    paragraphs: ['An invitation holds for 7 days. Ask whoever invited you to invite you again.'],
  },
}

export const OTHER =
  'Somebody else is signed in on this browser. Sign out, then open the link in your email again'
export const PASSWORD_WRONG =
  'The password is not right. Enter the one you already use for this email address, or reset it'
export const JOIN_THROTTLED = 'Too many tries. Wait 15 minutes, then try again'

/** What the page shows of an open invitation. */
export function joinPage({ joiner, email, organisationName, role, expiresAt }: OpenedInvitation) {
  return { joiner, email, organisationName, role: ROLE_NAMES[role], until: formatInstant(expiresAt) }
}

export type JoinPage = ReturnType<typeof joinPage>

export function isOver(reason: Extract<JoinResult, { ok: false }>['reason']): reason is Over {
  return Object.hasOwn(OVER, reason)
}
