import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { asViewer } from '@db/viewer-transaction'
import {
  accepted,
  anotherCase,
  createReferralWorld,
  form,
  type ReferralWorld,
} from '@tests/factories/referral-world'
import { changeStay } from '~/domain/referral/stay/change-stay.server'
import { addVoid } from '~/domain/vacancy/claims/add-void.server'
import { type ClaimEdit, editClaim } from '~/domain/vacancy/claims/change-claim.server'
import { changesOf } from '~/domain/vacancy/claims/claim-history.server'
import { releaseClaim } from '~/domain/vacancy/claims/release-claim.server'
import { takeBackAct } from '~/domain/vacancy/claims/take-back.server'
import { markTaken } from '~/domain/vacancy/claims/take-bedspace.server'
import { claimPageFor } from './facts.server'

/** What a claim's page offers to take back is done, and of what would be refused it says why. From Monday 1 February 2027 on. */

const MONDAY = new Date('2027-02-01T09:00:00Z')

let world: ReferralWorld
beforeAll(async () => {
  world = await createReferralWorld()
})
afterAll(() => world.database.drop())
beforeEach(async () => {
  world.passTo(MONDAY)
  await sql`truncate bedspace_claim, referral_claim, placement, offer cascade`.execute(world.database.owner)
})

const NOTHING = { now: null, last: null }

const worker = () => world.viewers.firstWorker

function bed(index: number): string {
  return world.bedspaces.womensHouse[index] ?? ''
}

describe('the last change of a claim', () => {
  it('is taken back while its days are free, and not once another has them', async () => {
    const freed = await voidOf(0, '2027-01-20', null)
    await releaseClaim(world.app, worker(), freed, form())
    const taken = await stayIn(0)
    const shut = await page(freed)
    expect([shut.lastAct, ...said(shut)]).toEqual([
      null,
      'The last change of this void cannot be undone: something else claims some of these days by now. Change that first, on your vacancies or among the service’s stays and voids that are over: then this can be done.',
    ])
    expect(await undo(await lastAct(freed))).toEqual({ ok: false, reason: 'days_taken' })

    expect(await edit(taken, { kind: 'take_back' })).toMatchObject({ ok: true })
    const open = await page(freed)
    expect(open.cannot).toEqual(NOTHING)
    expect(await undo(open.lastAct ?? '')).toMatchObject({ ok: true })
    expect((await page(freed)).lastAct).toBeNull()
  })

  it('is not taken back once another claim that it changed too was changed again', async () => {
    const stay = await stayIn(0)
    world.passTo(new Date('2027-02-08T09:00:00Z'))
    await edit(stay, { kind: 'move', bedspaceId: bed(1), movedOn: '2027-02-05' })
    const act = (await page(stay)).lastAct ?? ''
    const there = (await page(stay)).movesTo ?? ''
    const leaves = { kind: 'leaves', leaves: { on: '2027-03-01', isSure: false } } as const
    await changeStay(world.app, world.viewers.firstWorker, { claimId: there, change: leaves }, form())
    const shut = await page(stay)
    expect([shut.lastAct, ...said(shut)]).toEqual([
      null,
      'The last change of this stay cannot be undone: something else that it changed was changed again since, by Test worker.first, 1 February 2027, 08:00. Change what is wrong on its own page instead.',
    ])
    expect(await undo(act)).toMatchObject({ ok: false, reason: 'changed_since' })

    await undo((await page(there)).lastAct ?? '')
    await edit(there, { kind: 'take_back' })
    expect((await page(stay)).cannot).toEqual(NOTHING)
    expect(await undo((await page(stay)).lastAct ?? '')).toMatchObject({ ok: true })
  })
})

