import type { AppLoadContext } from '@remix-run/node'
import { z } from 'zod'
import type { SignedInViewer } from '@db/viewer'
import { decideApplication, findApplication } from '~/domain/organisation/applications.server'
import { invite } from '~/domain/people/invite.server'
import { redirectSaying } from '~/http/message.server'
import { parseForm } from '~/http/parse-form.server'
import { notFound, SENT_BEFORE } from '~/http/respond.server'
import { href } from '~/paths'

const decisionForm = z
  .object({
    decision: z.enum(['approved', 'refused'], 'Choose what you decide'),
    words: z.string().max(1000, 'Write 1000 characters or fewer').optional(),
  })
  .superRefine(({ decision, words }, context) => {
    if (decision === 'refused' && words === undefined)
      context.addIssue({ code: 'custom', path: ['words'], message: 'Say why it is refused' })
  })

/** Approves an application, and invites who applied, or refuses it. @throws not found where none waits */
export async function decideApplicationFor(
  context: AppLoadContext,
  viewer: SignedInViewer,
  id: string,
  request: Request,
) {
  const application = await findApplication(context, viewer, id)
  if (application === null) throw notFound()
  const form = await parseForm(request, decisionForm)
  if (!form.ok) return form.reply
  const { decision, words = null } = form.value
  const change = { id, version: form.version ?? 0, decision, words }
  const result = await decideApplication(context, viewer, change, form.sent)
  if (!result.ok)
    return result.reason === 'different'
      ? form.refuse('', SENT_BEFORE)
      : form.refuse('', 'Somebody decided this while you had the page open', 409)
  if (result.organisationId === null)
    return redirectSaying(
      context,
      href('approvals', {}),
      'Refused. Ring or write to whoever applied: no email is sent.',
    )
  const role = application.kind === 'council' ? 'council_officer' : 'provider_manager'
  const invited = { email: application.applicantEmail, organisationId: result.organisationId, role } as const
  // Administrators alone invite people of other organisations.
  const sent = await invite(context, viewer, invited, { ...form.sent, key: crypto.randomUUID() })
  const said = sent.ok
    ? 'Approved. Whoever applied is sent an invitation.'
    : 'Approved. An administrator has to invite whoever applied: nobody is told yet.'
  return redirectSaying(context, href('approvals', {}), said)
}
