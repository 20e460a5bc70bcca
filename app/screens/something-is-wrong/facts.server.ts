import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import type { DomainContext } from '~/domain/context'
import { ownNotes } from '~/domain/entry-note/notes.server'
import { toldOf } from '~/domain/entry-note/tell-note.server'
import { newIdempotencyKey } from '~/http/new-idempotency-key.server'
import { noteLine } from '~/screens/entry-note/page'

/** What the page shows on which one tells that something is wrong with an entry; null for one's own, and one that nobody can be told about. */
export async function tellPageFor(app: DomainContext, viewer: SignedInViewer, serviceId: string) {
  return asViewer(app.db, viewer, async trx => {
    if ((await toldOf(trx, viewer, serviceId)) !== 'others') return null
    const service = await trx
      .selectFrom('service as s')
      .innerJoin('organisation as o', 'o.id', 's.organisationId')
      .select(['s.id', 's.name', 'o.name as provider'])
      .where('s.id', '=', serviceId)
      .executeTakeFirst()
    if (!service) return null
    return {
      ...service,
      told: (await ownNotes(trx, viewer, serviceId)).map(noteLine),
      carried: { idempotencyKey: newIdempotencyKey() },
    }
  })
}

export type TellPage = NonNullable<Awaited<ReturnType<typeof tellPageFor>>>
