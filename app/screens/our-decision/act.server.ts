import type { AppLoadContext } from '@remix-run/node'
import type { SignedInViewer } from '@db/viewer'
import { correctReview } from '~/domain/entry/correct-review.server'
import { reviewCorrectionForm } from '~/domain/entry/review'
import { parseForm } from '~/http/parse-form.server'
import { notFound, struckPage } from '~/http/respond.server'
import { href } from '~/paths'
import { entryAnswer } from '~/screens/our-entry/act.server'
import { decisionFor } from './facts.server'
import { CORRECTED, NOT_CORRECTED } from './page'

/** Words a decision of an editor anew, strikes out its words, or takes it back. @throws not found where there is none to correct */
export async function correctDecisionFor(
  context: AppLoadContext,
  viewer: SignedInViewer,
  ids: { serviceId: string; reviewId: string },
  request: Request,
) {
  if ((await decisionFor(context, viewer, ids)) === null) throw notFound()
  const form = await parseForm(request, reviewCorrectionForm)
  if (!form.ok) return form.reply
  const wanted = { ...ids, version: form.version ?? 0, change: form.value }
  const result = await correctReview(context, viewer, wanted, form.sent)
  if (!result.ok) {
    const struck = form.value.intent === 'strike' && (await decisionFor(context, viewer, ids))?.struck
    if (struck)
      throw struckPage(struck, {
        text: 'Open the entry again',
        href: href('approvals/:serviceId', { serviceId: ids.serviceId }),
      })
    const { reason } = result
    if (reason === 'unchanged' || reason === 'words_missing')
      return form.refuse('words', NOT_CORRECTED[reason])
    if (reason === 'taken_back' || reason === 'later' || reason === 'sent_to' || reason === 'no_words')
      return form.refuse('', NOT_CORRECTED[reason], 409)
  }
  const to = href('approvals/:serviceId', { serviceId: ids.serviceId })
  return entryAnswer(
    context,
    form,
    result as Parameters<typeof entryAnswer>[2],
    CORRECTED[form.value.intent],
    to,
  )
}
