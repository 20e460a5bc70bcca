import { type Kysely, sql, type Transaction } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { DB } from '@db/schema'
import { asViewer } from '@db/viewer-transaction'
import { lowRisk, saveTopic, VERY_HIGH } from '@tests/factories/changed-referral'
import { createReferralWorld, form, type ReferralWorld, submitted } from '@tests/factories/referral-world'
import { requestInformation } from '../referral/events/request-information/act.server'
import { takeFromQueue, answerOfficer } from './coordinate.server'
import { sendNobodyFits } from './send.server'

let world: ReferralWorld
let caseId: string
let referralId: string
beforeAll(async () => {
  world = await createReferralWorld()
  const made = await lowRisk(world, id => submitted(world, 'womensHouse', id, 3, 'Her mother lives near'))
  caseId = made.caseId
  referralId = made.target.referralId
  const asked = { ...made.target, items: ['risk_detail'], note: 'Which floor?' } as const
  await requestInformation(world.app, world.viewers.firstWorker, asked, form())
  await saveTopic(world, caseId, 'risk', VERY_HIGH, 'yes')
  await sendNobodyFits(world.app, world.viewers.lowNewtonOfficer, { caseId, agreed: 'yes' }, form())
})
afterAll(() => world.database.drop())

/** How many rows of the case and its referral are read of every table and view that has any; none where nothing of it may be selected. */
async function rowsOf(trx: Transaction<DB> | Kysely<DB>): Promise<Record<string, number>> {
  const { rows: tables } = await sql<{ name: string; by: string; may: boolean }>`
    select c.relname as name, min(a.attname) as by, has_any_column_privilege(c.oid, 'select') as may
    from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v')
      and a.attname in ('case_id', 'referral_id') and not a.attisdropped
    group by c.oid
    order by name`.execute(trx)
  const counts: Record<string, number> = {}
  for (const { name, by } of tables.filter(({ may }) => may)) {
    const of = by === 'case_id' ? caseId : referralId
    const { rows } = await sql<{ many: number }>`
      select count(*)::int as many from ${sql.table(name)} where ${sql.ref(by)} = ${of}`.execute(trx)
    counts[name] = rows[0]?.many ?? 0
  }
  return counts
}

it('opens to the coordinator what triage reads of the case and the queue, and no row of any other table', async () => {
  const { coordinator } = world.viewers
  const answer = { caseId, outcome: 'still_looking', note: 'I ring round' } as const
  await takeFromQueue(world.app, coordinator, caseId, form())
  await answerOfficer(world.app, coordinator, answer, form())

  const all = await rowsOf(world.database.owner)
  // There is something to read of what she may not.
  for (const table of [
    ...['referral', 'referral_note', 'referral_decision', 'referral_history'],
    ...['referral_change', 'referral_change_fact', 'referral_change_detail'],
  ])
    expect([table, (all[table] ?? 0) > 0]).toEqual([table, true])

  const read = await asViewer(world.app.db, coordinator, rowsOf)
  expect(Object.entries(read).filter(([, many]) => many > 0)).toEqual([
    // For what she writes herself.
    ['case_key', 1],
    // Her own right to read.
    ['case_reader', 1],
    // How often the answers of tier 1 were saved.
    ['case_topic', 1],
    ['case_triage', 1],
    ['nobody_fits', 1],
    ['nobody_fits_answer', 1],
    ['readable_release', 1],
    ['readable_triage', 1],
  ])
})
