import { type Kysely, sql } from 'kysely'
import type { DB } from '@db/schema'
import { asWorker } from '@db/viewer-transaction'
import { keptSince } from '~/domain/kept-form/kept-form.server'
import { HOUR_MS } from '~/domain/time/calendar'

/** A session is kept a day after its end, so that a form sent too late can be given back to the same person. */
const SESSION_HOURS = 24
/** A form is sent twice within moments, or after a night with the page open. */
const IDEMPOTENCY_KEY_HOURS = 48
/** Every process reads changes within seconds, and one that starts reads everything. */
const INDEX_CHANGE_HOURS = 24

/** Whoever applied, was invited or asked for a link may ask what became of it for a year. */
const LINK_HOURS = 365 * 24

/** Removes what has done its service. May run twice, or beside itself. */
export async function tidy(workerDb: Kysely<DB>, now: Date): Promise<void> {
  const hoursAgo = (hours: number) => new Date(now.getTime() - hours * HOUR_MS)
  await asWorker(workerDb, async trx => {
    const sessionsBefore = hoursAgo(SESSION_HOURS)
    await trx
      .deleteFrom('session')
      .where(sql<Date>`least(ends_at, ended_at)`, '<', sessionsBefore)
      .execute()
    await trx.deleteFrom('idempotencyKey').where('createdAt', '<', hoursAgo(IDEMPOTENCY_KEY_HOURS)).execute()
    await trx
      .deleteFrom('keptForm')
      .where('createdAt', '<', await keptSince(trx, now))
      .execute()
    await sql`select forget_links(${hoursAgo(LINK_HOURS)})`.execute(trx)
    await trx.deleteFrom('indexChange').where('changedAt', '<', hoursAgo(INDEX_CHANGE_HOURS)).execute()
  })
}
