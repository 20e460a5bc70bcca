import type { AppLoadContext } from '@remix-run/node'
import type { SignedInViewer } from '@db/viewer'
import { inviteAgain, withdrawInvitation } from '~/domain/people/invite.server'
import { invitationActSchema } from '~/domain/people/people-forms'
import { redirectSaying } from '~/http/message.server'
import { parseForm } from '~/http/parse-form.server'
import { notFound, SENT_BEFORE } from '~/http/respond.server'
import { sayInvited } from './hand-link.server'
import { DONE, INVITED, notInvitedWords } from './page'

const ACTS = { again: inviteAgain, withdraw: withdrawInvitation }

/** Invites again, or takes an invitation back. @throws the page that is not there, of an invitation that is not the viewer's to keep */
export async function invitationActFor(context: AppLoadContext, viewer: SignedInViewer, request: Request) {
  const form = await parseForm(request, invitationActSchema)
  if (!form.ok) return form.reply
  const { intent, invitationId } = form.value
  const result = await ACTS[intent](context, viewer, invitationId, form.sent)
  if (result.ok && intent === 'again') return sayInvited(context, INVITED, result.invitationId, DONE.again)
  if (result.ok) return redirectSaying(context, INVITED, DONE.withdraw)
  if (result.reason === 'not_found') throw notFound()
  return result.reason === 'different'
    ? form.refuse('', SENT_BEFORE)
    : form.refuse('', notInvitedWords(result), 409)
}
