import { setTimeout as delay } from 'node:timers/promises'
import { type Kysely, sql, type Transaction } from 'kysely'
import { lostToAnother } from './database-failure'
import type { DB } from './schema'
import { databaseRoleOf, type Viewer } from './viewer'

type Work<T> = (trx: Transaction<DB>) => Promise<T>

const NOBODY: Viewer = { kind: 'public' }

/** How often a transaction is begun that others keep getting in the way of. */
const ATTEMPTS = 5
/** Two that met wait for unlike times, at most this long, twice as long each time. */
const LONGEST_FIRST_WAIT_MS = 20

/**
 * Runs `work` in one transaction whose statements the database holds to what `viewer` may see and do. Commits what it
 * returns after, rolls back what it throws. Where another transaction was in the way (a deadlock, a lock not had), all of it
 * was undone and `work` runs again: nothing outside the database may be awaited or changed inside.
 */
export async function asViewer<T>(db: Kysely<DB>, viewer: Viewer, work: Work<T>): Promise<T> {
  return inTransaction(db, databaseRoleOf(viewer), viewer, work)
}

/** As the part that checks credentials and keeps sessions, before it is known who is looking. */
export async function asSignIn<T>(db: Kysely<DB>, work: Work<T>): Promise<T> {
  return inTransaction(db, 'throughgate_sign_in', NOBODY, work)
}

/** The same about one person: what they prove who they are by is read of them alone (db/migrations/0068_second_factors.ts). */
export async function asSignInOf<T>(db: Kysely<DB>, personId: string, work: Work<T>): Promise<T> {
  return asSignIn(db, async trx => {
    await sql`select set_config('app.person_id', ${personId}, true)`.execute(trx)
    return work(trx)
  })
}

/** As the part that copies services into the search index: it sees supply and no person. */
export async function asIndexer<T>(db: Kysely<DB>, work: Work<T>): Promise<T> {
  return inTransaction(db, 'throughgate_indexer', NOBODY, work)
}

/** As the worker: the timetable and the jobs. `workerDb` is the worker's own pool. */
export async function asWorker<T>(workerDb: Kysely<DB>, work: Work<T>): Promise<T> {
  return inTransaction(workerDb, 'throughgate_worker', NOBODY, work)
}

/** As the part that counts women's episodes and publishes figures: it reads codes and days, no name and no words. */
export async function asStatistician<T>(workerDb: Kysely<DB>, work: Work<T>): Promise<T> {
  return inTransaction(workerDb, 'throughgate_statistician', NOBODY, work)
}

/**
 * Inside a viewer's transaction, does what must follow on the other referrals of one case, which the viewer cannot see:
 * as throughgate_system, held to that case. The role that was, and the case it was held to, are back afterwards. When `work` throws, the
 * whole transaction is lost, and nothing is put back.
 */
export async function asSystem<T>(trx: Transaction<DB>, caseId: string, work: Work<T>): Promise<T> {
  const { rows } = await sql<{ role: string; held: string }>`
    select current_setting('role') as role, current_setting('app.case_id') as held`.execute(trx)
  const { role, held } = rows[0] ?? { role: 'none', held: '' }
  await sql`select set_config('role', 'throughgate_system', true), set_config('app.case_id', ${caseId}, true)`.execute(
    trx,
  )
  const result = await work(trx)
  await sql`select set_config('role', ${role}, true), set_config('app.case_id', ${held}, true)`.execute(trx)
  return result
}

/** Inside a viewer's transaction, reads or writes the hidden places of services that the viewer's own organisation keeps: their own grant. */
export async function asKeeperOfPlaces<T>(trx: Transaction<DB>, work: Work<T>): Promise<T> {
  const { rows } = await sql<{ role: string }>`select current_setting('role') as role`.execute(trx)
  await sql`select set_config('role', 'throughgate_confidential', true)`.execute(trx)
  const result = await work(trx)
  await sql`select set_config('role', ${rows[0]?.role ?? 'none'}, true)`.execute(trx)
  return result
}

async function inTransaction<T>(db: Kysely<DB>, role: string, viewer: Viewer, work: Work<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await inOneTransaction(db, role, viewer, work)
    } catch (error) {
      if (attempt === ATTEMPTS || !lostToAnother(error)) throw error
      await delay(Math.random() * LONGEST_FIRST_WAIT_MS * 2 ** attempt)
    }
  }
}

/**
 * The settings are local to the transaction, so a pooled connection carries nobody over to the next request. One
 * statement sets them all: the role first or last makes no difference, for anybody may set app.*.
 */
function inOneTransaction<T>(db: Kysely<DB>, role: string, viewer: Viewer, work: Work<T>): Promise<T> {
  const { personId = '', organisationId = '', role: viewerRole = '' } = viewer.kind === 'member' ? viewer : {}
  return db.transaction().execute(async trx => {
    await sql`
      select set_config('role', ${role}, true),
             set_config('app.person_id', ${personId}, true),
             set_config('app.organisation_id', ${organisationId}, true),
             set_config('app.role', ${viewerRole}, true),
             set_config('app.case_id', '', true)`.execute(trx)
    return work(trx)
  })
}
