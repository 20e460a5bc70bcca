import { CompiledQuery, type Transaction } from 'kysely'
import PgBoss from 'pg-boss'
import type { DB } from './schema'

/** Every kind of background work. db/migrate.ts makes a queue for each. */
export const JOB_QUEUES = ['notify', 'send-email', 'expire-offers', 'demo-confirm', 'tidy'] as const

export type JobName = (typeof JOB_QUEUES)[number]

export interface JobOptions {
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

/**
 * A started pg-boss for the worker: it takes jobs, keeps the timetable and tidies up. `stop()` ends it.
 * @param workerUrl throughgate_worker
 * @param onError told of what goes wrong outside any job, such as the database being away
 * @throws when the job tables are not there or are of another version: run the migrations
 */
export async function createWorkerBoss(workerUrl: string, onError: (error: Error) => void): Promise<PgBoss> {
  const poolOptions = { connectionTimeoutMillis: 1000, keepAlive: true, max: 4 }
  const boss = new PgBoss({ ...poolOptions, connectionString: workerUrl, migrate: false })
  boss.on('error', onError)
  return boss.start()
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
