import { sql } from 'kysely'
import { answeredBefore, type FormRequest } from '@db/idempotency'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import type { DomainContext } from '../context'

/** What is to be added: rows of a table, of a service unless it is one itself, with what is typed of each by its columns. */
export interface Added {
  table: 'service' | 'site' | 'cohort' | 'bedspace'
  serviceId: string | null
  like: Readonly<Record<string, string | number | boolean | null>>
  /** How many rows at once. */
  many?: number
}

/**
 * When the viewer added just the same a short while ago, by another form: a page that was gone back to is drawn anew, with what was typed, and sends it a
 * second time. Null where not, and for the form that did it, which is told what it did.
 */
export async function addedAlike(
  { db }: Pick<DomainContext, 'db'>,
  viewer: SignedInViewer,
  { table, serviceId, like, many = 1 }: Added,
  request: FormRequest,
): Promise<Date | null> {
  return asViewer(db, viewer, async trx => {
    if ((await answeredBefore(trx, viewer, request)) !== null) return null
    const last = await trx
      .selectFrom('recordChange')
      .select('happenedAt')
      .where('byPerson', '=', viewer.personId)
      .where('tableName', '=', table)
      .where('operation', '=', 'insert')
      .$if(serviceId !== null, query => query.where('serviceId', '=', serviceId ?? ''))
      .where(sql<boolean>`after @> ${JSON.stringify(like)}::jsonb`)
      .where(sql<boolean>`happened_at > app_now() - interval '30 minutes'`)
      .groupBy('happenedAt')
      .having(({ fn }) => fn.countAll(), '=', String(many))
      .orderBy('happenedAt', 'desc')
      .executeTakeFirst()
    return last?.happenedAt ?? null
  })
}
