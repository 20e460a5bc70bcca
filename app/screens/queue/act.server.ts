import type { AppLoadContext } from '@remix-run/node'
import type { z } from 'zod'
import type { SignedInViewer } from '@db/viewer'
import type { leftAnswerSchema } from '~/domain/nobody-fits/nobody-fits'
import { strikeLeftAnswer } from '~/domain/nobody-fits/strike-left-answer.server'
import { redirectSaying } from '~/http/message.server'
import type { ParsedForm } from '~/http/parse-form.server'
import { differentBodyPage, notFound, struckPage } from '~/http/respond.server'
import { ANSWER_STRUCK } from './page'

/** Strikes out what was answered of a case that left the queue. @throws not found where it is not the viewer's, and the page that says so where it is struck already */
export async function strikeAnswer(
  context: AppLoadContext,
  viewer: SignedInViewer,
  { value: { row }, sent }: ParsedForm<z.output<typeof leftAnswerSchema>>,
) {
  const result = await strikeLeftAnswer(context, viewer, row, sent)
  if (result.ok) return redirectSaying(context, '/queue', ANSWER_STRUCK)
  const link = { text: 'Open the page again', href: '/queue' }
  if (result.reason === 'different') throw differentBodyPage(link)
  if (result.reason === 'struck') throw struckPage(result, link)
  throw notFound()
}
