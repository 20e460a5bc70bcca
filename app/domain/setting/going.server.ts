import { sql, type Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { Day } from '../time/calendar'
import type { Going, SettingCode } from './settings'

/** A setting of retention as it would be from a day on, and as it is until then. */
interface Shorter {
  setting: SettingCode
  value: number
  before: number
  validFrom: Day
}

/** How much goes by the night after the day a shorter time holds from, of each kind: numbers alone, for administrators. */
export async function goingFrom(
  trx: Transaction<DB>,
  { setting, value, before, validFrom }: Shorter,
): Promise<Going[]> {
  const { rows } = await sql<Going>`
    select what, many from going_from(${setting}, ${value}::integer, ${before}::integer, ${validFrom}::date)`.execute(
    trx,
  )
  return rows
}
