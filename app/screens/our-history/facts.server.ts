import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import type { DomainContext } from '~/domain/context'
import { findEntry } from '~/domain/entry/entry.server'
import { PAGE_LENGTH, pageOf } from '~/domain/list/paging'
import { mayStrikeOld } from '~/domain/record-change/old-words'
import { countRecordChanges, recordChanges } from '~/domain/record-change/record-changes.server'
import { newIdempotencyKey } from '~/http/new-idempotency-key.server'
import { historyLines } from '~/screens/record-history/history-lines'

/** Everything that was changed of an entry; null where the viewer is neither of its people nor an editor. */
export async function entryHistoryFor(
  app: DomainContext,
  viewer: SignedInViewer,
  { serviceId, page }: { serviceId: string; page: number },
) {
  const entry = await findEntry(app, viewer, serviceId)
  if (entry === null) return null
  return asViewer(app.db, viewer, async trx => {
    const paging = pageOf(page, await countRecordChanges(trx, { serviceId }))
    const changes = await recordChanges(trx, { serviceId, most: PAGE_LENGTH, first: paging.first })
    const mayStrike = (table: string) => mayStrikeOld(viewer, { table, whose: entry.organisationId })
    return {
      ...{ id: entry.id, name: entry.name, paging },
      changes: historyLines(changes, mayStrike),
      carried: { idempotencyKey: newIdempotencyKey() },
    }
  })
}

export type EntryHistory = NonNullable<Awaited<ReturnType<typeof entryHistoryFor>>>
