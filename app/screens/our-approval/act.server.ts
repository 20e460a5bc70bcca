import type { AppLoadContext } from '@remix-run/node'
import type { SignedInViewer } from '@db/viewer'
import { findEntry } from '~/domain/entry/entry.server'
import { DECISION_DONE, reviewForm } from '~/domain/entry/review'
import { reviewEntry } from '~/domain/entry/review-entry.server'
import { redirectSaying } from '~/http/message.server'
import { parseForm } from '~/http/parse-form.server'
import { notFound } from '~/http/respond.server'
import { href } from '~/paths'
import { entryAnswer } from '~/screens/our-entry/act.server'

/** Does what an editor decides. @throws not found where there is no such entry */
export async function decideFor(
  context: AppLoadContext,
  viewer: SignedInViewer,
  serviceId: string,
  request: Request,
) {
  if ((await findEntry(context, viewer, serviceId)) === null) throw notFound()
  const form = await parseForm(request, reviewForm)
  if (!form.ok) return form.reply
  const review = { ...form.value, serviceId, version: form.version ?? 0 }
  const result = await reviewEntry(context, viewer, review, form.sent)
  const said = `${DECISION_DONE[form.value.decision]}.`
  if (result.ok) return redirectSaying(context, href('approvals', {}), said)
  return entryAnswer(context, form, result, said)
}
