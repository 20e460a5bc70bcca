import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import type { DomainContext } from '~/domain/context'
import { findEntry } from '~/domain/entry/entry.server'
import { strikesUnread } from '~/domain/entry/hidden/unread'
import { holdsHidden } from '~/domain/entry/keeper'
import { reviewsOf } from '~/domain/entry/reviews.server'
import { mayKeepSites, sitesOf } from '~/domain/entry/sites.server'
import { openNotes } from '~/domain/entry-note/notes.server'
import { recordChanges } from '~/domain/record-change/record-changes.server'
import { correctsAnyRoom, keepsVacancies } from '~/domain/vacancy/own/vacancy-access.server'
import { newIdempotencyKey } from '~/http/new-idempotency-key.server'
import { noteLine } from '~/screens/entry-note/page'
import { historyLines } from '~/screens/record-history/history-lines'
import { entryPage, reviewShown } from './page'

const LATEST = 5

/** What the page of one entry shows; null where the viewer is neither of its people nor an editor. */
export async function ourServiceFor(
  app: DomainContext,
  viewer: SignedInViewer,
  { serviceId, page }: { serviceId: string; page: number },
) {
  const entry = await findEntry(app, viewer, serviceId)
  if (entry === null) return null
  const { changes, reviews, notes } = await asViewer(app.db, viewer, async trx => ({
    changes: await recordChanges(trx, { serviceId, most: 40 }),
    reviews: await reviewsOf(trx, serviceId),
    notes: await openNotes(trx, viewer, { serviceId, page }),
  }))
  const isOwnPlace = entry.isPlace && keepsVacancies(viewer) && entry.organisationId === viewer.organisationId
  const hadHidden = entry.confidential || reviews.some(({ decision }) => decision === 'shown')
  return {
    ...entryPage(viewer, entry),
    sites: await sitesOf(app, viewer, entry),
    keepsRooms: entry.standing !== 'closed' && (isOwnPlace || (entry.isPlace && correctsAnyRoom(viewer))),
    keepsPast: isOwnPlace && entry.standing === 'closed',
    maySites: mayKeepSites(viewer, entry),
    hadHidden: hadHidden && holdsHidden(viewer, entry),
    strikesUnread: hadHidden && strikesUnread(viewer),
    reviews: reviews.map(reviewShown),
    notes: notes.notes.map(noteLine),
    notesPaging: notes.paging,
    latest: historyLines(changes).slice(0, LATEST),
    carried: { idempotencyKey: newIdempotencyKey(), version: entry.version },
  }
}

export type OurService = NonNullable<Awaited<ReturnType<typeof ourServiceFor>>>
