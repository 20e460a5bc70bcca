import { useActionData, useLoaderData } from '@remix-run/react'

import { pastReferral } from '~/domain/retention/past.server'
import { paperScreen } from '~/screens/referral/paper'
import { referralPageFor } from '~/screens/referral/facts.server'
import { referralScreen } from '~/screens/referral/page'
import { ownWordsOn, strikeOwnWords } from '~/screens/referral/own-words.server'
import { deletedPage } from '~/screens/retention/deleted-page.server'
import { guarded, notFound } from '~/http/guard.server'
import { newIdempotencyKey } from '~/http/new-idempotency-key.server'
import { idFrom } from '~/http/params.server'
import { titleOrRefusal } from '~/http/refusal-boundary'
import { ReferralBody } from '~/screens/referral/referral-body'

export { links } from '~/styles/work'

export const meta = titleOrRefusal('Referral')

/** One screen for both sides, each with what it may read and do. Anybody else, and any other id, finds no page. */
export const loader = guarded(['officer', 'provider'], async ({ context, viewer, params }) => {
  const referralId = idFrom(params, 'referralId')
  const found = await referralPageFor(context, viewer, referralId)
  if (!found) {
    const past = await pastReferral(context, viewer, referralId)
    if (past) throw deletedPage('referral', past)
    throw notFound()
  }
  const screen = referralScreen(found, viewer.personId, context.clock())
  return {
    screen,
    paper: paperScreen(found, viewer.personId, context.clock()),
    words: await ownWordsOn(context, viewer, found.referral),
    wordsKey: newIdempotencyKey(),
    keys: Object.fromEntries(screen.buttons.map(({ event }) => [event, newIdempotencyKey()])),
  }
})

/** Strikes out what the reader's own organisation wrote with it. */
export const action = guarded(['officer', 'provider'], ({ request, context, viewer, params }) =>
  strikeOwnWords(context, viewer, idFrom(params, 'referralId'), request),
)

export default function Referral() {
  const isRefused = useActionData<typeof action>() !== undefined
  return <ReferralBody {...useLoaderData<typeof loader>()} isRefused={isRefused} />
}

export { RefusalBoundary as ErrorBoundary } from '~/http/refusal-boundary'
