import { sql, type Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { StruckAlready } from '../../words/struck'

/** Words about somebody: the table they lie in, of those in app/domain/held/words-places.ts, and its row. */
interface Words {
  caseId: string
  place: string
  row: string
}

/** Who struck words about somebody out, and when, for whoever could have; null where nobody did. */
export async function struckAlready(
  trx: Transaction<DB>,
  { caseId, place, row }: Words,
): Promise<StruckAlready | null> {
  const { rows } = await sql<{ by: string; at: Date }>`
    select struck_by as by, struck_at as at from words_struck(${caseId}, ${place}, ${row})`.execute(trx)
  const [struck] = rows
  return struck ? { ok: false, reason: 'struck', by: struck.by, at: struck.at.toISOString() } : null
}
