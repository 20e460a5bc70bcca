import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '~/domain/context'
import { findEntry } from '~/domain/entry/entry.server'
import { hiddenHistory } from '~/domain/entry/hidden/hidden-history.server'
import { newIdempotencyKey } from '~/http/new-idempotency-key.server'
import { historyLines } from '~/screens/record-history/history-lines'

/** Everything that was changed of the hidden places of an entry; null where the viewer does not hold their grant. */
export async function hiddenHistoryFor(
  app: DomainContext,
  viewer: SignedInViewer,
  { serviceId, page }: { serviceId: string; page: number },
) {
  const entry = await findEntry(app, viewer, serviceId)
  const history = entry && (await hiddenHistory(app, viewer, { entry, page }))
  if (!history) return null
  return {
    ...{ id: entry.id, name: entry.name, paging: history.paging },
    // Who may read it is who corrects such a place, and strikes words out of it.
    changes: historyLines(history.changes, () => true),
    carried: { idempotencyKey: newIdempotencyKey() },
  }
}

export type HiddenHistory = NonNullable<Awaited<ReturnType<typeof hiddenHistoryFor>>>
