import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import type { DomainContext } from '~/domain/context'
import { mayTakeBack } from '~/domain/entry/correct-review.server'
import { findEntry } from '~/domain/entry/entry.server'
import { hasWordsToStrike, TAKEN_BACK_FOLLOWS } from '~/domain/entry/review'
import { reviewsOf } from '~/domain/entry/reviews.server'
import { struckNow } from '~/domain/words/struck'
import { newIdempotencyKey } from '~/http/new-idempotency-key.server'
import { reviewShown } from '~/screens/our-service/page'

/** One decision of an editor, to be worded anew or taken back while it stands, its words to be struck out; null for one that is not there. One that was taken back says so, whoever still has it open. */
export async function decisionFor(
  app: DomainContext,
  viewer: SignedInViewer,
  { serviceId, reviewId }: { serviceId: string; reviewId: string },
) {
  const entry = await findEntry(app, viewer, serviceId)
  if (entry === null) return null
  const reviews = await asViewer(app.db, viewer, trx => reviewsOf(trx, serviceId))
  const review = reviews.find(({ id }) => id === reviewId)
  if (!review) return null
  const stands = review.takenBack === null
  const mayStrike = hasWordsToStrike(review)
  const key = () => ({ idempotencyKey: newIdempotencyKey(), version: entry.version })
  return {
    serviceId,
    name: entry.name,
    provider: entry.provider,
    review: reviewShown(review),
    /** What a form for other words starts with; null of one that was taken back. */
    words: stands ? (mayStrike ? (review.words ?? '') : '') : null,
    mayStrike,
    /** By whom, where its words are struck out. */
    struck: struckNow(review.words, review.struck),
    /** What follows where it is taken back; null where one was made since, or the entry has moved on. */
    follows: mayTakeBack(entry, review, reviews) ? TAKEN_BACK_FOLLOWS[review.decision] : null,
    keys: { words: key(), take_back: key(), strike: key() },
  }
}

export type DecisionPage = NonNullable<Awaited<ReturnType<typeof decisionFor>>>
