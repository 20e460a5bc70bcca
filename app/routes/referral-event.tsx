import { data, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'

import { guarded, notFound } from '~/http/guard.server'
import { newIdempotencyKey } from '~/http/new-idempotency-key.server'
import { idFrom } from '~/http/params.server'
import { RefusalBoundary, wordsOf } from '~/http/refusal-boundary'
import { actOnReferral } from '~/screens/referral-event/act.server'
import { eventFrom, eventPageFor } from '~/screens/referral-event/facts.server'
import { eventPage, eventTitle } from '~/screens/referral-event/page'
import { ReferralEventScreen } from '~/screens/referral-event/screen'
import { pageTitle } from '~/ui/page/page-title'

export { links } from '~/styles/work'

export const meta: MetaFunction<typeof loader> = ({ params, data: drawn, error }) =>
  pageTitle(error == null ? eventTitle(params.event, drawn?.page) : wordsOf(error).title)

export const loader = guarded(['officer', 'provider'], async ({ context, viewer, params }) => {
  const event = eventFrom(params)
  const found = await eventPageFor(context, viewer, idFrom(params, 'referralId'), event)
  if (!found) throw notFound()
  const page = eventPage(event, found, context.clock())
  // Not thrown: after a refused form this loader runs too, and the form is drawn again with what was typed.
  return data({ page, idempotencyKey: newIdempotencyKey() }, { status: found.isAllowed ? 200 : 409 })
})

export const action = guarded(['officer', 'provider'], args => actOnReferral(args))

export default function ReferralEvent() {
  return <ReferralEventScreen {...useLoaderData<typeof loader>()} sent={useActionData<typeof action>()} />
}

export { RefusalBoundary as ErrorBoundary }
