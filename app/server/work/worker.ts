import type { Kysely } from 'kysely'
import type PgBoss from 'pg-boss'
import type { Logger } from 'pino'
import type { KeyRing } from '@db/encryption/key-ring'
import { createJobQueue, createWorkerBoss, type JobName } from '@db/jobs'
import type { DB } from '@db/schema'
import { createMailer, type Mailer } from '~/email/mailer'
import type { ServerConfig } from '~/config/config'
import { type Handler, handlersFor } from './worker-jobs'

export interface WorkerOptions {
  /** The worker's own pool, and its address: throughgate_worker. Whoever made the pool closes it, after `stop`. */
  workerDb: Kysely<DB>
  workerUrl: string
  keys: KeyRing
  /** Signs the links that are sent. */
  linkKey: Buffer
  /** Compares Meilisearch with the database; null without one. */
  reconcile: (() => Promise<void>) | null
  config: Pick<ServerConfig, 'publicOrigin' | 'demonstration' | 'mailFrom' | 'smtpUrl'>
  log: Logger
  clock: () => Date
}

export interface RunningWorker {
  /** Whether it takes jobs; for /readyz. */
  isRunning(): boolean
  /** Takes no new job, lets those that run end (10 s at most), and lets go of the database. */
  stop(): Promise<void>
}

/** Jobs are short: a few beside each other, soon after they were put in. */
const TAKING = { batchSize: 5, pollingIntervalSeconds: 1 }
const STOP_PATIENCE_MS = 10_000

/**
 * Takes the jobs of the service and keeps its timetable. Runs in the process that serves pages or in one of its own; several
 * may run beside each other.
 * @throws when the job tables are missing: run the migrations
 */
export async function startWorker(options: WorkerOptions): Promise<RunningWorker> {
  const { config, linkKey, log, reconcile } = options
  const mailer = config.smtpUrl === null ? null : createMailer(config.smtpUrl, config.mailFrom)
  const boss = await createWorkerBoss(options.workerUrl, error => log.error({ err: error }, 'job queue'))
  const app = { db: options.workerDb, jobs: createJobQueue(), keys: options.keys, clock: options.clock }
  for (const [name, { handle, cron, atStart }] of handlersFor({
    app,
    config,
    linkKey,
    mailer,
    reconcile,
    log,
  })) {
    await takeJobs(boss, name, handle, log)
    await keepTime(boss, name, cron)
    if (atStart) await boss.send(name, {})
  }
  let running = true
  boss.on('stopped', () => {
    running = false
  })
  return {
    isRunning: () => running,
    stop: () => stop(boss, mailer),
  }
}

async function keepTime(boss: PgBoss, name: JobName, cron: string | null): Promise<void> {
  if (cron === null) await boss.unschedule(name)
  else await boss.schedule(name, cron, {}, { tz: 'Europe/London' })
}

type Job = PgBoss.Job<Record<string, string>>

/** A full batch is followed by the next at once: more may wait. */
async function takeJobs(boss: PgBoss, name: JobName, handle: Handler, log: Logger): Promise<void> {
  const id = await boss.work<Record<string, string>>(name, TAKING, async taken => {
    if (taken.length === TAKING.batchSize) boss.notifyWorker(id)
    await runAll(name, handle, taken, log)
  })
}

/** Every job of the batch runs, whatever becomes of the others; one that failed sends the batch back, and the rest do nothing twice. */
async function runAll(name: JobName, handle: Handler, taken: Job[], log: Logger): Promise<void> {
  const runs = await Promise.allSettled(taken.map(async job => handle(job.data ?? {})))
  const failed = runs.flatMap((run, at) => (run.status === 'rejected' ? [{ run, id: taken[at]?.id }] : []))
  for (const { run, id } of failed) log.error({ err: run.reason as unknown, job: name, id }, 'job failed')
  // pg-boss keeps what is thrown: a code, never the error itself, which may quote what it was given.
  if (failed.length > 0) throw new Error(`${failed.length} of ${taken.length} jobs failed`)
}

async function stop(boss: PgBoss, mailer: Mailer | null): Promise<void> {
  await boss.stop({ graceful: true, wait: true, timeout: STOP_PATIENCE_MS })
  mailer?.close()
}
