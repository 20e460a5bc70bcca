import { sql, type Transaction } from 'kysely'
import { DatabaseError } from 'pg'
import type { DB } from '@db/schema'

const EXCLUDED = '23P01'

/**
 * Does work that moves claims, or nothing of it where somebody claimed one of those days in the meantime: the database says
 * so by an error, which would end the whole transaction. Returns whether it was done.
 */
export async function unlessTaken(trx: Transaction<DB>, work: () => Promise<unknown>): Promise<boolean> {
  const done = await allOrNothing(trx, async () => {
    try {
      await work()
      return { ok: true }
    } catch (error) {
      if (error instanceof DatabaseError && error.code === EXCLUDED) return { ok: false }
      throw error
    }
  })
  return done.ok
}

/** Does work of several statements, and puts everything back as it was before where its result is not ok. */
export async function allOrNothing<Result extends { ok: boolean }>(
  trx: Transaction<DB>,
  work: () => Promise<Result>,
): Promise<Result> {
  await sql`savepoint before_claims`.execute(trx)
  const result = await work()
  if (!result.ok) await sql`rollback to savepoint before_claims`.execute(trx)
  // Released either way: one inside another is put back to its own beginning.
  await sql`release savepoint before_claims`.execute(trx)
  return result
}

/** Days of a bedspace, as PostgreSQL writes a range of them. */
export interface WantedDays {
  bedspaceId: string
  during: string
}

/**
 * Whether another claim than some stands on any of these days: what the database's constraint would say, asked before anything is
 * offered. What has lapsed is in nobody's way. Whoever then does it may still come too late: the constraint decides.
 */
export async function areTaken(
  trx: Transaction<DB>,
  wanted: readonly WantedDays[],
  but: readonly string[],
  now: Date,
): Promise<boolean> {
  for (const { bedspaceId, during } of wanted) {
    const other = await trx
      .selectFrom('bedspaceClaim')
      .select('id')
      .where('bedspaceId', '=', bedspaceId)
      .where('active', '=', true)
      .where('id', 'not in', but)
      .where(where => where.or([where('lapsesAt', 'is', null), where('lapsesAt', '>', now)]))
      .where(sql<boolean>`during && ${during}::daterange`)
      .executeTakeFirst()
    if (other) return true
  }
  return false
}
