import type { AppLoadContext } from '@remix-run/node'
import { z } from 'zod'
import type { SignedInViewer } from '@db/viewer'
import { CHOOSE_WORDS } from '~/domain/held/words-form'
import { type RecordOf, strikeOldWords } from '~/domain/record-change/strike-old-words.server'
import { redirectSaying } from '~/http/message.server'
import { parseForm } from '~/http/parse-form.server'
import { differentBodyPage, notFound, refusalPage, struckPage } from '~/http/respond.server'
import { TABLE_WORDS } from './table-words'

const strikeForm = z.object({
  intent: z.literal('strike', { error: CHOOSE_WORDS }),
  changeId: z.uuid({ error: CHOOSE_WORDS }),
  place: z.string({ error: CHOOSE_WORDS }).max(80, { error: CHOOSE_WORDS }),
})

/** Whether a form is one that strikes words out of a history. Leaves the request to be read again. */
export async function isStrike(request: Request): Promise<boolean> {
  return (await request.clone().formData()).get('intent') === 'strike'
}

/** Strikes old words out of a history that the viewer was found to read, and says so on the page `to`. @throws not found where there are none of the viewer's */
export async function strikeFor(
  context: AppLoadContext,
  viewer: SignedInViewer,
  { of, to }: { of: RecordOf; to: string },
  request: Request,
) {
  const form = await parseForm(request, strikeForm)
  if (!form.ok) return form.reply
  const { changeId, place } = form.value
  const result = await strikeOldWords(context, viewer, { changeId, place, of }, TABLE_WORDS, form.sent)
  if (result.ok)
    return redirectSaying(context, to, 'The old words are struck out, wherever the history had them')
  const link = { text: 'Open the page again', href: to }
  if (result.reason === 'different') throw differentBodyPage(link)
  if (result.reason === 'not_found') throw notFound()
  if (result.reason === 'struck') throw struckPage(result, link)
  throw refusalPage(409, {
    title: 'These words still stand',
    paragraphs: [
      'They are what it says now, so nothing was struck out. Correct them first; then strike out what it said before.',
    ],
    link,
  })
}
