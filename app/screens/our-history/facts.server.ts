import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import type { DomainContext } from '~/domain/context'
import { findEntry } from '~/domain/entry/entry.server'
import { recordChanges } from '~/domain/record-change/record-changes.server'
import { historyLines } from '~/screens/record-history/history-lines'

/** Everything that was changed of an entry; null where the viewer is neither of its people nor an editor. */
export async function entryHistoryFor(app: DomainContext, viewer: SignedInViewer, serviceId: string) {
  const entry = await findEntry(app, viewer, serviceId)
  if (entry === null) return null
  const changes = await asViewer(app.db, viewer, trx => recordChanges(trx, { serviceId }))
  return { id: entry.id, name: entry.name, changes: historyLines(changes) }
}

export type EntryHistory = NonNullable<Awaited<ReturnType<typeof entryHistoryFor>>>
