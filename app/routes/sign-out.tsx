import { redirect } from '@remix-run/node'

import { signOut } from '~/domain/account/sign-out.server'
import { guarded } from '~/http/guard.server'
import { clearedSessionCookie } from '~/http/session-cookie'

/** An address somebody may type or keep; signing out itself is a form. */
export const loader = guarded('anyone', () => redirect('/'))

export const action = guarded('anyone', async ({ context, viewer }) => {
  if (viewer.kind === 'member' && context.session) await signOut(context, viewer, context.session.id)
  return redirect('/sign-in?signed-out=yes', {
    status: 303,
    headers: { 'Set-Cookie': clearedSessionCookie(context.config.publicOrigin) },
  })
})
