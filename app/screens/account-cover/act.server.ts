import type { AppLoadContext } from '@remix-run/node'
import type { SignedInViewer } from '@db/viewer'
import { sayAway, takeCoverBack } from '~/domain/people/cover/cover.server'
import { coverSchema, takeBackSchema } from '~/domain/people/cover/cover-form'
import { formatInstant, londonDay } from '~/domain/time/calendar'
import { redirectSaying } from '~/http/message.server'
import { parseForm } from '~/http/parse-form.server'
import { notFound, refusalPage, SENT_BEFORE } from '~/http/respond.server'
import { DONE, isNotSaid, NOT_SAID } from './page'

/** Says that the viewer is away, or takes it back. @throws the page that is not there, for what is not theirs to take back */
export async function coverActFor(context: AppLoadContext, viewer: SignedInViewer, request: Request) {
  const back = await parseForm(request.clone(), takeBackSchema)
  if (back.ok) {
    const taken = await takeCoverBack(context, viewer, back.value.coverId, back.sent)
    if (taken.ok) return redirectSaying(context, '/account/cover', DONE.back)
    if (taken.reason === 'different') return back.refuse('', SENT_BEFORE)
    if (taken.reason === 'taken_back') throw takenBackPage(taken.at)
    throw notFound()
  }
  const form = await parseForm(request, coverSchema(londonDay(context.clock())))
  if (!form.ok) return form.reply
  const said = await sayAway(context, viewer, form.value, form.sent)
  if (said.ok) return redirectSaying(context, '/account/cover', DONE.said)
  if (!isNotSaid(said.reason)) return form.refuse('', SENT_BEFORE)
  const { field, words } = NOT_SAID[said.reason]
  return form.refuse(field, words)
}

function takenBackPage(at: string) {
  return refusalPage(409, {
    title: 'This was taken back already',
    paragraphs: [`You took it back: ${formatInstant(new Date(at))}. Nothing has changed since.`],
    link: { text: 'Open the page again', href: '/account/cover' },
  })
}
