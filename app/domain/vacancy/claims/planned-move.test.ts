import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { up } from '@db/migrations/0105_planned_moves'
import { asViewer } from '@db/viewer-transaction'
import {
  accepted,
  anotherCase,
  createReferralWorld,
  form,
  type ReferralWorld,
  seenBy,
  stateOf,
} from '@tests/factories/referral-world'
import { claimPageFor } from '../../../screens/claim/facts.server'
import { staysNotGone } from '../../referral/events/stay-goes-on/stays-not-gone.server'
import { changeStay } from '../../referral/stay/change-stay.server'
import { vacancyBoardFor } from '../own/own-bedspaces.server'
import { addVoid } from './add-void.server'
import { type ClaimEdit, editClaim } from './change-claim.server'
import { changesOf } from './claim-history.server'
import { findOwnClaim } from './own-claim.server'
import { markTaken } from './take-bedspace.server'

/**
 * Somebody in the first of three rooms since Monday 1 February 2027 is to move to the second on a day to come; two working days between
 * stays. What is promised begins on Monday 8 March, so that whoever leaves on Thursday 4 March leaves in time.
 */

const MONDAY = new Date('2027-02-01T09:00:00Z')
const HOLD = 'hold [2027-03-08,2027-06-02)'

let world: ReferralWorld
let stay: string
beforeAll(async () => {
  world = await createReferralWorld()
})
afterAll(() => world.database.drop())
beforeEach(async () => {
  world.passTo(MONDAY)
  await sql`truncate bedspace_claim, referral_claim, placement, offer cascade`.execute(world.database.owner)
  await markTaken(world.app, worker(), bed(0), form())
  stay = await stayIn(0)
})

const worker = () => world.viewers.firstWorker

function bed(index: number): string {
  return world.bedspaces.womensHouse[index] ?? ''
}

async function standing(): Promise<string[][]> {
  const rooms = [bed(0), bed(1)].map(async id => {
    const { rows } = await sql<{ claim: string }>`select kind || ' ' || during as claim from bedspace_claim
      where bedspace_id = ${id} and active order by during`.execute(world.database.owner)
    return rows.map(row => row.claim)
  })
  return Promise.all(rooms)
}

async function stayIn(index: number): Promise<string> {
  const { id } = await world.database.owner
    .selectFrom('bedspaceClaim')
    .select('id')
    .where('bedspaceId', '=', bed(index))
    .where('kind', '=', 'occupied')
    .where('active', '=', true)
    .executeTakeFirstOrThrow()
  return id
}

async function edit(claimId: string, change: ClaimEdit) {
  const version = (await asViewer(world.app.db, worker(), trx => changesOf(trx, worker(), claimId))).length
  return editClaim(world.app, worker(), { claimId, version, edit: change }, form())
}

/** Plans the move to the second room; gives the stay there. */
async function planned(movedOn: string): Promise<string> {
  expect(await edit(stay, { kind: 'move', bedspaceId: bed(1), movedOn })).toMatchObject({ ok: true })
  return stayIn(1)
}

function claim(claimId: string) {
  return asViewer(world.app.db, worker(), trx => findOwnClaim(trx, worker(), claimId))
}

function board(instant: string) {
  return vacancyBoardFor(world.app.db, worker(), world.services.womensHouse, new Date(instant))
}

