import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'

/** One change of a room: the columns that changed, as they were and as they became. */
export interface RoomChanged {
  id: string
  at: Date
  by: string | null
  before: Readonly<Record<string, unknown>>
  after: Readonly<Record<string, unknown>>
}

/** What a room was, the latest first, for those who keep it; row-level security says who they are. */
export async function roomChanges(trx: Transaction<DB>, bedspaceId: string): Promise<RoomChanged[]> {
  const rows = await trx
    .selectFrom('recordChange as change')
    .leftJoin('person', 'person.id', 'change.byPerson')
    .select(['change.id', 'change.happenedAt as at', 'person.name as by', 'change.before', 'change.after'])
    .where('change.tableName', '=', 'bedspace')
    .where('change.rowKey', '=', bedspaceId)
    .where('change.operation', '=', 'update')
    .orderBy('change.sequence', 'desc')
    .execute()
  return rows.map(row => ({ ...row, before: columnsOf(row.before), after: columnsOf(row.after) }))
}

function columnsOf(kept: unknown): Readonly<Record<string, unknown>> {
  return typeof kept === 'object' && kept !== null && !Array.isArray(kept) ? { ...kept } : {}
}
