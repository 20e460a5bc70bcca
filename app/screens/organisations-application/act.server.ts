import type { SubmissionResult } from '@conform-to/react'
import type { AppLoadContext } from '@remix-run/node'
import { z } from 'zod'
import type { SignedInViewer } from '@db/viewer'
import { correctApplication } from '~/domain/organisation/correct-application.server'
import { correctedForm } from '~/domain/organisation/organisation-fields'
import { findApplication } from '~/domain/organisation/applications.server'
import {
  decideApplication,
  type DecisionResult,
  inviteApplicantAgain,
} from '~/domain/organisation/decide-application.server'
import { REFUSAL_CODES } from '~/domain/organisation/refusal-reasons'
import { redirectSaying } from '~/http/message.server'
import { parseForm, type ParsedForm } from '~/http/parse-form.server'
import { notFound, SENT_BEFORE } from '~/http/respond.server'
import { href } from '~/paths'
import { isStrike, strikeFor } from '~/screens/record-history/strike.server'
import { sayInvited } from '~/screens/people/hand-link.server'

const again = z.object({ intent: z.literal('again') })

const decisionForm = z
  .object({
    decision: z.enum(['approved', 'refused'], 'Choose what you decide'),
    reason: z.enum(REFUSAL_CODES, 'Choose one of the reasons').optional(),
    words: z.string().max(1000, 'Write 1000 characters or fewer').optional(),
  })
  .superRefine(({ decision, reason }, context) => {
    if (decision === 'refused' && reason === undefined)
      context.addIssue({ code: 'custom', path: ['reason'], message: 'Choose why it is refused' })
  })

const NOT_DONE = {
  overtaken: 'Somebody changed this while you had the page open. Nothing of yours was saved',
  stale: 'Somebody decided this while you had the page open. Nothing of yours was saved',
  joined: 'Somebody has joined by the invitation meanwhile. Nothing was sent',
} as const

/** Approves an application and invites who applied, refuses it, or invites them again. @throws not found where there is none */
export async function decideApplicationFor(
  context: AppLoadContext,
  viewer: SignedInViewer,
  id: string,
  request: Request,
) {
  if ((await findApplication(context, viewer, id)) === null) throw notFound()
  if (await isStrike(request)) {
    const to = href('organisations/applications/:applicationId', { applicationId: id })
    return strikeFor(context, viewer, { of: { applicationId: id }, to }, request)
  }
  const button = await parseForm(request.clone(), again)
  if (button.ok) {
    const sent = await inviteApplicantAgain(context, viewer, id, button.sent)
    return answer(context, id, button, sent)
  }
  const corrected = await parseForm(request.clone(), correctedForm)
  if (corrected.ok) return saveCorrection(context, viewer, id, corrected)
  if (isCorrection(corrected)) return corrected.reply
  const form = await parseForm(request, decisionForm)
  if (!form.ok) return form.reply
  const { decision, words = null } = form.value
  const reason = decision === 'refused' ? (form.value.reason ?? null) : null
  const change = { id, version: form.version ?? 0, decision, reason, words }
  return answer(context, id, form, await decideApplication(context, viewer, change, form.sent))
}

/** Whether what came back is the form that corrects. */
function isCorrection({ reply }: { reply: { data: { submission: SubmissionResult<string[]> } } }): boolean {
  return reply.data.submission.initialValue?.intent === 'correct'
}

async function saveCorrection(
  context: AppLoadContext,
  viewer: SignedInViewer,
  id: string,
  form: ParsedForm<z.output<typeof correctedForm>>,
) {
  const { intent: _intent, sameName: _sameName, ...answers } = form.value
  const change = { id, version: form.version ?? 0, answers }
  const result = await correctApplication(context, viewer, change, form.sent)
  if (!result.ok)
    return result.reason === 'different'
      ? form.refuse('', SENT_BEFORE)
      : form.refuse('', NOT_DONE.overtaken, 409)
  const page = href('organisations/applications/:applicationId', { applicationId: id })
  return redirectSaying(context, page, 'Saved. What it said before is in the history below')
}

function answer(
  context: AppLoadContext,
  applicationId: string,
  form: Pick<ParsedForm<unknown>, 'refuse'>,
  result: DecisionResult,
) {
  if (!result.ok)
    return result.reason === 'different'
      ? form.refuse('', SENT_BEFORE)
      : form.refuse('', NOT_DONE[result.reason], 409)
  const page = href('organisations/applications/:applicationId', { applicationId })
  if (result.invitationId !== null)
    return sayInvited(context, page, result.invitationId, 'Approved. Whoever applied is sent an invitation')
  const told = context.config.sendsMail
    ? 'Refused. Whoever applied is emailed the reason you chose'
    : 'Refused. No email is sent from here: ring whoever applied'
  return redirectSaying(context, page, told)
}
