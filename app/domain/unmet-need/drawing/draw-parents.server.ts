import { type Kysely, sql } from 'kysely'
import { newId } from '@db/id'
import type { DB } from '@db/schema'
import { asStatistician } from '@db/viewer-transaction'
import { londonDay } from '../../time/calendar'
import { drawParent } from './draw-parent'
import { readParents } from './read-parents.server'

/**
 * Draws every case of a mother anew, as it stands on that day: what was corrected since is right afterwards. What was drawn of a case that is no longer
 * kept stays, and leads to no case. `workerDb` is the worker's pool. @returns how many were drawn
 */
export async function drawParents(workerDb: Kysely<DB>, now: Date): Promise<number> {
  return asStatistician(workerDb, async trx => {
    await sql`select pg_advisory_xact_lock(hashtext('draw-parents'))`.execute(trx)
    const parents = await readParents(trx)
    await trx
      .deleteFrom('programmeEpisode')
      .where('caseId', 'in', query => query.selectFrom('personCase').select('id'))
      .execute()
    await trx.updateTable('programmeEpisode').set({ caseId: null }).where('caseId', 'is not', null).execute()
    for (const { caseId, ...from } of parents) {
      const { woman, ...row } = drawParent(from, londonDay(now))
      await trx
        .insertInto('programmeEpisode')
        .values({ id: newId(), caseId, ...row, woman: Buffer.from(woman, 'hex'), drawnAt: now })
        .execute()
    }
    return parents.length
  })
}
