import { type RawBuilder, sql } from 'kysely'
import { asWorker } from '@db/viewer-transaction'
import type { DomainContext } from '../context'
import { standingSettings } from '../setting/read-settings.server'
import { type SettingCode, settingOn } from '../setting/settings'
import { type Day, londonDay } from '../time/calendar'

/** How many were deleted of each: counts alone, for the log. */
export interface Retained {
  cases: number
  referrals: number
  listed: number
  audited: number
  notes: number
}

/** More than a region closes in a day; what is left waits for the next night. */
const CASES_A_NIGHT = 500
const ROWS_AT_ONCE = 500
const BATCHES_A_NIGHT = 20

type Months = (setting: SettingCode) => number

/**
 * Deletes what was kept as long as the settings of the day say, each case in its own transaction and the rest in small batches: stopped anywhere, it goes
 * on where it was. For the worker (`app.db` is its pool); may run twice, or beside itself. Which may go is decided by the database
 * (db/migrations/0093_retention.ts, 0112_notes_over.ts, 0120_going_from_a_day.ts).
 * @param onFailure told of a case that could not be deleted; the others are
 */
export async function retain(
  app: Pick<DomainContext, 'db' | 'clock'>,
  onFailure: (error: unknown, caseId: string) => void,
): Promise<Retained> {
  const today = londonDay(app.clock())
  const rows = await asWorker(app.db, standingSettings)
  const period: Months = setting => settingOn(rows, setting, today)
  const many = sql.lit(ROWS_AT_ONCE)
  return {
    referrals: await inBatches(app, sql`forget_referrals(${period('keep_referral')}, ${today}, ${many})`),
    cases: await deleteCases(app, period('keep_case'), today, onFailure),
    listed: await inBatches(app, sql`delete_listed(${period('keep_case')}, ${today}, ${many})`),
    notes: await inBatches(app, sql`forget_entry_notes(${period('keep_entry_note')}, ${today}, ${many})`),
    audited: await inBatches(app, sql`delete_audit(${period('keep_audit')}, ${today}, ${many})`),
  }
}

async function deleteCases(
  { db }: Pick<DomainContext, 'db'>,
  months: number,
  today: Day,
  onFailure: (error: unknown, caseId: string) => void,
): Promise<number> {
  const over = await asWorker(db, trx =>
    sql<{ id: string }>`select id from cases_over(${months}, ${today}) as id limit ${CASES_A_NIGHT}`.execute(
      trx,
    ),
  )
  let deleted = 0
  for (const { id } of over.rows) {
    try {
      const { rows } = await asWorker(db, trx =>
        sql<{ done: boolean }>`select delete_case(${id}, ${months}, ${today}) as done`.execute(trx),
      )
      if (rows[0]?.done) deleted += 1
    } catch (error) {
      onFailure(error, id)
    }
  }
  return deleted
}

async function inBatches({ db }: Pick<DomainContext, 'db'>, call: RawBuilder<unknown>): Promise<number> {
  let total = 0
  for (let batch = 0; batch < BATCHES_A_NIGHT; batch += 1) {
    const { rows } = await asWorker(db, trx => sql<{ many: number }>`select ${call} as many`.execute(trx))
    const many = rows[0]?.many ?? 0
    total += many
    if (many < ROWS_AT_ONCE) break
  }
  return total
}
