import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import type { DomainContext } from '~/domain/context'
import { mayTakeBack } from '~/domain/entry/correct-review.server'
import { findEntry } from '~/domain/entry/entry.server'
import { TAKEN_BACK_FOLLOWS } from '~/domain/entry/review'
import { reviewsOf } from '~/domain/entry/reviews.server'
import { newIdempotencyKey } from '~/http/new-idempotency-key.server'
import { reviewShown } from '~/screens/our-service/page'

/** One decision of an editor that stands, to be worded anew or taken back; null for one that is not there, or was taken back. */
export async function decisionFor(
  app: DomainContext,
  viewer: SignedInViewer,
  { serviceId, reviewId }: { serviceId: string; reviewId: string },
) {
  const entry = await findEntry(app, viewer, serviceId)
  if (entry === null) return null
  const reviews = await asViewer(app.db, viewer, trx => reviewsOf(trx, serviceId))
  const review = reviews.find(({ id }) => id === reviewId)
  if (!review || review.takenBack !== null) return null
  const key = () => ({ idempotencyKey: newIdempotencyKey(), version: entry.version })
  return {
    serviceId,
    name: entry.name,
    provider: entry.provider,
    review: reviewShown(review),
    /** What follows where it is taken back; null where one was made since, or the entry has moved on. */
    follows: mayTakeBack(entry, review, reviews) ? TAKEN_BACK_FOLLOWS[review.decision] : null,
    keys: { words: key(), take_back: key() },
  }
}

export type DecisionPage = NonNullable<Awaited<ReturnType<typeof decisionFor>>>
