import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { asViewer } from '@db/viewer-transaction'
import {
  anotherCase,
  createReferralWorld,
  form,
  offered as offeredTo,
  type ReferralWorld,
} from '@tests/factories/referral-world'
import { claimPageFor } from '../../../screens/claim/facts.server'
import { changeStay } from '../../referral/stay/change-stay.server'
import type { VacancyResult } from '../vacancy-result'
import { addVoid } from '../claims/add-void.server'
import { type ClaimEdit, editClaim } from '../claims/change-claim.server'
import { changesOf } from '../claims/claim-history.server'
import { takeBackAct } from '../claims/take-back.server'
import { markTaken } from '../claims/take-bedspace.server'

/**
 * A stay of one day is put right like any other, also once the next person is in. In the women's house, two working days between stays:
 * somebody came on Friday 5 February 2027 and is recorded as gone the same day; the next came on Wednesday the 10th.
 */

let world: ReferralWorld
let stay: string
beforeAll(async () => {
  world = await createReferralWorld()
  await world.database.owner.updateTable('service').set({ turnaroundWorkingDays: 2 }).execute()
})
afterAll(() => world.database.drop())
beforeEach(async () => {
  await sql`truncate bedspace_claim, referral_claim, placement, offer cascade`.execute(world.database.owner)
  stay = await takenAt('2027-02-05T09:00:00Z')
  await leftOn('2027-02-05')
  await takenAt('2027-02-10T09:00:00Z')
  world.passTo(new Date('2027-02-12T09:00:00Z'))
})

const NEXT = 'occupied [2027-02-10,)'
const AS_RECORDED = ['turnaround [2027-02-05,2027-02-09)', NEXT]
const bed = () => world.bedspaces.womensHouse[0] ?? ''
const worker = () => world.viewers.firstWorker

async function takenAt(instant: string): Promise<string> {
  world.passTo(new Date(instant))
  expect(await markTaken(world.app, worker(), bed(), form())).toMatchObject({ ok: true })
  const { id } = await world.database.owner
    .selectFrom('bedspaceClaim')
    .select('id')
    .where('kind', '=', 'occupied')
    .orderBy('createdAt', 'desc')
    .executeTakeFirstOrThrow()
  return id
}

function leftOn(on: string): Promise<VacancyResult> {
  return changeStay(world.app, worker(), { claimId: stay, change: { kind: 'left', on } }, form())
}

async function standing(): Promise<string[]> {
  const { rows } = await sql<{ claim: string }>`
    select kind || ' ' || during as claim from bedspace_claim where active order by during`.execute(
    world.database.owner,
  )
  return rows.map(row => row.claim)
}

async function edit(change: ClaimEdit): Promise<VacancyResult> {
  const version = (await asViewer(world.app.db, worker(), trx => changesOf(trx, worker(), stay))).length
  return editClaim(world.app, worker(), { claimId: stay, version, edit: change }, form())
}

function page() {
  return claimPageFor(world.app, worker(), stay)
}

async function offered(): Promise<string[]> {
  return Object.entries((await page()).offers).flatMap(([offer, may]) => (may ? [offer] : []))
}

async function shown(key: string): Promise<string | undefined> {
  return (await page()).rows.find(row => row.key === key)?.value
}

async function lastLine(): Promise<string | undefined> {
  return (await page()).history[0]?.what
}