describe('a move on a day to come that nobody has recorded', () => {
  it('leaves her in the first room: it is never free, and what is promised behind her goes to reconfirm', async () => {
    await planned('2027-03-04')
    expect(await standing()).toEqual([['occupied [2027-02-01,2027-03-08)'], ['occupied [2027-03-04,)']])
    const [here] = (await board('2027-02-01T09:00:00Z'))?.bedspaces ?? []
    expect(here?.claims[0]?.leaves).toEqual({ on: '2027-03-04', isSure: true, isMove: true })
    const target = await accepted(world, 'womensHouse', await anotherCase(world))
    expect((await seenBy(world, worker(), target)).offer?.stayAhead).toEqual({
      until: '2027-03-04',
      isSure: true,
    })
    world.passTo(new Date('2027-03-04T22:00:00Z'))
    expect(await staysNotGone(world.worker)).toBe(0)
    world.passTo(new Date('2027-03-05T09:00:00Z'))
    expect(await staysNotGone(world.worker)).toBe(1)
    expect(await stateOf(world, target)).toBe('to_reconfirm')
    expect(await standing()).toEqual([['occupied [2027-02-01,2027-03-08)', HOLD], ['occupied [2027-03-04,)']])
  })

  it('counts no room free that she has or is to have, and lets her be found in the first alone', async () => {
    const there = await planned('2027-02-22')
    const after = await board('2027-02-25T09:00:00Z')
    expect(after?.vacancy.free).toBe(1)
    expect(after?.stays.get(bed(0))).toMatchObject({ claimId: stay, leftOn: null, isToMove: true })
    expect(after?.stays.has(bed(1))).toBe(false)
    world.passTo(new Date('2027-02-25T09:00:00Z'))
    const page = await claimPageFor(world.app, worker(), stay)
    expect(page.rows.find(({ key }) => key === 'Until')?.value).toBe(
      'Was to move to another room on Mon 22 February: not recorded yet',
    )
    expect(page.history[0]?.what).toBe('Goes on in another room')
    expect(page.offers).toMatchObject({ mayHaveMoved: true, mayMove: false, mayLeave: false })
    expect(await claimPageFor(world.app, worker(), there)).toMatchObject({
      isPlannedMove: true,
      offers: { mayTakeBack: true, mayLeave: false, maySince: false, mayMove: false },
    })
  })

  it('is said as a move alone: neither stay is moved, shortened or left beside it', async () => {
    const there = await planned('2027-02-22')
    world.passTo(new Date('2027-02-23T09:00:00Z'))
    const unsaid = { ok: false, reason: 'move_planned' }
    expect(await edit(stay, { kind: 'move', bedspaceId: bed(2), movedOn: '2027-02-23' })).toEqual(unsaid)
    expect(await edit(stay, { kind: 'take_back' })).toEqual(unsaid)
    expect(await edit(there, { kind: 'since', sinceOn: '2027-02-23' })).toEqual(unsaid)
    expect(await edit(there, { kind: 'moved', movedOn: '2027-02-23' })).toEqual(unsaid)
    expect(await edit(stay, { kind: 'since', sinceOn: '2027-02-22' })).toEqual({
      ok: false,
      reason: 'ends_before',
    })
    for (const claimId of [stay, there]) {
      const left = { claimId, change: { kind: 'left', on: '2027-02-23' } } as const
      expect(await changeStay(world.app, worker(), left, form())).toEqual({ ok: false, reason: 'not_found' })
    }
    expect(await standing()).toEqual([['occupied [2027-02-01,2027-02-24)'], ['occupied [2027-02-22,)']])
  })
})

describe('a move that is recorded', () => {
  it('later than planned: both rooms say the day it was', async () => {
    await planned('2027-02-22')
    world.passTo(new Date('2027-02-26T09:00:00Z'))
    expect(await edit(stay, { kind: 'moved', movedOn: '2027-02-25' })).toMatchObject({ ok: true })
    expect(await standing()).toEqual([
      ['occupied [2027-02-01,2027-02-25)', 'turnaround [2027-02-25,2027-03-01)'],
      ['occupied [2027-02-25,)'],
    ])
    expect(await claim(stay)).toMatchObject({ leftOn: '2027-02-25', isToMove: false })
    expect(await edit(stay, { kind: 'moved', movedOn: '2027-02-24' })).toEqual({
      ok: false,
      reason: 'claim_over',
    })
  })

  it('sooner than planned, but on no day to come and none the other room is not hers', async () => {
    await planned('2027-02-22')
    const repair = {
      bedspaceId: bed(1),
      reason: 'repair',
      fromOn: '2027-02-08',
      untilOn: '2027-02-10',
    } as const
    await addVoid(world.app, worker(), repair, form())
    world.passTo(new Date('2027-02-12T09:00:00Z'))
    const on = (movedOn: string) => edit(stay, { kind: 'moved', movedOn })
    expect(await on('2027-02-13')).toEqual({ ok: false, reason: 'day_to_come' })
    expect(await on('2027-02-09')).toEqual({ ok: false, reason: 'days_taken' })
    expect(await on('2027-02-01')).toEqual({ ok: false, reason: 'before_stay' })
    expect(await on('2027-02-10')).toMatchObject({ ok: true })
    expect(await standing()).toEqual([
      ['occupied [2027-02-01,2027-02-10)', 'turnaround [2027-02-10,2027-02-12)'],
      ['void [2027-02-08,2027-02-10)', 'occupied [2027-02-10,)'],
    ])
  })
})

