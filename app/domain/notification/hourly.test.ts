import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { asViewer, asWorker } from '@db/viewer-transaction'
import { LOW, lowRisk, saveTopic, VERY_HIGH } from '@tests/factories/changed-referral'
import { peopleOwed } from '@tests/factories/messages-owed'
import {
  createReferralWorld,
  current,
  form,
  type ReferralWorld,
  underReview,
} from '@tests/factories/referral-world'
import type { ReferralTarget } from '../referral/events/act-on-referral.server'
import { markChangesRead } from '../referral/changes/noted-changes.server'
import { withdrawReferral } from '../referral/events/withdraw/act.server'
import { oweMessages } from './notify.server'

/** At most one message an hour a referral, and none that was held back is lost. */

const at = (time: string) => new Date(`2027-02-01T${time}:00Z`)

let world: ReferralWorld
let caseId: string
let target: ReferralTarget
beforeAll(async () => {
  world = await createReferralWorld()
})
afterAll(() => world.database.drop())

/** Told at nine of what changed at nine; it changed again at 09:20 and at 09:40, which was held back. */
beforeEach(async () => {
  world.passTo(at('09:00'))
  const referred = await lowRisk(world, id => underReview(world, 'womensHouse', id))
  caseId = referred.caseId
  target = referred.target
  await saveTopic(world, caseId, 'risk', VERY_HIGH, 'yes')
  expect(await told()).toEqual({ officers: 1, assessor: 1 })
  world.passTo(at('09:20'))
  await saveTopic(world, caseId, 'household', { pets: 'dog' }, 'yes')
  world.passTo(at('09:40'))
  await saveTopic(world, caseId, 'household', { pets: 'dog', couple: 'yes' }, 'yes')
  expect(await told()).toEqual({ officers: 1, assessor: 1 })
})

describe('a change within the hour of a message', () => {
  it('is put in again for when the hour is over: then one message, however many changes', async () => {
    const { rows } = await sql<{ startAfter: Date }>`
      select start_after from pgboss.job
      where name = 'notify' and data ->> 'referralId' = ${target.referralId} and start_after = ${at('10:00')}`.execute(
      world.database.owner,
    )
    expect(rows.length).toBeGreaterThanOrEqual(2)
    world.passTo(at('09:59'))
    expect(await told()).toEqual({ officers: 1, assessor: 1 })
    world.passTo(at('10:00'))
    expect(await told()).toEqual({ officers: 2, assessor: 2 })
    world.passTo(at('12:00'))
    expect(await told()).toEqual({ officers: 2, assessor: 2 })
  })

  it('is told once where the held-back jobs come back together and run beside each other, as in the worker', async () => {
    world.passTo(at('10:00'))
    const { rows } = await sql<{ historyId: string }>`
      select distinct data ->> 'historyId' as history_id from pgboss.job
      where name = 'notify' and data ->> 'referralId' = ${target.referralId} and start_after = ${at('10:00')}`.execute(
      world.database.owner,
    )
    expect(rows).toHaveLength(2)
    const [one = '', other = ''] = rows.map(each => each.historyId)
    const owes = (historyId: string, before: () => Promise<void>) =>
      asWorker(world.database.worker, async trx => {
        const owed = await oweMessages(trx, world.app.jobs, { historyId, sendsMail: false, now: at('10:00') })
        await before()
        return owed
      })
    // The first ends only once the other waits for it, or has told too.
    let theOther = Promise.resolve(0)
    const theFirst = owes(one, async () => {
      theOther = owes(other, () => Promise.resolve())
      await Promise.race([theOther, untilOneWaits()])
    })
    expect([await theFirst, await theOther]).toEqual([2, 0])
    const { rows: owed } = await sql<{ personId: string; at: Date }>`
      select person_id, created_at as at from message
      where referral_id = ${target.referralId} and template = 'referral_changed' and created_at = ${at('10:00')}`.execute(
      world.database.owner,
    )
    expect(owed.map(each => each.personId).sort()).toEqual(
      [world.viewers.lowNewtonColleague.personId, world.viewers.firstWorker.personId].sort(),
    )
  })

  it('is told to nobody who has read it meanwhile', async () => {
    await asViewer(world.app.db, world.viewers.firstWorker, trx =>
      markChangesRead(trx, target.referralId, 'provider', at('09:50')),
    )
    world.passTo(at('10:00'))
    expect(await told()).toEqual({ officers: 2, assessor: 1 })
  })

  it('is told to nobody once it is as it was, or the referral has ended', async () => {
    await saveTopic(world, caseId, 'risk', LOW, 'yes')
    await saveTopic(world, caseId, 'household', { pets: 'unknown', couple: 'unknown' }, 'yes')
    world.passTo(at('10:00'))
    expect(await told()).toEqual({ officers: 1, assessor: 1 })

    const reasons = { primary: 'withdrawn.circumstances', others: [], note: null }
    await saveTopic(world, caseId, 'risk', VERY_HIGH, 'yes')
    const now = await current(world, target)
    const withdrawn = withdrawReferral(world.app, world.viewers.lowNewtonOfficer, { ...now, reasons }, form())
    expect(await withdrawn).toMatchObject({ ok: true })
    world.passTo(at('11:00'))
    expect(await told()).toEqual({ officers: 1, assessor: 1 })
  })
})

/** How many messages each has been owed by now, every job of the referral having run. */
async function told(): Promise<{ officers: number; assessor: number }> {
  const people = await peopleOwed(world, target, 'changed')
  const { lowNewtonColleague, firstWorker } = world.viewers
  const owedTo = (personId: string) => people.filter(each => each === personId).length
  expect(people).toHaveLength(owedTo(lowNewtonColleague.personId) + owedTo(firstWorker.personId))
  return { officers: owedTo(lowNewtonColleague.personId), assessor: owedTo(firstWorker.personId) }
}

/** Until a job waits for what another of this database holds. */
async function untilOneWaits(): Promise<void> {
  for (let tries = 0; tries < 500; tries += 1) {
    const { rows } = await sql<{ isWaiting: boolean }>`
      select exists (select from pg_locks where locktype = 'advisory' and not granted
        and database = (select oid from pg_database where datname = current_database())) as is_waiting`.execute(
      world.database.owner,
    )
    if (rows[0]?.isWaiting) return
    await new Promise(resolve => setTimeout(resolve, 10))
  }
  throw new Error('No job waited')
}
