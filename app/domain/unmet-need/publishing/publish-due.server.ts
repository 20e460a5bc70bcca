import { setImmediate } from 'node:timers/promises'
import { type Kysely, sql, type Transaction } from 'kysely'
import type { DB } from '@db/schema'
import { asStatistician } from '@db/viewer-transaction'
import { addDays, londonDay } from '../../time/calendar'
import { countTables } from '../counting/count-tables'
import type { CountedWorld } from '../counting/world'
import { type Period, periodsOver } from '../period'
import type { Publication } from '../published'
import { type CountedPeriod, correctionsAtOnce, nextPublications } from './next-publications'
import { allPublications } from './read-publications.server'
import { readWorld } from './read-world.server'
import { writePublication } from './write-publication.server'

/** So long after its end a period is published: what was not recorded by then is unknown, and corrected later. */
const DAYS_AFTER_ITS_END = 30
/** Whoever has it publishes; any number will do that nothing else in this database locks. */
const LOCK = 7_304_003

/**
 * Publishes every period that is over for 30 days and has no version yet, and with a quarter new versions of what holds no more. All of it or
 * none; where another process is publishing, nothing. Returns what it published.
 */
export async function publishDue(workerDb: Kysely<DB>, now: Date): Promise<Publication[]> {
  return publish(workerDb, now, nextPublications)
}

/**
 * Publishes a new version of a period at once, and of those that hold it, where a figure that may have been quoted is wrong by more than
 * rounding; otherwise nothing: what is right is not published twice.
 */
export async function publishCorrection(
  workerDb: Kysely<DB>,
  now: Date,
  period: Period,
): Promise<Publication[]> {
  return publish(workerDb, now, (counted, published) => correctionsAtOnce(counted, published, now, period))
}

type Decide = (
  counted: readonly CountedPeriod[],
  published: readonly Publication[],
  now: Date,
) => Iterable<Publication>

/**
 * Working out takes seconds: no transaction waits for it, and the process does other things in between. What was published meanwhile
 * by another process makes it void, for it was not protected against.
 */
async function publish(workerDb: Kysely<DB>, now: Date, decide: Decide): Promise<Publication[]> {
  const { published, world, synthetic } = await asStatistician(workerDb, readAll)
  const counted = await countAll({ world, synthetic }, periodsToPublish(world, published, now))
  const publications: Publication[] = []
  for (const each of decide(counted, published, now)) {
    publications.push(each)
    await setImmediate()
  }
  if (publications.length === 0) return []
  return asStatistician(workerDb, async trx => {
    await sql`select pg_advisory_xact_lock(${LOCK})`.execute(trx)
    if ((await allPublications(trx)).length !== published.length) return []
    for (const each of publications) await writePublication(trx, each)
    return publications
  })
}

async function readAll(trx: Transaction<DB>) {
  return { published: await allPublications(trx), ...(await readWorld(trx)) }
}

async function countAll(
  { world, synthetic }: Awaited<ReturnType<typeof readWorld>>,
  periods: readonly Period[],
): Promise<CountedPeriod[]> {
  const invented = world.episodes.filter(({ id }) => synthetic.has(id))
  const counted: CountedPeriod[] = []
  for (const period of periods) {
    const isSynthetic = invented.some(({ releasedOn }) => isIn(period, releasedOn))
    counted.push({ period, tables: countTables(world, period), isSynthetic })
    await setImmediate()
  }
  return counted
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
