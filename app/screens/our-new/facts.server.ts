import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import type { DomainContext } from '~/domain/context'
import { isEditor } from '~/domain/entry/keeper'
import { newIdempotencyKey } from '~/http/new-idempotency-key.server'

/** What the page that begins an entry shows: an editor says whose it is. */
export async function newEntryFor(app: DomainContext, viewer: SignedInViewer) {
  return {
    organisations: isEditor(viewer) ? await mayHoldServices(app, viewer) : null,
    carried: { idempotencyKey: newIdempotencyKey() },
  }
}

export type NewEntryPage = Awaited<ReturnType<typeof newEntryFor>>

function mayHoldServices(app: DomainContext, viewer: SignedInViewer) {
  return asViewer(app.db, viewer, trx =>
    trx
      .selectFrom('organisation')
      .select(['id as value', 'name as text'])
      .where('kind', 'in', ['provider', 'council', 'region', 'prison'])
      .where('closedAt', 'is', null)
      .orderBy('name')
      .execute(),
  )
}
