import { CompiledQuery, type Transaction } from 'kysely'
import PgBoss from 'pg-boss'
import { openPool } from './connection'
import { patientDatabase } from './patient-database'
import type { DB } from './schema'

/** Every kind of background work. db/migrate.ts makes a queue for each. */
export const JOB_QUEUES = [
  'notify',
  'send-email',
  'expire-offers',
  'stays-not-gone',
  'close-rooms',
  'policies-written',
  'tell-funding',
  'tell-late',
  'remind',
  'demo-confirm',
  'tidy',
  'reconcile',
  'read-supply',
  'own-match',
  'draw-episodes',
  'retain',
  'mark-names',
  'publish-figures',
] as const

export type JobName = (typeof JOB_QUEUES)[number]

interface JobOptions {
  /** Not before this instant; at once unless told. */
  startAfter?: Date
  /** While a job with this key waits in its time slot of `singletonSeconds`, another is not put in. */
  singletonKey?: string
  /** The length of that slot, in seconds; at most 12 hours. */
  singletonSeconds?: number
}

/** Puts jobs in, inside the transaction that causes them. */
export interface JobQueue {
  /**
   * Puts a job in that exists once `trx` commits and never when it does not. `data` holds ids, never what they stand for.
   * @returns the job's id, or null when its singleton key was taken
   */
  enqueue(
    trx: Transaction<DB>,
    name: JobName,
    data: Record<string, string>,
    options?: JobOptions,
  ): Promise<string | null>
}

/** The queue for the process that serves pages. It has no connection of its own. */
export function createJobQueue(): JobQueue {
  const boss = new PgBoss({ db: refusingDatabase(), migrate: false, supervise: false, schedule: false })
  return {
    enqueue: (trx, name, data, options = {}) => boss.send(name, data, { ...options, db: within(trx) }),
  }
}

/** A job left in hand by a worker that is gone is found this often; with its own limits it is taken again within a minute. */
const MAINTENANCE_SECONDS = 10
const WORKER_POOL = { max: 4, statementTimeoutMs: 5000 }

/**
 * A started pg-boss for the worker: it takes jobs, keeps the timetable and tidies up, and waits while the database is
 * away. `stop()` ends it.
 * @param workerUrl throughgate_worker
 * @param onError told of what goes wrong outside any job, such as the database being away
 * @throws when the job tables are not there or are of another version: run the migrations
 */
export async function createWorkerBoss(workerUrl: string, onError: (error: Error) => void): Promise<PgBoss> {
  const pool = openPool(workerUrl, { ...WORKER_POOL, onIdleError: onError })
  const db = patientDatabase(pool, onError)
  const boss = new PgBoss({ db, migrate: false, maintenanceIntervalSeconds: MAINTENANCE_SECONDS })
  boss.on('error', onError)
  boss.once('stopped', () => void pool.end())
  try {
    await boss.start()
  } catch (error) {
    await pool.end()
    throw error
  }
  db.waitForIt()
  return boss
}

function within(trx: Transaction<DB>): PgBoss.Db {
  return {
    async executeSql(text, values) {
      const { rows } = await trx.executeQuery(CompiledQuery.raw(text, values))
      return { rows }
    },
  }
}

/** Without it pg-boss would open a pool, and a job could slip out of its transaction. */
function refusingDatabase(): PgBoss.Db {
  return {
    executeSql: () =>
      Promise.reject(new Error('A job is put in only inside the transaction that causes it.')),
  }
}
