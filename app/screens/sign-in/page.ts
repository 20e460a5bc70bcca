import type { Role } from '~/domain/account/account'
import type { EndedSession } from '~/domain/account/session.server'
import { safeNextPath } from '~/http/next-path'
import { startPageFor } from '~/screens/navigation'

/** Where an address asks to be led on to by `?next=`; null where it asks for nothing that may be. */
export function nextOf(request: Request): string | null {
  return safeNextPath(new URL(request.url).searchParams.get('next'))
}

/** Where signing in leads: on to what was asked for, else to the role's own work. */
export function afterSignIn(next: string | null | undefined, role: Role): string {
  return safeNextPath(next) ?? startPageFor(role)
}

/** What stands above the form for whoever did not come of their own accord; null for nothing. */
export function noticeFor(ended: EndedSession['how'] | null, next: string | null): string | null {
  const isKept = next?.startsWith('/kept-form/') ?? false
  if (ended === null || (ended !== 'timed-out' && !isKept)) return null
  return isKept
    ? 'You were signed out. What you typed is kept for at least an hour: sign in to read it again and send it'
    : 'You were signed out because Throughgate was not used for 30 minutes, or has been open for 12 hours'
}
