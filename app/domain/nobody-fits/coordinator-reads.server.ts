import { sql, type Transaction } from 'kysely'
import { newId } from '@db/id'
import type { DB } from '@db/schema'
import { asSystem } from '@db/viewer-transaction'
import type { EndedAs } from './nobody-fits'

/** By the database's own clock, which the row policies go by. */
const NOW = sql<Date>`app_now()`

/** Opens what triage reads of a case to the region's coordinators; false where the region has none. */
export async function openToCoordinator(
  trx: Transaction<DB>,
  { caseId, entryId }: { caseId: string; entryId: string },
): Promise<boolean> {
  return asSystem(trx, caseId, async system => {
    const region = await system
      .selectFrom('membership')
      .innerJoin('organisation', 'organisation.id', 'membership.organisationId')
      .select('organisation.id')
      .where('organisation.kind', '=', 'region')
      .where('membership.role', '=', 'coordinator')
      .where('membership.endedAt', 'is', null)
      .orderBy('organisation.id')
      .executeTakeFirst()
    if (!region) return false
    await system
      .insertInto('caseReader')
      .values({
        id: newId(),
        caseId,
        organisationId: region.id,
        role: 'coordinator',
        tier: 1,
        queueId: entryId,
      })
      .execute()
    return true
  })
}

/** Ends what stands of a case's queue, and the coordinator's reading with it, at once. */
export async function endEntry(
  trx: Transaction<DB>,
  entry: { id: string; caseId: string },
  ended: { endedAs: EndedAs; endedAt: Date; endedBy: string },
): Promise<void> {
  await trx.updateTable('nobodyFits').set(ended).where('id', '=', entry.id).execute()
  await asSystem(trx, entry.caseId, system =>
    system.updateTable('caseReader').set({ until: NOW }).where('queueId', '=', entry.id).execute(),
  )
}

/** The entry that stands of a case, as far as the viewer may read it. */
export async function standingEntry(trx: Transaction<DB>, caseId: string) {
  return trx
    .selectFrom('nobodyFits')
    .select(['id', 'caseId', 'agreed', 'takenBy', 'recordedBy'])
    .where('caseId', '=', caseId)
    .where('endedAt', 'is', null)
    .executeTakeFirst()
}
