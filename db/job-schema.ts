import { createRequire } from 'node:module'
import { Client } from 'pg'
import PgBoss from 'pg-boss'
import { z } from 'zod'
import { JOB_QUEUES } from './jobs'

/** pg-boss keeps its timetable in a queue of its own, which the worker may not make. */
const TIMETABLE_QUEUE = '__pgboss__send-it'
const DEAD_LETTERS = 'dead-letter'

/**
 * Half a minute in hand, then it is taken for lost with its worker and waits its first seconds: within a minute it is taken
 * again. Retried for one or two days, twice as long apart each time, then kept among the dead letters.
 */
const QUEUE_OPTIONS = {
  expireInSeconds: 30,
  retryLimit: 14,
  retryDelay: 5,
  retryBackoff: true,
  deadLetter: DEAD_LETTERS,
}

/**
 * Brings pg-boss's tables, our queues and the rights on them up to date.
 * @param ownerUrl throughgate_owner
 * @param others queues to make beside ours
 */
export async function migrateJobs(ownerUrl: string, others: readonly string[] = []): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, max: 1, supervise: false, schedule: false })
  const errors: Error[] = []
  boss.on('error', error => errors.push(error))
  await boss.start()
  try {
    await boss.createQueue(DEAD_LETTERS)
    for (const name of new Set([TIMETABLE_QUEUE, ...JOB_QUEUES, ...withoutDeadLetters(others)])) {
      await boss.createQueue(name, { name, ...QUEUE_OPTIONS })
      await boss.updateQueue(name, { name, ...QUEUE_OPTIONS })
    }
  } finally {
    await boss.stop({ graceful: false })
  }
  if (errors[0]) throw errors[0]
  await grantJobRights(ownerUrl)
}

function withoutDeadLetters(names: readonly string[]): string[] {
  return names.filter(name => name !== DEAD_LETTERS)
}

/** The version of the tables that this pg-boss works on: it knows no other. */
export function jobsVersion(): number {
  return z.object({ schema: z.int() }).parse(createRequire(import.meta.url)('pg-boss/version.json')).schema
}

/** Whoever serves a page may put a job in and see it there; only the worker takes, changes and removes one. */
async function grantJobRights(ownerUrl: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query(`
      grant usage on schema pgboss to throughgate_app, throughgate_professional, throughgate_sign_in,
        throughgate_system, throughgate_worker;
      grant select, insert on pgboss.job to throughgate_app, throughgate_professional, throughgate_sign_in, throughgate_system;
      grant select on pgboss.queue to throughgate_app, throughgate_professional, throughgate_sign_in, throughgate_system;
      grant select on pgboss.version to throughgate_app;
      grant select, insert, update, delete on all tables in schema pgboss to throughgate_worker;
      revoke execute on all functions in schema pgboss from public;
      grant execute on all functions in schema pgboss to throughgate_worker;`)
  } finally {
    await client.end()
  }
}
