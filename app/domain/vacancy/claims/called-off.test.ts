import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { asViewer } from '@db/viewer-transaction'
import { createReferralWorld, form, type ReferralWorld } from '@tests/factories/referral-world'
import { claimPageFor } from '../../../screens/claim/facts.server'
import { changeStay } from '../../referral/stay/change-stay.server'
import { type ClaimEdit, editClaim } from './change-claim.server'
import { changesOf, ClaimState } from './claim-history.server'
import { findOwnClaim } from './own-claim.server'
import { takeBackAct } from './take-back.server'
import { markTaken } from './take-bedspace.server'

/** Somebody in the first of three rooms since Monday 1 February 2027, by another route; what is taken back of a move to the second. */

const MONDAY = new Date('2027-02-01T09:00:00Z')

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

async function standing(): Promise<string[][]> {
  const rooms = [bed(0), bed(1)].map(async id => {
    const { rows } = await sql<{ claim: string }>`select kind || ' ' || during as claim from bedspace_claim
      where bedspace_id = ${id} and active order by during`.execute(world.database.owner)
    return rows.map(row => row.claim)
  })
  return Promise.all(rooms)
}

/** Does one change; gives the act by which it is taken back. */
async function edit(claimId: string, change: ClaimEdit): Promise<string> {
  const done = await tryTo(claimId, change)
  if (!done.ok) throw new Error(done.reason)
  return done.act ?? ''
}

async function tryTo(claimId: string, change: ClaimEdit) {
  const version = (await asViewer(world.app.db, worker(), trx => changesOf(trx, worker(), claimId))).length
  return editClaim(world.app, worker(), { claimId, version, edit: change }, form())
}

function undo(act: string) {
  return takeBackAct(world.app, worker(), act, form())
}

async function mayPutBack(claimId: string): Promise<boolean> {
  return (await claimPageFor(world.app, worker(), claimId)).offers.mayPutBack
}

function claim(claimId: string) {
  return asViewer(world.app.db, worker(), trx => findOwnClaim(trx, worker(), claimId))
}

const MOVE_OFF = { ok: false, reason: 'move_off' }

describe('the stay in the other room', () => {
  it('of a move that was called off is not put back: she is in the first, and has no second', async () => {
    await edit(stay, { kind: 'move', bedspaceId: bed(1), movedOn: '2027-02-22' })
    const there = await stayIn(1)
    await edit(there, { kind: 'take_back' })
    expect(await mayPutBack(there)).toBe(false)
    expect(await tryTo(there, { kind: 'put_back' })).toEqual(MOVE_OFF)
    expect(await standing()).toEqual([['occupied [2027-02-01,)'], []])
  })

  it('nor where the plan itself was taken back, or a move that had been recorded', async () => {
    for (const movedOn of ['2027-02-22', '2027-02-05']) {
      world.passTo(new Date('2027-02-08T09:00:00Z'))
      const act = await edit(stay, { kind: 'move', bedspaceId: bed(1), movedOn })
      const there = await stayIn(1)
      expect(await undo(act)).toMatchObject({ ok: true })
      expect(await mayPutBack(there)).toBe(false)
      expect(await tryTo(there, { kind: 'put_back' })).toEqual(MOVE_OFF)
      expect(await standing()).toEqual([['occupied [2027-02-01,)'], []])
    }
  })

  it('is put back as the one in which the first goes on, where she left that for it', async () => {
    world.passTo(new Date('2027-02-08T09:00:00Z'))
    await edit(stay, { kind: 'move', bedspaceId: bed(1), movedOn: '2027-02-05' })
    const there = await stayIn(1)
    await edit(there, { kind: 'take_back' })
    expect(await claim(stay)).toMatchObject({ movedTo: null, leftOn: '2027-02-05' })
    expect(await mayPutBack(there)).toBe(true)
    await edit(there, { kind: 'put_back' })
    expect(await claim(stay)).toMatchObject({ movedTo: there, leftOn: '2027-02-05' })
    await edit(there, { kind: 'take_back' })
    await changeStay(world.app, worker(), { claimId: stay, change: { kind: 'stays' } }, form())
    expect(await tryTo(there, { kind: 'put_back' })).toEqual(MOVE_OFF)
  })

  it('that nobody moved into is put back as ever', async () => {
    await edit(stay, { kind: 'take_back' })
    expect(await mayPutBack(stay)).toBe(true)
    await edit(stay, { kind: 'put_back' })
    expect(await standing()).toEqual([['occupied [2027-02-01,)'], []])
  })
})

