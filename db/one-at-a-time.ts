import { setTimeout as delay } from 'node:timers/promises'
import { type Kysely, sql } from 'kysely'
import type { DB } from './schema'

/** What only one process at a time may do; any numbers will do that nothing else in this database locks. */
const LOCKS = { 'fill the shared index': 7_304_002 } as const

const TRY_AGAIN_MS = 250

/**
 * Does `work` while nobody else on this database does the same thing, and waits for its turn until then. Whoever is killed in
 * the middle lets go with its connection.
 */
export async function oneAtATime<T>(
  db: Kysely<DB>,
  thing: keyof typeof LOCKS,
  work: () => Promise<T>,
): Promise<T> {
  return db.connection().execute(async connection => {
    while (!(await isOurs(connection, LOCKS[thing]))) await delay(TRY_AGAIN_MS)
    try {
      return await work()
    } finally {
      await sql`select pg_advisory_unlock(${LOCKS[thing]})`.execute(connection)
    }
  })
}

async function isOurs(connection: Kysely<DB>, lock: number): Promise<boolean> {
  const { rows } = await sql<{ ours: boolean }>`select pg_try_advisory_lock(${lock}) as ours`.execute(
    connection,
  )
  return rows[0]?.ours ?? false
}
