import type { AppLoadContext } from '@remix-run/node'
import type { SignedInViewer } from '@db/viewer'
import { accountActSchema } from '~/domain/account/account-form'
import { actFor, changeOwnName } from '~/domain/account/own-account.server'
import { redirectSaying } from '~/http/message.server'
import { parseForm } from '~/http/parse-form.server'
import { notFound, SENT_BEFORE } from '~/http/respond.server'
import { startPageFor } from '~/screens/navigation'

/** Changes the viewer's own name, or for which organisation they act. @throws the page that is not there, for an access not theirs */
export async function accountActFor(context: AppLoadContext, viewer: SignedInViewer, request: Request) {
  const form = await parseForm(request, accountActSchema)
  if (!form.ok) return form.reply
  if (form.value.intent === 'act-for') return actForAnother(context, viewer, form.value.membershipId)
  const changed = await changeOwnName(context, viewer, form.value.name, form.sent)
  return changed.ok
    ? redirectSaying(context, '/account', 'Your name is changed')
    : form.refuse('', SENT_BEFORE)
}

async function actForAnother(context: AppLoadContext, viewer: SignedInViewer, membershipId: string) {
  const sessionId = context.session?.id ?? ''
  const role = await actFor(context, viewer, { sessionId, membershipId })
  if (role === null) throw notFound()
  return redirectSaying(
    context,
    startPageFor(role),
    'You now act for another organisation: its name is at the top',
  )
}
