import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import type { DomainContext } from '~/domain/context'
import { findEntry } from '~/domain/entry/entry.server'
import { decisionsFor } from '~/domain/entry/review'
import { readThrough, reviewsOf } from '~/domain/entry/reviews.server'
import { recordChanges } from '~/domain/record-change/record-changes.server'
import { newIdempotencyKey } from '~/http/new-idempotency-key.server'
import { entryPage, reviewShown } from '~/screens/our-service/page'
import { historyLines } from '~/screens/record-history/history-lines'
import { wholeEntryOf } from './whole-entry.server'

/** What an editor reads of one entry before deciding: what changed beside what was, and of a first entry all of it. */
export async function approvalFor(app: DomainContext, viewer: SignedInViewer, serviceId: string) {
  const entry = await findEntry(app, viewer, serviceId)
  if (entry === null) return null
  const { changes, reviews, through } = await asViewer(app.db, viewer, async trx => {
    const read = await readThrough(trx, serviceId)
    const since = await recordChanges(trx, { serviceId, after: read })
    return {
      changes: since,
      reviews: await reviewsOf(trx, serviceId),
      through: since[0]?.sequence ?? read,
    }
  })
  return {
    ...entryPage(viewer, entry),
    whole: await wholeEntryOf(app, viewer, entry),
    changes: historyLines(changes),
    decisions: decisionsFor(entry),
    reviews: reviews.map(reviewShown),
    carried: { idempotencyKey: newIdempotencyKey(), version: entry.version, through },
  }
}

export type Approval = NonNullable<Awaited<ReturnType<typeof approvalFor>>>
