import type { AppLoadContext } from '@remix-run/node'
import type { SignedInViewer } from '@db/viewer'
import { NAMES_SOMEBODY, tellForm } from '~/domain/entry-note/note'
import { tellNote } from '~/domain/entry-note/tell-note.server'
import { redirectSaying } from '~/http/message.server'
import { parseForm } from '~/http/parse-form.server'
import { notFound, SENT_BEFORE } from '~/http/respond.server'
import { href } from '~/paths'
import { TOLD_TODAY } from '~/screens/entry-note/page'
import { tellPageFor } from './facts.server'

/** Tells that something is wrong with an entry. @throws not found where there is none that the viewer can tell about */
export async function tellFor(
  context: AppLoadContext,
  viewer: SignedInViewer,
  serviceId: string,
  request: Request,
) {
  if ((await tellPageFor(context, viewer, serviceId)) === null) throw notFound()
  const form = await parseForm(request, tellForm)
  if (!form.ok) return form.reply
  const result = await tellNote(context, viewer, { serviceId, ...form.value }, form.sent)
  if (result.ok)
    return redirectSaying(
      context,
      href('services/:serviceId/something-is-wrong', { serviceId }),
      'Told. The provider and the editors read it; you read their answer here and in your messages.',
    )
  if (result.reason === 'today') return form.refuse('kind', TOLD_TODAY, 409)
  if (result.reason === 'names_person') return form.refuse('words', NAMES_SOMEBODY)
  if (result.reason === 'different') return form.refuse('', SENT_BEFORE)
  throw notFound()
}