describe('a move whose day is changed', () => {
  const to = (movesOn: string) => edit(stay, { kind: 'move_on', movesOn })

  it('is planned for the new one in both rooms, later and sooner, with what was in the history', async () => {
    const there = await planned('2027-02-22')
    expect(await to('2027-03-04')).toMatchObject({ ok: true })
    expect(await standing()).toEqual([['occupied [2027-02-01,2027-03-08)'], ['occupied [2027-03-04,)']])
    expect(await to('2027-02-10')).toMatchObject({ ok: true })
    expect(await standing()).toEqual([['occupied [2027-02-01,2027-02-12)'], ['occupied [2027-02-10,)']])
    expect(await claim(stay)).toMatchObject({ isToMove: true, movedTo: there, leftOn: null })
    const page = await claimPageFor(world.app, worker(), stay)
    expect(page.history[0]?.what).toContain('Expected to leave: Thu 4 March → Wed 10 February')
  })

  it('is refused for the day of leaving and later, as is a plan: until when the stay goes on is said first', async () => {
    const leaves = { on: '2027-03-04', isSure: false }
    await changeStay(world.app, worker(), { claimId: stay, change: { kind: 'leaves', leaves } }, form())
    const refused = { ok: false, reason: 'after_leaving' }
    expect(await edit(stay, { kind: 'move', bedspaceId: bed(1), movedOn: '2027-03-04' })).toEqual(refused)
    await planned('2027-02-22')
    expect(await to('2027-03-05')).toEqual(refused)
    expect(await to('2027-03-03')).toMatchObject({ ok: true })
  })

  it('is refused for today, where the first room is promised, where the other is another’s, and where none is planned', async () => {
    expect(await to('2027-03-04')).toEqual({ ok: false, reason: 'claim_over' })
    const there = await planned('2027-03-04')
    await accepted(world, 'womensHouse', await anotherCase(world))
    const repair = {
      bedspaceId: bed(1),
      reason: 'repair',
      fromOn: '2027-02-15',
      untilOn: '2027-02-17',
    } as const
    await addVoid(world.app, worker(), repair, form())
    expect(await to('2027-02-01')).toEqual({ ok: false, reason: 'move_past' })
    expect(await to('2027-03-05')).toEqual({ ok: false, reason: 'days_taken' })
    expect(await to('2027-02-16')).toEqual({ ok: false, reason: 'days_taken' })
    expect(await edit(there, { kind: 'move_on', movesOn: '2027-03-03' })).toEqual({
      ok: false,
      reason: 'move_planned',
    })
    expect(await standing()).toEqual([
      ['occupied [2027-02-01,2027-03-08)', HOLD],
      ['void [2027-02-15,2027-02-17)', 'occupied [2027-03-04,)'],
    ])
  })
})

