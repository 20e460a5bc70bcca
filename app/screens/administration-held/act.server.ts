import type { AppLoadContext } from '@remix-run/node'
import { z } from 'zod'
import type { SignedInViewer } from '@db/viewer'
import { isHeld } from '~/domain/held/held-person.server'
import { strikeWords } from '~/domain/held/strike-words.server'
import { CHOOSE_WORDS, wordsSchema } from '~/domain/held/words-form'
import { redirectSaying } from '~/http/message.server'
import { parseForm } from '~/http/parse-form.server'
import { differentBodyPage, notFound, struckPage } from '~/http/respond.server'
import { href } from '~/paths'

const schema = wordsSchema.extend({ ofCase: z.uuid({ error: CHOOSE_WORDS }) })

/** Strikes out the words that a button of the page names. */
export async function strikeAction(
  context: AppLoadContext,
  viewer: SignedInViewer,
  caseId: string,
  request: Request,
) {
  if (!(await isHeld(context, viewer, caseId))) throw notFound()
  const form = await parseForm(request, schema)
  const to = href('administration/person/:caseId', { caseId })
  if (!form.ok) return form.reply
  const { ofCase, ...words } = form.value
  const result = await strikeWords(context, viewer, { caseId: ofCase, ...words }, form.sent)
  if (result.ok) return redirectSaying(context, to, 'The words are struck out')
  const link = { text: 'Open the page again', href: to }
  if (result.reason === 'different') throw differentBodyPage(link)
  if (result.reason === 'struck') throw struckPage(result, link)
  throw notFound()
}
