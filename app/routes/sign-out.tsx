import { redirect } from '@remix-run/node'

import { signOut } from '~/domain/account/sign-out.server'
import { guarded } from '~/http/guard.server'
import { redirectSaying } from '~/http/message.server'

/** An address somebody may type or keep; signing out itself is a form. */
export const loader = guarded('anyone', () => redirect('/'))

export const action = guarded('anyone', async ({ context, viewer }) => {
  if (viewer.kind === 'member' && context.session) await signOut(context, viewer, context.session.id)
  if (context.halfSession) await signOut(context, context.halfSession.viewer, context.halfSession.id)
  // The cookie stays and opens nothing: by it, what another window still sends is kept for the one who typed it.
  return redirectSaying({ ...context, session: null }, '/sign-in', 'You have signed out')
})
