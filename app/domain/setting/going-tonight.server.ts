import { sql, type Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { SettingCode } from './settings'

/** How much goes the coming night where a setting of retention were so: a number alone, for administrators. */
export async function goingTonight(
  trx: Transaction<DB>,
  setting: SettingCode,
  value: number,
): Promise<number> {
  const { rows } = await sql<{ many: number }>`
    select going_tonight(${setting}, ${value}::integer) as many`.execute(trx)
  return rows[0]?.many ?? 0
}
