import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { anotherCase, createReferralWorld, form, type ReferralWorld } from '@tests/factories/referral-world'
import { sendNobodyFits, takeBack } from './send.server'

let world: ReferralWorld
beforeAll(async () => {
  world = await createReferralWorld()
})
afterAll(() => world.database.drop())

function query(viewer: SignedInViewer, change: ReturnType<typeof sql>): Promise<number> {
  return asViewer(world.app.db, viewer, async trx => Number((await change.execute(trx)).numAffectedRows))
}

const REFUSED = /row-level security|taken once/

it('takes no other name than the one who records, takes, answers or ends it, and no change once it has ended', async () => {
  const { coordinator, lowNewtonOfficer: officer, lowNewtonColleague: colleague } = world.viewers
  const caseId = await anotherCase(world)
  const recorded = (by: SignedInViewer) => sql`
    insert into nobody_fits (id, case_id, agreed, tried, recorded_by, recorded_at)
    values (gen_random_uuid(), ${caseId}, 'no', '{}', ${by.personId}, now())`
  await expect(query(officer, recorded(colleague))).rejects.toThrow(REFUSED)
  await sendNobodyFits(world.app, officer, { caseId, agreed: 'yes' }, form())

  const taken = (by: SignedInViewer) =>
    sql`update nobody_fits set taken_by = ${by.personId}, taken_at = now() where case_id = ${caseId}`
  const ended = (by: SignedInViewer) => sql`
    update nobody_fits set ended_by = ${by.personId}, ended_at = now(), ended_as = 'taken_back' where case_id = ${caseId}`
  const answered = (by: SignedInViewer) => sql`
    insert into nobody_fits_answer (id, entry_id, case_id, note, written_by, written_at)
    select gen_random_uuid(), id, case_id, 'sealed', ${by.personId}, now() from nobody_fits where case_id = ${caseId}`
  const refused: [SignedInViewer, ReturnType<typeof sql>][] = [
    [coordinator, taken(officer)],
    [coordinator, ended(officer)],
    [coordinator, answered(officer)],
    [officer, taken(officer)],
    [officer, taken(coordinator)],
    [officer, ended(colleague)],
  ]
  for (const [viewer, change] of refused) await expect(query(viewer, change)).rejects.toThrow(REFUSED)
  expect(await query(coordinator, taken(coordinator))).toBe(1)
  expect(await query(coordinator, answered(coordinator))).toBe(1)
  // She has taken it: nobody writes another name, or none, over hers.
  for (const [viewer, change] of [
    [officer, taken(officer)],
    [coordinator, sql`update nobody_fits set taken_by = null, taken_at = null where case_id = ${caseId}`],
  ] as const)
    await expect(query(viewer, change)).rejects.toThrow(REFUSED)

  expect(await takeBack(world.app, officer, { caseId, why: 'taken_back' }, form())).toEqual({ ok: true })
  for (const viewer of [officer, coordinator]) expect(await query(viewer, ended(viewer))).toBe(0)
  expect(await query(officer, recorded(officer))).toBe(1)
})
