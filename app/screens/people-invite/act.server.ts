import type { AppLoadContext } from '@remix-run/node'
import type { SignedInViewer } from '@db/viewer'
import { invite } from '~/domain/people/invite.server'
import { inviteSchema } from '~/domain/people/people-forms'
import { parseForm } from '~/http/parse-form.server'
import { notFound, SENT_BEFORE } from '~/http/respond.server'
import { sayInvited } from '~/screens/people/hand-link.server'
import { DONE, INVITED, notInvitedWords } from '~/screens/people/page'

const BESIDE = { role: 'role', member: 'email', over: '' } as const

/** Sends an invitation. @throws the page that is not there, for an organisation whose people are not the viewer's to keep */
export async function sendInvitationFor(context: AppLoadContext, viewer: SignedInViewer, request: Request) {
  const form = await parseForm(request, inviteSchema)
  if (!form.ok) return form.reply
  const result = await invite(context, viewer, form.value, form.sent)
  if (result.ok) return sayInvited(context, INVITED, result.invitationId, DONE.sent)
  if (result.reason === 'not_found') throw notFound()
  if (result.reason === 'different') return form.refuse('', SENT_BEFORE)
  return form.refuse(BESIDE[result.reason], notInvitedWords(result))
}