describe('a stay that is recorded as of one day', () => {
  it('says so, and is offered to be put right though another has the room', async () => {
    expect(await standing()).toEqual(AS_RECORDED)
    expect(await offered()).toEqual(['maySince', 'mayCorrectLeft', 'mayTakeBack'])
    expect((await page()).history.map(({ what }) => what)).toEqual([
      'Claims no night; Left on: not recorded → Fri 5 February',
      'Recorded: from Fri 5 February',
    ])
    expect([await shown('Until'), await shown('Now')]).toEqual([
      'Left on Fri 5 February',
      'The person came and left on that day: no night is claimed',
    ])
  })

  it('ended on a later day: it claims those nights, the turnaround follows, and it goes back to one day too', async () => {
    expect(await edit({ kind: 'left_on', leftOn: '2027-02-08' })).toMatchObject({ ok: true })
    // Monday and two working days.
    const right = ['occupied [2027-02-05,2027-02-08)', 'turnaround [2027-02-08,2027-02-10)', NEXT]
    expect(await standing()).toEqual(right)
    expect([await shown('Until'), await shown('Now')]).toEqual(['Left on Mon 8 February', undefined])
    expect(await edit({ kind: 'left_on', leftOn: '2027-02-05' })).toMatchObject({ ok: true })
    expect(await standing()).toEqual(AS_RECORDED)
  })

  it('took no night that is another’s, and none before it began or to come; nothing is changed then', async () => {
    const left = (on: string) => edit({ kind: 'left_on', leftOn: on })
    expect(await left('2027-02-11')).toEqual({ ok: false, reason: 'days_taken' })
    expect(await left('2027-02-04')).toEqual({ ok: false, reason: 'before_stay' })
    expect(await left('2027-02-13')).toEqual({ ok: false, reason: 'day_to_come' })
    expect(await standing()).toEqual(AS_RECORDED)
  })

  it('began on an earlier day, or on the day it ended after all; never after that', async () => {
    expect(await edit({ kind: 'since', sinceOn: '2027-02-03' })).toMatchObject({ ok: true })
    expect(await standing()).toEqual(['occupied [2027-02-03,2027-02-05)', ...AS_RECORDED])
    expect(await edit({ kind: 'since', sinceOn: '2027-02-06' })).toEqual({
      ok: false,
      reason: 'ends_before',
    })
    expect(await edit({ kind: 'since', sinceOn: '2027-02-05' })).toMatchObject({ ok: true })
    expect(await standing()).toEqual(AS_RECORDED)
    expect(await shown('Until')).toBe('Left on Fri 5 February')
    expect(await offered()).toContain('mayCorrectLeft')
  })

  it('never was, and was after all: each as it had been, by the button and by taking that back', async () => {
    const gone = await edit({ kind: 'take_back' })
    expect(await standing()).toEqual([NEXT])
    expect(await offered()).toEqual(['mayPutBack'])
    expect([await shown('Until'), await lastLine()]).toEqual([
      'No departure is recorded',
      'Left on: Fri 5 February → taken back',
    ])
    expect(await edit({ kind: 'put_back' })).toMatchObject({ ok: true })
    expect([await standing(), await shown('Until')]).toEqual([AS_RECORDED, 'Left on Fri 5 February'])
    expect(await offered()).toEqual(['maySince', 'mayCorrectLeft', 'mayTakeBack'])
    expect(gone).toMatchObject({ ok: true })
    const again = await edit({ kind: 'take_back' })
    if (!again.ok) throw new Error('It was offered')
    expect(await takeBackAct(world.app, worker(), again.act ?? '', form())).toMatchObject({ ok: true })
    expect(await shown('Until')).toBe('Left on Fri 5 February')
  })

  it('is not put back, for it was never taken back, nor moved', async () => {
    expect(await edit({ kind: 'put_back' })).toEqual({ ok: false, reason: 'claim_over' })
    const other = world.bedspaces.womensHouse[1] ?? ''
    expect(await edit({ kind: 'move', bedspaceId: other, movedOn: '2027-02-05' })).toMatchObject({
      reason: 'left_already',
    })
    expect(await standing()).toEqual(AS_RECORDED)
  })
})

it('does not go on where a void lies over its day, whatever is promised after that', async () => {
  await sql`truncate bedspace_claim cascade`.execute(world.database.owner)
  stay = await takenAt('2027-02-05T09:00:00Z')
  await leftOn('2027-02-05')
  await sql`update bedspace_claim set active = false, released_at = now() where kind = 'turnaround'`.execute(
    world.database.owner,
  )
  const repair = { bedspaceId: bed(), reason: 'repair', fromOn: '2027-02-04', untilOn: '2027-02-08' } as const
  expect(await addVoid(world.app, worker(), repair, form())).toMatchObject({ ok: true })
  await offeredTo(world, 'womensHouse', await anotherCase(world))
  const before = ['void [2027-02-04,2027-02-08)', 'hold [2027-03-08,2027-06-02)']
  expect(await standing()).toEqual(before)

  expect(await changeStay(world.app, worker(), { claimId: stay, change: { kind: 'stays' } }, form())).toEqual(
    {
      ok: false,
      reason: 'promised',
    },
  )
  expect(await standing()).toEqual(before)
})

it('a stay of some nights that is taken back says so in its history', async () => {
  await edit({ kind: 'left_on', leftOn: '2027-02-08' })
  await edit({ kind: 'take_back' })
  expect([await standing(), await lastLine()]).toEqual([[NEXT], 'Taken back'])
  expect(await edit({ kind: 'put_back' })).toMatchObject({ ok: true })
  expect(await standing()).toEqual([
    'occupied [2027-02-05,2027-02-08)',
    'turnaround [2027-02-08,2027-02-10)',
    NEXT,
  ])
})
