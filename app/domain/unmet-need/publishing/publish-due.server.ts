import { type Kysely, sql, type Transaction } from 'kysely'
import type { DB } from '@db/schema'
import { asStatistician } from '@db/viewer-transaction'
import { addDays, londonDay } from '../../time/calendar'
import type { CountedWorld } from '../counting/world'
import { type Period, periodsOver } from '../period'
import type { Publication } from '../published'
import type { RawTable } from '../raw-table'
import { type CountedPeriod, correctionsAtOnce, nextPublications } from './next-publications'
import { allPublications } from './read-publications.server'
import { readWorld } from './read-world.server'
import { writePublication } from './write-publication.server'

/** Counts the tables of the closed list for a period. */
export type CountTables = (world: CountedWorld, period: Period) => RawTable[]

/** So long after its end a period is published: what was not recorded by then is unknown, and corrected later. */
const DAYS_AFTER_ITS_END = 30
/** Whoever has it publishes; any number will do that nothing else in this database locks. */
const LOCK = 7_304_003
/** Four years at once are worked out between what is read and what is written: longer than a transaction may be idle otherwise. */
const WORKED_OUT_WITHIN = '5min'

/**
 * Publishes every period that is over for 30 days and has no version yet, and with a quarter new versions of what holds no more. All of it or
 * none; where another process is publishing, nothing. Returns what it published.
 */
export async function publishDue(
  workerDb: Kysely<DB>,
  now: Date,
  count: CountTables,
): Promise<Publication[]> {
  return publish(workerDb, now, count, nextPublications)
}

/**
 * Publishes a new version of a period at once, and of those that hold it, where a figure that may have been quoted is wrong by more than
 * rounding; otherwise nothing: what is right is not published twice.
 */
export async function publishCorrection(
  workerDb: Kysely<DB>,
  now: Date,
  count: CountTables,
  period: Period,
): Promise<Publication[]> {
  return publish(workerDb, now, count, (counted, published) =>
    correctionsAtOnce(counted, published, now, period),
  )
}

type Decide = (
  counted: readonly CountedPeriod[],
  published: readonly Publication[],
  now: Date,
) => Publication[]

async function publish(
  workerDb: Kysely<DB>,
  now: Date,
  count: CountTables,
  decide: Decide,
): Promise<Publication[]> {
  return asStatistician(workerDb, async trx => {
    if (!(await isOurTurn(trx))) return []
    await sql`set local idle_in_transaction_session_timeout = ${sql.lit(WORKED_OUT_WITHIN)}`.execute(trx)
    const published = await allPublications(trx)
    const { world, synthetic } = await readWorld(trx)
    const over = periodsToPublish(world, published, now)
    const counted = over.map((period): CountedPeriod => {
      const isSynthetic = world.episodes.some(each => synthetic.has(each.id) && isIn(period, each.releasedOn))
      return { period, tables: count(world, period), isSynthetic }
    })
    const publications = decide(counted, published, now)
    for (const each of publications) await writePublication(trx, each)
    return publications
  })
}

async function isOurTurn(trx: Transaction<DB>): Promise<boolean> {
  const { rows } = await sql<{ ours: boolean }>`select pg_try_advisory_xact_lock(${LOCK}) as ours`.execute(
    trx,
  )
  return rows[0]?.ours ?? false
}

/** The first whole year is the one in whose April the first release was recorded; once something is published, it stays. */
function periodsToPublish(world: CountedWorld, published: readonly Publication[], now: Date): Period[] {
  const lastOver = addDays(londonDay(now), -DAYS_AFTER_ITS_END)
  const begun = published.map(({ period }) => period.startsOn)
  const released = world.episodes.flatMap(({ releasedOn }) => releasedOn ?? [])
  const first = (days: readonly string[]) => days.reduce((least, day) => (day < least ? day : least))
  if (begun.length > 0) return periodsOver(Number(first(begun).slice(0, 4)), lastOver)
  if (released.length === 0) return []
  const [year = 0, month = 0] = first(released).split('-').map(Number)
  return periodsOver(month > 4 ? year + 1 : year, lastOver)
}

function isIn({ startsOn, endsOn }: Period, day: string | null): boolean {
  return day !== null && day >= startsOn && day <= endsOn
}