describe('a claim that was taken back', () => {
  it('is put back while its days are free, and not once another has them', async () => {
    const gone = await voidOf(0, '2027-02-10', '2027-02-20')
    await edit(gone, { kind: 'take_back' })
    const other = await voidOf(0, '2027-02-15', '2027-02-17')
    const shut = await page(gone)
    expect([shut.offers.mayPutBack, shut.lastAct, ...said(shut)]).toEqual([
      false,
      null,
      'This void cannot be put back: something else claims some of these days by now. Change that first, on your vacancies or among the service’s stays and voids that are over: then this can be done.',
    ])
    expect(await edit(gone, { kind: 'put_back' })).toEqual({ ok: false, reason: 'days_taken' })

    await edit(other, { kind: 'take_back' })
    expect(await page(gone)).toMatchObject({ offers: { mayPutBack: true }, cannot: NOTHING })
    expect(await edit(gone, { kind: 'put_back' })).toMatchObject({ ok: true })
  })

  it('is not put back in a room that has closed since', async () => {
    const gone = await voidOf(0, '2027-02-10', '2027-02-20')
    await edit(gone, { kind: 'take_back' })
    const closes = (retiredAt: Date | null) =>
      world.database.owner.updateTable('bedspace').set({ retiredAt }).where('id', '=', bed(0)).execute()
    await closes(MONDAY)
    const shut = await page(gone)
    expect([shut.offers.mayPutBack, shut.cannot.now]).toEqual([
      false,
      'This void cannot be put back: the room has been closed since. Open it again first, on the page of the service’s rooms.',
    ])
    expect(await edit(gone, { kind: 'put_back' })).toEqual({ ok: false, reason: 'room_closed' })
    await closes(null)
    expect((await page(gone)).offers.mayPutBack).toBe(true)
    expect(await edit(gone, { kind: 'put_back' })).toMatchObject({ ok: true })
  })
})

describe('a move that is planned', () => {
  it('is called off while the first room is free after it, and not once that is promised', async () => {
    const stay = await stayIn(0)
    await edit(stay, { kind: 'move', bedspaceId: bed(1), movedOn: '2027-02-22' })
    const there = (await page(stay)).movesTo ?? ''
    expect(await page(there)).toMatchObject({ offers: { mayTakeBack: true }, cannot: NOTHING })
    await accepted(world, 'womensHouse', await anotherCase(world))
    const shut = await page(there)
    expect([shut.offers.mayTakeBack, ...said(shut)]).toEqual([
      false,
      'The move cannot be called off: something else claims some of these days by now. Change that first, on your vacancies or among the service’s stays and voids that are over: then this can be done.',
    ])
    expect(await edit(there, { kind: 'take_back' })).toEqual({ ok: false, reason: 'days_taken' })

    await sql`update bedspace_claim set active = false, released_at = ${MONDAY} where kind = 'hold'`.execute(
      world.database.owner,
    )
    expect(await page(there)).toMatchObject({ offers: { mayTakeBack: true }, cannot: NOTHING })
    expect(await edit(there, { kind: 'take_back' })).toMatchObject({ ok: true })
  })
})

function said({ cannot }: Awaited<ReturnType<typeof page>>): string[] {
  return [cannot.now, cannot.last].filter(sentence => sentence !== null)
}

function page(claimId: string) {
  return claimPageFor(world.app, worker(), claimId)
}

async function edit(claimId: string, change: ClaimEdit) {
  const version = (await changes(claimId)).length
  return editClaim(world.app, worker(), { claimId, version, edit: change }, form())
}

function changes(claimId: string) {
  return asViewer(world.app.db, worker(), trx => changesOf(trx, worker(), claimId))
}

async function lastAct(claimId: string): Promise<string> {
  return (await changes(claimId)).at(-1)?.act ?? ''
}

function undo(act: string) {
  return takeBackAct(world.app, worker(), act, form())
}

async function stayIn(index: number): Promise<string> {
  await markTaken(world.app, worker(), bed(index), form())
  return lastClaim()
}

async function voidOf(index: number, fromOn: string, untilOn: string | null): Promise<string> {
  const repair = { bedspaceId: bed(index), reason: 'repair', fromOn, untilOn } as const
  await addVoid(world.app, worker(), repair, form())
  return lastClaim()
}

async function lastClaim(): Promise<string> {
  const { owner } = world.database
  const claims = owner.selectFrom('bedspaceClaim').select('id').orderBy('createdAt', 'desc')
  return (await claims.executeTakeFirstOrThrow()).id
}
