import { sql, type Transaction } from 'kysely'
import type { JobQueue } from '@db/jobs'
import type { DB } from '@db/schema'
import type { Notice } from '../referral/events/event-spec'
import type { Side } from '../referral/referral'
import { HOUR_MS } from '../time/calendar'

/** What is told of at most once an hour, as long as it has not been read. */
export interface HourlyNews {
  historyId: string
  referralId: string
  happenedAt: Date
}

/**
 * Who of `people` is told now: whoever has not been told of the referral since it happened, nor within the hour. For the others it is
 * put in again for when their hour is over: then one message tells of all that has come meanwhile, and nobody of what was read.
 * Jobs of one referral wait for each other here: several come back at the same instant, and the worker runs them beside each other.
 */
export async function toldNow(
  trx: Transaction<DB>,
  jobs: JobQueue,
  news: HourlyNews,
  { to, message }: Notice,
  { people, now }: { people: readonly string[]; now: Date },
): Promise<string[]> {
  await lockNews(trx, news.referralId)
  if (!(await isUnread(trx, news.historyId, to))) return []
  const told = await lastTold(trx, news.referralId, message.name)
  const owed = people.filter(personId => (told.get(personId) ?? 0) < news.happenedAt.getTime())
  const hourEnds = (personId: string) => (told.get(personId) ?? -HOUR_MS) + HOUR_MS
  const waiting = owed.filter(personId => hourEnds(personId) > now.getTime())
  if (waiting.length > 0) {
    const startAfter = new Date(Math.max(...waiting.map(hourEnds)))
    const { historyId, referralId } = news
    await jobs.enqueue(trx, 'notify', { historyId, referralId }, { startAfter })
  }
  return owed.filter(personId => !waiting.includes(personId))
}

/** Until this transaction ends, whoever else is about to tell of the referral waits, and then sees what was told. */
async function lockNews(trx: Transaction<DB>, referralId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${referralId}::text, 2))`.execute(trx)
}

/** While the referral is open, and that side has not said that it has read it, nor has it come to nothing. */
async function isUnread(trx: Transaction<DB>, historyId: string, to: Side): Promise<boolean> {
  const unread = await trx
    .selectFrom('referralChange')
    .innerJoin('referral', 'referral.id', 'referralChange.referralId')
    .select('referral.id')
    .where('historyId', '=', historyId)
    .where(to === 'referrer' ? 'referrerReadAt' : 'providerReadAt', 'is', null)
    .where('settledAt', 'is', null)
    .where('referral.closedAt', 'is', null)
    .executeTakeFirst()
  return unread !== undefined
}

/** When each person was last told the same of a referral, in milliseconds. */
async function lastTold(
  trx: Transaction<DB>,
  referralId: string,
  template: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await trx
    .selectFrom('message')
    .select(message => ['personId', message.fn.max('createdAt').as('at')])
    .where('referralId', '=', referralId)
    .where('template', '=', template)
    .groupBy('personId')
    .execute()
  return new Map(rows.flatMap(({ personId, at }) => (personId === null ? [] : [[personId, at.getTime()]])))
}
