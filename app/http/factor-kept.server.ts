import { type AppLoadContext, data, redirect } from '@remix-run/node'
import type { Kept } from '~/domain/account/second-factor/keep-factor.server'
import { href } from '~/paths'
import { redirectSaying } from './message.server'
import { sessionCookie } from './session-cookie'

/**
 * The answer to a factor that was kept: with the first one the recovery codes, shown in this answer alone; and the cookie of the
 * session that is whole now. @param next where the person goes on to
 */
export function factorKept(context: AppLoadContext, { codes, token }: Kept, next: string) {
  const headers: Record<string, string> =
    token === null ? {} : { 'Set-Cookie': sessionCookie(context.config.publicOrigin, token) }
  if (codes !== null) return data({ codes, next }, { headers })
  if (token !== null) return redirect(next, { status: 303, headers })
  return redirectSaying(context, href('account/second-factor', {}), 'You can sign in with it from now on')
}
