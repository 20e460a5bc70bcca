import { type Kysely, sql } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer, asWorker } from '@db/viewer-transaction'
import { type Day, londonDay } from '../time/calendar'
import { bedsOfNight } from './bed-nights'
import { KeptService } from './kept-service'
import { supplyServices } from './queries.server'
import type { SupplyRead } from './report'

/** Keeps supply as it stands at `now` as the reading of that night, unless the night has one. May run twice, or beside itself. */
export async function keepSupplyReading(workerDb: Kysely<DB>, now: Date): Promise<void> {
  const night = londonDay(now)
  await asWorker(workerDb, async trx => {
    await sql`select pg_advisory_xact_lock(hashtextextended('supply_reading', 0))`.execute(trx)
    const kept = await trx
      .selectFrom('supplyReading')
      .select('night')
      .where('night', '=', night)
      .limit(1)
      .execute()
    if (kept.length > 0) return
    const services = await supplyServices(trx, { now, day: night })
    if (services.length === 0) return
    const rows = services.map(service => ({
      ...{ night, takenAt: now, serviceId: service.id },
      service: JSON.stringify(service),
    }))
    await trx.insertInto('supplyReading').values(rows).execute()
    const beds = bedsOfNight(services).map(each => ({ night, ...each }))
    // The nights of a demonstration's history are there before it begins.
    await trx
      .insertInto('bedNight')
      .values(beds)
      .onConflict(night => night.doNothing())
      .execute()
  })
}

/** Supply as it was read on a night; null where that night has no reading. */
export async function supplyReadOn(
  db: Kysely<DB>,
  viewer: SignedInViewer,
  night: Day,
): Promise<SupplyRead | null> {
  const rows = await asViewer(db, viewer, trx =>
    trx
      .selectFrom('supplyReading')
      .select(['service', 'takenAt'])
      .where('night', '=', night)
      .orderBy('serviceId')
      .execute(),
  )
  const [first] = rows
  if (!first) return null
  const services = rows.map(({ service }) => KeptService.parse(service))
  return { asOf: first.takenAt, day: night, isEarlier: true, services }
}

/** The nights that have a reading, the latest first. */
export async function nightsRead(db: Kysely<DB>, viewer: SignedInViewer): Promise<Day[]> {
  const rows = await asViewer(db, viewer, trx =>
    trx
      .selectFrom('bedNight')
      .select('night')
      .distinct()
      .where(sql<boolean>`exists (select from supply_reading r where r.night = bed_night.night)`)
      .orderBy('night', 'desc')
      .execute(),
  )
  return rows.map(({ night }) => night)
}
