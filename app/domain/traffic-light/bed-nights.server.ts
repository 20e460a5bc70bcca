import { type Kysely, sql } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import type { Day } from '../time/calendar'
import type { BedsRead } from './reading'

/** The beds for women of the last night that was read on or before a day, within its week; null where none was. */
export async function bedsReadBy(
  db: Kysely<DB>,
  viewer: SignedInViewer,
  day: Day,
): Promise<(BedsRead & { night: Day }) | null> {
  const row = await asViewer(db, viewer, trx =>
    trx
      .selectFrom('bedNight')
      .select(({ fn }) => [
        'night',
        fn.sum<number>('beds').as('beds'),
        fn.sum<number>('freshBeds').as('freshBeds'),
        sql<boolean>`bool_or(is_synthetic)`.as('isSynthetic'),
      ])
      .where('night', '<=', day)
      .where('night', '>', sql<string>`${day}::date - 7`)
      .groupBy('night')
      .orderBy('night', 'desc')
      .limit(1)
      .executeTakeFirst(),
  )
  return row ? { ...row, beds: Number(row.beds), freshBeds: Number(row.freshBeds) } : null
}
