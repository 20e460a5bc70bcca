import { useLoaderData } from '@remix-run/react'

import { endOtherSessions, endOwnSession, ownSessions } from '~/domain/account/own-sessions.server'
import { endSessionsSchema } from '~/domain/account/second-factor/factor-form'
import { guarded, notFound } from '~/http/guard.server'
import { redirectSaying } from '~/http/message.server'
import { parseForm } from '~/http/parse-form.server'
import { SessionsScreen } from '~/screens/account-sessions/screen'
import { pageTitle } from '~/ui/page/page-title'

export { links } from '~/styles/work'

export const meta = () => pageTitle('Where you are signed in')

const HERE = '/account/sessions'

export const loader = guarded('signed-in', async ({ context, viewer }) => ({
  sessions: await ownSessions(context, viewer.personId),
  thisId: context.session?.id ?? '',
}))

export const action = guarded('signed-in', async ({ request, context, viewer }) => {
  const form = await parseForm(request, endSessionsSchema)
  if (!form.ok || !context.session) throw notFound()
  if ('intent' in form.value) {
    await endOtherSessions(context, viewer, context.session.id)
    return redirectSaying(context, HERE, 'You are signed out everywhere else')
  }
  if (!(await endOwnSession(context, viewer, form.value.session))) throw notFound()
  return redirectSaying(context, HERE, 'That browser is signed out')
})

export default function Sessions() {
  return <SessionsScreen {...useLoaderData<typeof loader>()} />
}