describe('a move that is called off', () => {
  it('is refused where the first room is promised by now: the second stays hers', async () => {
    const there = await planned('2027-03-04')
    await accepted(world, 'womensHouse', await anotherCase(world))
    expect(await edit(there, { kind: 'take_back' })).toEqual({ ok: false, reason: 'days_taken' })
    expect(await standing()).toEqual([['occupied [2027-02-01,2027-03-08)', HOLD], ['occupied [2027-03-04,)']])
    expect(await claim(stay)).toMatchObject({ isToMove: true, movedTo: there })
  })

  it('after its day too, where nobody moved: she stays, with the day that was expected', async () => {
    const leaves = {
      claimId: stay,
      change: { kind: 'leaves', leaves: { on: '2027-05-14', isSure: false } },
    } as const
    await changeStay(world.app, worker(), leaves, form())
    const there = await planned('2027-02-22')
    world.passTo(new Date('2027-02-23T09:00:00Z'))
    expect(await edit(there, { kind: 'take_back' })).toMatchObject({ ok: true })
    expect(await standing()).toEqual([['occupied [2027-02-01,)'], []])
    expect(await claim(stay)).toMatchObject({
      leftOn: null,
      movedTo: null,
      leaves: { on: '2027-05-14', isSure: false, mustEnd: false },
    })
  })

  it('of somebody who is sure to leave, or must, leaves that as it was, with what is promised behind', async () => {
    const sure = { on: '2027-03-04', isSure: true }
    await changeStay(world.app, worker(), { claimId: stay, change: { kind: 'leaves', leaves: sure } }, form())
    await accepted(world, 'womensHouse', await anotherCase(world))
    for (const mustEnd of [false, true]) {
      await world.database.owner
        .updateTable('bedspaceClaim')
        .set({ mustEnd })
        .where('id', '=', stay)
        .execute()
      const there = await planned('2027-02-22')
      expect(await edit(there, { kind: 'take_back' })).toMatchObject({ ok: true })
      expect(await standing()).toEqual([['occupied [2027-02-01,2027-03-08)', HOLD], []])
      expect(await claim(stay)).toMatchObject({ isToMove: false, leaves: { ...sure, mustEnd } })
    }
  })

  it('of somebody who stays on into promised days leaves those promised, to be reconfirmed as they were', async () => {
    const say = (change: Parameters<typeof changeStay>[2]['change']) =>
      changeStay(world.app, worker(), { claimId: stay, change }, form())
    await say({ kind: 'leaves', leaves: { on: '2027-03-04', isSure: true } })
    await accepted(world, 'womensHouse', await anotherCase(world))
    await say({ kind: 'stays' })
    const rooms = ['occupied [2027-02-01,2027-03-08)', HOLD]
    const there = await planned('2027-03-11')
    expect(await standing()).toEqual([rooms, ['occupied [2027-03-11,)']])
    expect(await claim(stay)).toMatchObject({ isToMove: true, leaves: { on: '2027-03-11', isSure: true } })
    expect(await edit(there, { kind: 'take_back' })).toMatchObject({ ok: true })
    expect(await standing()).toEqual([rooms, []])
    expect(await claim(stay)).toMatchObject({ isToMove: false, leftOn: null, leaves: null })
  })
})

it('that was planned as a departure to come is kept as one that is sure', async () => {
  const there = await planned('2027-02-22')
  const { owner } = world.database
  await sql`update bedspace_claim set during = '[2027-02-01,2027-02-22)', left_on = '2027-02-22', leaving_sure = false,
    expected_until = null where id = ${stay}`.execute(owner)
  await sql`insert into bedspace_claim (id, bedspace_id, kind, during)
    values (gen_random_uuid(), ${bed(0)}, 'turnaround', '[2027-02-22,2027-02-24)')`.execute(owner)
  await sql`drop index bedspace_claim_moved_to`.execute(owner)
  await owner.transaction().execute(trx => up(trx as unknown as Kysely<unknown>))
  expect(await standing()).toEqual([['occupied [2027-02-01,2027-02-24)'], ['occupied [2027-02-22,)']])
  expect(await claim(stay)).toMatchObject({ isToMove: true, movedTo: there, leftOn: null })
})