describe('calling off, taken back and done again', () => {
  it('leaves the end of the stay as sure as it was before the plan', async () => {
    const leaves = { on: '2027-03-04', isSure: true }
    await changeStay(world.app, worker(), { claimId: stay, change: { kind: 'leaves', leaves } }, form())
    const before = await standing()
    await edit(stay, { kind: 'move', bedspaceId: bed(1), movedOn: '2027-02-22' })
    const there = await stayIn(1)
    expect(await undo(await edit(there, { kind: 'take_back' }))).toMatchObject({ ok: true })
    expect(await claim(stay)).toMatchObject({ isToMove: true, movedTo: there })
    await edit(there, { kind: 'take_back' })
    expect(await claim(stay)).toMatchObject({ isToMove: false, leaves: { ...leaves, mustEnd: false } })
    expect(await standing()).toEqual(before)
  })
})

/** What the database writes of a claim by itself, or never again. */
const NEVER_ALTERED = ['id', 'kind', 'created_at', 'released_at', 'claimed']

/** Every other column of a claim, and another value of it for the stay in the first room. */
const ALTERED: Readonly<Record<string, () => unknown>> = {
  bedspace_id: () => bed(2),
  during: () => '[2027-02-01,2027-04-01)',
  active: () => false,
  void_reason: () => null,
  lapses_at: () => null,
  expected_until: () => '2027-03-30',
  leaving_sure: () => true,
  must_end: () => true,
  outstays: () => true,
  left_on: () => '2027-02-20',
  moved_to: () => stay,
  before_move: () => JSON.stringify({ on: '2027-04-02', isSure: false, mustEnd: false }),
}

/** What no act alters of a stay, for the database lets it be of a void or a hold alone. */
const OF_OTHERS = ['void_reason', 'lapses_at']

/** What the database wants said with it. */
const ENDS = `, during = '[2027-02-01,2027-03-30)'`
const WITH_IT: Readonly<Record<string, string>> = {
  active: ', released_at = now()',
  leaving_sure: `${ENDS}, expected_until = '2027-03-30'`,
  must_end: `${ENDS}, expected_until = '2027-03-30', leaving_sure = true`,
  outstays: ENDS,
}

describe('what an act may alter of a claim', () => {
  it('is all of it kept by its history', async () => {
    const { rows } = await sql<{ name: string }>`select column_name as name from information_schema.columns
      where table_schema = 'public' and table_name = 'bedspace_claim'`.execute(world.database.owner)
    const alterable = rows.map(({ name }) => name).filter(name => !NEVER_ALTERED.includes(name))
    expect(Object.keys(ALTERED).sort()).toEqual(alterable.sort())
    expect(Object.keys(ClaimState.shape).sort()).toEqual([...alterable, 'kind'].sort())
  })

  it.each(Object.keys(ALTERED).filter(name => !OF_OTHERS.includes(name)))(
    'is what it was once the act is taken back: %s',
    async column => {
      const before = await whole()
      const value = ALTERED[column]?.()
      const act = await asViewer(world.app.db, worker(), async trx => {
        await sql`update bedspace_claim set ${sql.ref(column)} = ${value} ${sql.raw(WITH_IT[column] ?? '')}
          where id = ${stay}`.execute(trx)
        const { rows } = await sql<{ act: string }>`select current_setting('app.act', true) as act`.execute(
          trx,
        )
        return rows[0]?.act ?? ''
      })
      expect(await whole()).not.toEqual(before)
      expect(await undo(act)).toMatchObject({ ok: true })
      expect(await whole()).toEqual(before)
    },
  )
})

/** The stay as the database has it. */
async function whole(): Promise<unknown> {
  const { rows } = await sql<{ claim: unknown }>`
    select to_jsonb(c) - 'released_at' as claim from bedspace_claim c where id = ${stay}`.execute(
    world.database.owner,
  )
  return rows[0]?.claim
}
