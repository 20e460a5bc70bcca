import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { RecordChange } from './change-words'

const MOST = 400

export interface RecordAsked {
  serviceId?: string
  organisationId?: string
  /** Only what came after this one. */
  after?: number
  most?: number
}

/** What was changed of a service, or of an organisation itself, the latest first; as far as the viewer may read it. */
export async function recordChanges(
  trx: Transaction<DB>,
  { serviceId, organisationId, after = 0, most = MOST }: RecordAsked,
): Promise<RecordChange[]> {
  const rows = await trx
    .selectFrom('recordChange as c')
    .leftJoin('person as p', 'p.id', 'c.byPerson')
    .select(['c.id', 'c.sequence', 'c.happenedAt', 'p.name as by', 'c.tableName as table'])
    .select(['c.operation', 'c.before', 'c.after'])
    .$if(serviceId !== undefined, query => query.where('c.serviceId', '=', serviceId ?? ''))
    .$if(organisationId !== undefined, query =>
      query.where('c.organisationId', '=', organisationId ?? '').where('c.tableName', '=', 'organisation'),
    )
    .where('c.sequence', '>', after)
    .orderBy('c.sequence', 'desc')
    .limit(most)
    .execute()
  return rows.map(row => ({
    ...row,
    operation: row.operation as RecordChange['operation'],
    before: columnsOf(row.before),
    after: columnsOf(row.after),
  }))
}

/** The trigger keeps rows as objects. */
function columnsOf(kept: unknown): Record<string, unknown> {
  return typeof kept === 'object' && kept !== null ? { ...kept } : {}
}
