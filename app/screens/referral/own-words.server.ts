import type { AppLoadContext } from '@remix-run/node'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import type { DomainContext } from '~/domain/context'
import { ownWords } from '~/domain/held/own-words.server'
import { strikeWords } from '~/domain/held/strike-words.server'
import { wordsSchema } from '~/domain/held/words-form'
import { redirectSaying } from '~/http/message.server'
import { parseForm } from '~/http/parse-form.server'
import { differentBodyPage, notFound, struckPage } from '~/http/respond.server'
import { href } from '~/paths'
import { wordsLine } from '~/screens/own-words/words-line'

/** What the viewer's own organisation wrote with a referral, to be struck out where it should never have been typed. */
export async function ownWordsOn(
  app: DomainContext,
  viewer: SignedInViewer,
  { id, caseId }: { id: string; caseId: string },
) {
  const words = await asViewer(app.db, viewer, trx =>
    ownWords(trx, app.keys, viewer, { caseId, referralId: id }),
  )
  return words.map(wordsLine)
}

/** Strikes out the words that a button of a referral's page names. @throws not found where they are not the viewer's own, or no such referral is */
export async function strikeOwnWords(
  context: AppLoadContext,
  viewer: SignedInViewer,
  referralId: string,
  request: Request,
) {
  const referral = await asViewer(context.db, viewer, trx =>
    trx.selectFrom('referral').select(['id', 'caseId']).where('id', '=', referralId).executeTakeFirst(),
  )
  if (!referral) throw notFound()
  const form = await parseForm(request, wordsSchema)
  if (!form.ok) return form.reply
  const { caseId } = referral
  const result = await strikeWords(context, viewer, { caseId, ...form.value }, form.sent)
  const to = href('referrals/:referralId', { referralId })
  if (result.ok) return redirectSaying(context, to, 'The words are struck out')
  const link = { text: 'Open the page again', href: to }
  if (result.reason === 'different') throw differentBodyPage(link)
  if (result.reason === 'struck') throw struckPage(result, link)
  throw notFound()
}
