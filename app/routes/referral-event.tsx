import { data, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

import { staleWords } from '~/screens/referral-event/conflict.server'
import { actOf, leadsOn } from '~/domain/referral/events/registry.server'
import { eventDaysFor } from '~/domain/referral/events/event-days.server'
import { eventPage, notNowTitle, notNowWords } from '~/screens/referral-event/page'
import { eventPageFor } from '~/screens/referral-event/facts.server'
import { eventOfPath, eventWords, type ScreenEvent, screenOf } from '~/domain/referral/events/registry'
import { refusalStatus } from '~/domain/referral/refusal'
import { refusalField, refusalSentence } from '~/screens/referral-event/refusal-sentence'
import { basisChanged } from '~/screens/referral-event/basis-changed.server'
import { guarded, notFound } from '~/http/guard.server'
import { wordsOf } from '~/http/refusal-boundary'
import { redirectSaying } from '~/http/message.server'
import { newIdempotencyKey } from '~/http/new-idempotency-key.server'
import { idFrom } from '~/http/params.server'
import { parseForm } from '~/http/parse-form.server'
import { differentBodyPage, refusalPage } from '~/http/respond.server'
import { BackLink } from '~/ui/page/breadcrumbs'
import { pageTitle } from '~/ui/page/page-title'
import { EventForm } from '~/screens/referral-event/event-form'
import { RefusalPage } from '~/ui/page/refusal-page'

export { links } from '~/styles/work'

export const meta: MetaFunction<typeof loader> = ({ params, data: drawn, error }) => {
  if (error != null) return pageTitle(wordsOf(error).title)
  const event = eventOfPath(params.event)
  if (!event) return pageTitle('Referral')
  const title = drawn?.page.isAllowed === false ? notNowTitle(event) : screenOf(event).words.title
  return pageTitle(drawn ? `${title} – ${drawn.page.reference}` : title)
}

export const loader = guarded(['officer', 'provider'], async ({ context, viewer, params }) => {
  const event = eventFrom(params)
  const found = await eventPageFor(context, viewer, idFrom(params, 'referralId'), event)
  if (!found) throw notFound()
  const page = eventPage(event, found, context.clock())
  // Not thrown: after a refused form this loader runs too, and the form is drawn again with what was typed.
  return data({ page, idempotencyKey: newIdempotencyKey() }, { status: found.isAllowed ? 200 : 409 })
})

/** One event of the lifecycle's table: read the form, do it, go back to the referral or say why not. */
export const action = guarded(['officer', 'provider'], async ({ request, context, viewer, params }) => {
  const referralId = idFrom(params, 'referralId')
  const event = eventFrom(params)
  const days = await eventDaysFor(context, viewer, referralId)
  if (!days) throw notFound()
  const form = await parseForm(request, screenOf(event).form(days))
  if (!form.ok) return (await basisChanged(context, viewer, referralId, form)) ?? form.reply
  const version = form.version ?? 0
  const { seen, changesRead } = form
  const given = { referralId, version, seen, changesRead, ...form.value }
  const result = await actOf(event)(context, viewer, given, form.sent)
  if (result.ok) {
    const links = await leadsOn(event, context, viewer, referralId)
    return redirectSaying(context, `/referrals/${referralId}`, eventWords(event, result.state).done, links)
  }
  const status = refusalStatus(result.reason)
  if (status === 404) throw notFound()
  if (result.reason === 'different')
    throw differentBodyPage({ text: 'Open the referral', href: `/referrals/${referralId}` }, form.typed)
  if (result.reason === 'stale') {
    const words = await staleWords(context, viewer, { referralId, version, seen })
    throw refusalPage(409, { ...words, typed: form.typed })
  }
  const reply = form.refuse(refusalField(event, result.reason), refusalSentence(result, event), status)
  if (result.reason !== 'basis_changed') return reply
  return (await basisChanged(context, viewer, referralId, { seen, reply })) ?? reply
})

function eventFrom(params: { event?: string }): ScreenEvent {
  const event = eventOfPath(params.event)
  if (!event) throw notFound()
  return event
}

export default function ReferralEvent() {
  const { page, idempotencyKey } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const changed = sent && 'changed' in sent ? sent.changed : null
  const submission = sent && 'submission' in sent ? sent.submission : changed?.submission
  if (!page.isAllowed && !submission) return <RefusalPage {...notNowWords(page)} />
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink to={`/referrals/${page.referralId}`}>Back to the referral</BackLink>
        <EventForm
          page={page}
          idempotencyKey={idempotencyKey}
          submission={submission}
          differs={changed?.differs ?? null}
        />
      </div>
    </div>
  )
}

export { RefusalBoundary as ErrorBoundary } from '~/http/refusal-boundary'
