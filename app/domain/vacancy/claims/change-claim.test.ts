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
import { claimPageFor } from '../../../screens/claim/facts.server'
import { changeStay } from '../../referral/stay/change-stay.server'
import type { VacancyResult } from '../vacancy-result'
import { vacancyBoardFor } from '../own/own-bedspaces.server'
import { addVoid } from './add-void.server'
import { type ClaimEdit, editClaim } from './change-claim.server'
import { changesOf } from './claim-history.server'
import { findOwnClaim } from './own-claim.server'
import { releaseClaim } from './release-claim.server'
import { takeBackAct } from './take-back.server'
import { markTaken } from './take-bedspace.server'

/** The women's house of the small world, three rooms, two working days between stays; from Tuesday 2 February 2027 on. */

const TUESDAY = new Date('2027-02-02T09:00:00Z')
const NEXT_TUESDAY = new Date('2027-02-09T09:00:00Z')

let world: ReferralWorld
beforeAll(async () => {
  world = await createReferralWorld()
  await world.database.owner.updateTable('service').set({ turnaroundWorkingDays: 2 }).execute()
})
afterAll(() => world.database.drop())
beforeEach(async () => {
  world.passTo(TUESDAY)
  await sql`truncate bedspace_claim, referral_claim, placement, offer cascade`.execute(world.database.owner)
})

function bed(index: number): string {
  return world.bedspaces.womensHouse[index] ?? ''
}

/** Every claim that stands on a room, in the order of its days. */
async function standing(index: number): Promise<string[]> {
  const { rows } = await sql<{ claim: string }>`
    select coalesce(void_reason, kind) || ' ' || during as claim from bedspace_claim
    where bedspace_id = ${bed(index)} and active order by during`.execute(world.database.owner)
  return rows.map(row => row.claim)
}

async function lastClaim(): Promise<string> {
  const { id } = await world.database.owner
    .selectFrom('bedspaceClaim')
    .select('id')
    .orderBy('createdAt', 'desc')
    .executeTakeFirstOrThrow()
  return id
}

/** The day a departure is recorded for. */
async function findOwnLeft(claimId: string) {
  const { leftOn } = await world.database.owner
    .selectFrom('bedspaceClaim')
    .select('leftOn')
    .where('id', '=', claimId)
    .executeTakeFirstOrThrow()
  return leftOn
}

async function versionOf(claimId: string): Promise<number> {
  const { firstWorker } = world.viewers
  return (await asViewer(world.app.db, firstWorker, trx => changesOf(trx, firstWorker, claimId))).length
}

async function edit(claimId: string, change: ClaimEdit, viewer = world.viewers.firstWorker) {
  const version = await versionOf(claimId)
  return editClaim(world.app, viewer, { claimId, version, edit: change }, form())
}

async function taken(index: number): Promise<string> {
  await markTaken(world.app, world.viewers.firstWorker, bed(index), form())
  return lastClaim()
}

async function repaired(fromOn: string, untilOn: string | null, index = 0): Promise<string> {
  const repair = { bedspaceId: bed(index), reason: 'repair', fromOn, untilOn } as const
  await addVoid(world.app, world.viewers.firstWorker, repair, form())
  return lastClaim()
}

function actOf(result: VacancyResult): string {
  if (!result.ok || !result.act) throw new Error('Nothing was done')
  return result.act
}

function undo(act: string, viewer = world.viewers.firstWorker) {
  return takeBackAct(world.app, viewer, act, form())
}

describe('a void', () => {
  it('to come is changed in its reason and its days, and keeps what it was', async () => {
    const id = await repaired('2027-03-01', '2027-03-10')
    const change = { kind: 'void', reason: 'furniture', fromOn: '2027-03-02', untilOn: null } as const
    expect(await edit(id, change)).toMatchObject({ ok: true })
    expect(await standing(0)).toEqual(['furniture [2027-03-02,)'])
    const { firstWorker } = world.viewers
    const changes = await asViewer(world.app.db, firstWorker, trx => changesOf(trx, firstWorker, id))
    expect(changes.map(({ before, after }) => [before?.void_reason, after.void_reason])).toEqual([
      [undefined, 'repair'],
      ['repair', 'furniture'],
    ])
    expect(changes[1]?.before?.during).toBe('[2027-03-01,2027-03-10)')
    expect(changes[1]?.by).not.toBeNull()
  })

  it('is as it was once its change is undone, and a second press undoes nothing: it says so', async () => {
    const id = await repaired('2027-03-01', '2027-03-10')
    const change = { kind: 'void', reason: 'furniture', fromOn: '2027-03-02', untilOn: null } as const
    const changed = actOf(await edit(id, change))
    const undone = actOf(await undo(changed))
    expect(await standing(0)).toEqual(['repair [2027-03-01,2027-03-10)'])
    // From the page that was open before, and from the one that says that it is undone.
    for (const act of [changed, undone])
      expect(await undo(act)).toMatchObject({ ok: false, reason: 'changed_since' })
    expect(await standing(0)).toEqual(['repair [2027-03-01,2027-03-10)'])
    const { firstWorker } = world.viewers
    const shown = await claimPageFor(world.app, firstWorker, id)
    expect(shown.lastAct).toBeNull()
    const again = actOf(await edit(id, change))
    expect((await claimPageFor(world.app, firstWorker, id)).lastAct).toBe(again)
    expect(await undo(again)).toMatchObject({ ok: true })
  })

  it('of a house that has closed is shown, and nothing is asked of it', async () => {
    const id = await repaired('2027-03-01', '2027-03-10')
    const close = (archivedAt: Date | null) =>
      world.database.owner
        .updateTable('service')
        .set({ archivedAt })
        .where('id', '=', world.services.womensHouse)
        .execute()
    await close(world.app.clock())
    const shown = await claimPageFor(world.app, world.viewers.firstWorker, id)
    await close(null)
    expect(Object.values(shown.offers).filter(Boolean)).toEqual([])
    expect([shown.lastAct, shown.closedService]).toEqual([null, world.services.womensHouse])
  })

  it('that is over is corrected, and taken back, and put back', async () => {
    const id = await repaired('2027-01-10', '2027-01-20')
    const change = { kind: 'void', reason: 'damage', fromOn: '2027-01-11', untilOn: '2027-01-15' } as const
    expect(await edit(id, change)).toMatchObject({ ok: true })
    expect(await edit(id, { kind: 'take_back' })).toMatchObject({ ok: true })
    expect(await standing(0)).toEqual([])
    expect(await edit(id, { kind: 'put_back' })).toMatchObject({ ok: true })
    expect(await standing(0)).toEqual(['damage [2027-01-11,2027-01-15)'])
  })

  it('takes no days of another claim, and changes nothing then', async () => {
    const id = await repaired('2027-03-01', '2027-03-10')
    await repaired('2027-03-10', '2027-03-20')
    const change = { kind: 'void', reason: 'repair', fromOn: '2027-03-01', untilOn: '2027-03-12' } as const
    expect(await edit(id, change)).toEqual({ ok: false, reason: 'days_taken' })
    expect(await standing(0)).toEqual(['repair [2027-03-01,2027-03-10)', 'repair [2027-03-10,2027-03-20)'])
  })

  it('that is freed today stays what it was on the days before', async () => {
    const id = await repaired('2027-01-20', null)
    expect(await releaseClaim(world.app, world.viewers.firstWorker, id, form())).toMatchObject({ ok: true })
    expect(await standing(0)).toEqual(['repair [2027-01-20,2027-02-02)'])
    expect(await releaseClaim(world.app, world.viewers.firstWorker, id, form())).toEqual({
      ok: false,
      reason: 'claim_over',
    })
  })

  it('is refused from a page older than a colleague’s change, and to strangers', async () => {
    const id = await repaired('2027-03-01', null)
    const { firstWorker, secondWorker } = world.viewers
    const old = { claimId: id, version: 0, edit: { kind: 'take_back' } } as const
    expect(await editClaim(world.app, firstWorker, old, form())).toEqual({
      ok: false,
      reason: 'claim_changed',
    })
    expect(await edit(id, { kind: 'take_back' }, secondWorker)).toEqual({ ok: false, reason: 'not_found' })
    expect(await standing(0)).toEqual(['repair [2027-03-01,)'])
  })
})

describe('a stay by another route', () => {
  it('moves to another room: the old one has its turnaround, the new one goes on', async () => {
    const id = await taken(0)
    world.passTo(NEXT_TUESDAY)
    const move = { kind: 'move', bedspaceId: bed(1), movedOn: '2027-02-08' } as const
    expect(await edit(id, move)).toMatchObject({ ok: true })
    expect(await standing(0)).toEqual([
      'occupied [2027-02-02,2027-02-08)',
      'turnaround [2027-02-08,2027-02-10)',
    ])
    expect(await standing(1)).toEqual(['occupied [2027-02-08,)'])
    expect(await edit(id, { kind: 'left_on', leftOn: '2027-02-05' })).toEqual({
      ok: false,
      reason: 'moved_on',
    })
    const board = await vacancyBoardFor(
      world.app.db,
      world.viewers.firstWorker,
      world.services.womensHouse,
      NEXT_TUESDAY,
    )
    expect(board?.stays.has(bed(0))).toBe(false)
    expect(board?.stays.get(bed(1))).toMatchObject({ from: '2027-02-08', leftOn: null })
  })

  it('moves on a day to come, in one step: both rooms are right, and the move is called off the same way', async () => {
    const id = await taken(0)
    const move = { kind: 'move', bedspaceId: bed(1), movedOn: '2027-02-22' } as const
    expect(await edit(id, move)).toMatchObject({ ok: true })
    // Sure to end, with the two working days that follow within it.
    expect(await standing(0)).toEqual(['occupied [2027-02-02,2027-02-24)'])
    expect(await standing(1)).toEqual(['occupied [2027-02-22,)'])
    const page = await claimPageFor(world.app, world.viewers.firstWorker, id)
    expect(page.rows.find(({ key }) => key === 'Until')?.value).toBe('Mon 22 February, then in another room')
    const planned = page.movesTo ?? ''
    const there = await claimPageFor(world.app, world.viewers.firstWorker, planned)
    expect(there).toMatchObject({
      isPlannedMove: true,
      offers: { mayTakeBack: true, mayLeave: false, maySince: false },
    })
    expect(there.rows.find(({ key }) => key === 'From')?.value).toBe('Mon 22 February')
    expect(await edit(planned, { kind: 'take_back' })).toMatchObject({ ok: true })
    expect([await standing(0), await standing(1)]).toEqual([['occupied [2027-02-02,)'], []])
    expect(await findOwnLeft(id)).toBeNull()
  })

  it('moves into no room that is promised from a later day on, however far off the move is', async () => {
    const id = await taken(0)
    await addVoid(
      world.app,
      world.viewers.firstWorker,
      { bedspaceId: bed(1), reason: 'repair', fromOn: '2027-03-01', untilOn: null },
      form(),
    )
    const move = { kind: 'move', bedspaceId: bed(1), movedOn: '2027-02-22' } as const
    expect(await edit(id, move)).toMatchObject({ ok: false, reason: 'bedspace_taken' })
    expect(await standing(0)).toEqual(['occupied [2027-02-02,)'])
  })

  it('was in the other room all along, where it moves on its first day', async () => {
    const id = await taken(0)
    expect(await edit(id, { kind: 'move', bedspaceId: bed(2), movedOn: '2027-02-02' })).toMatchObject({
      ok: true,
    })
    expect([await standing(0), await standing(2)]).toEqual([[], ['occupied [2027-02-02,)']])
  })

  it('moves into no room that another has, and into no other service’s', async () => {
    const id = await taken(0)
    await taken(1)
    world.passTo(NEXT_TUESDAY)
    const to = (bedspaceId: string) => edit(id, { kind: 'move', bedspaceId, movedOn: '2027-02-08' })
    expect(await to(bed(1))).toEqual({ ok: false, reason: 'bedspace_taken', until: null })
    expect(await to(world.bedspaces.refuge[0] ?? '')).toEqual({ ok: false, reason: 'room_missing' })
    expect(await standing(0)).toEqual(['occupied [2027-02-02,)'])
  })

  it('is corrected in its first day and its last, the turnaround with it', async () => {
    const id = await taken(0)
    expect(await edit(id, { kind: 'since', sinceOn: '2027-01-25' })).toMatchObject({ ok: true })
    const left = { claimId: id, change: { kind: 'left', on: '2027-02-01' } } as const
    expect(await changeStay(world.app, world.viewers.firstWorker, left, form())).toMatchObject({ ok: true })
    expect(await edit(id, { kind: 'left_on', leftOn: '2027-01-29' })).toMatchObject({ ok: true })
    expect(await standing(0)).toEqual([
      'occupied [2027-01-25,2027-01-29)',
      'turnaround [2027-01-29,2027-02-02)',
    ])
    expect(await edit(id, { kind: 'take_back' })).toMatchObject({ ok: true })
    expect(await standing(0)).toEqual([])
  })

  it('began on no day after the one it was sure to end, which has gone by without a departure', async () => {
    const id = await taken(0)
    const sure = { kind: 'leaves', leaves: { on: '2027-02-04', isSure: true } } as const
    const said = { claimId: id, change: sure }
    expect(await changeStay(world.app, world.viewers.firstWorker, said, form())).toMatchObject({ ok: true })
    world.passTo(NEXT_TUESDAY)
    for (const sinceOn of ['2027-02-09', '2027-02-05'])
      expect(await edit(id, { kind: 'since', sinceOn })).toEqual({ ok: false, reason: 'ends_before' })
    expect(await standing(0)).toEqual(['occupied [2027-02-02,2027-02-08)'])
  })
})

describe('the day of a move that is recorded', () => {
  async function movedOn8(): Promise<string> {
    const id = await taken(0)
    world.passTo(NEXT_TUESDAY)
    const move = { kind: 'move', bedspaceId: bed(1), movedOn: '2027-02-08' } as const
    expect(await edit(id, move)).toMatchObject({ ok: true })
    const { id: there } = await world.database.owner
      .selectFrom('bedspaceClaim')
      .select('id')
      .where('bedspaceId', '=', bed(1))
      .executeTakeFirstOrThrow()
    return there
  }

  it.each([
    ['2027-02-04', 'occupied [2027-02-02,2027-02-04)', 'turnaround [2027-02-04,2027-02-08)'],
    ['2027-02-09', 'occupied [2027-02-02,2027-02-09)', 'turnaround [2027-02-09,2027-02-11)'],
  ])('is put right in both rooms, so that nobody is in two or in none: %s', async (on, ...before) => {
    const there = await movedOn8()
    expect(await edit(there, { kind: 'since', sinceOn: on })).toMatchObject({ ok: true })
    expect([await standing(0), await standing(1)]).toEqual([before, [`occupied [${on},)`]])
  })

  it('is not before the stay in the first room; nothing is changed then', async () => {
    const there = await movedOn8()
    expect(await edit(there, { kind: 'since', sinceOn: '2027-02-02' })).toEqual({
      ok: false,
      reason: 'before_stay',
    })
    expect(await standing(0)).toEqual([
      'occupied [2027-02-02,2027-02-08)',
      'turnaround [2027-02-08,2027-02-10)',
    ])
  })
})

it('a void does not end before it began, or on the day it did', async () => {
  const id = await repaired('2027-02-02', '2027-02-20')
  for (const untilOn of ['2027-02-05', '2027-02-10']) {
    const turned = { kind: 'void', reason: 'repair', fromOn: '2027-02-10', untilOn } as const
    expect(await edit(id, turned)).toEqual({ ok: false, reason: 'dates_invalid' })
  }
  expect(await standing(0)).toEqual(['repair [2027-02-02,2027-02-20)'])
})

describe('one tap takes back', () => {
  it('a bedspace that was taken, a void that was freed, and somebody who left', async () => {
    const { firstWorker } = world.viewers
    const took = await markTaken(world.app, firstWorker, bed(0), form())
    expect(await undo(actOf(took))).toMatchObject({ ok: true })
    expect(await standing(0)).toEqual([])

    const freed = await releaseClaim(world.app, firstWorker, await repaired('2027-01-20', null), form())
    expect(await undo(actOf(freed))).toMatchObject({ ok: true })
    expect(await standing(0)).toEqual(['repair [2027-01-20,)'])

    const claimId = await taken(1)
    world.passTo(NEXT_TUESDAY)
    const left = { claimId, change: { kind: 'left', on: '2027-02-09' } } as const
    const act = actOf(await changeStay(world.app, firstWorker, left, form()))
    expect(await standing(1)).toEqual([
      'occupied [2027-02-02,2027-02-09)',
      'turnaround [2027-02-09,2027-02-11)',
    ])
    expect(await undo(act)).toMatchObject({ ok: true })
    expect(await standing(1)).toEqual(['occupied [2027-02-02,)'])
    // Where that was the mistake, the departure is recorded again.
    expect(await changeStay(world.app, firstWorker, left, form())).toMatchObject({ ok: true })
    expect(await standing(1)).toEqual([
      'occupied [2027-02-02,2027-02-09)',
      'turnaround [2027-02-09,2027-02-11)',
    ])
  })

  it('nothing that was changed since, that is another’s by now, or of strangers', async () => {
    const { firstWorker, secondWorker } = world.viewers
    const id = await repaired('2027-01-20', null)
    const act = actOf(await releaseClaim(world.app, firstWorker, id, form()))
    expect(await undo(act, secondWorker)).toEqual({ ok: false, reason: 'not_found' })
    await taken(0)
    expect(await undo(act)).toEqual({ ok: false, reason: 'days_taken' })
    const earlier = { kind: 'void', reason: 'repair', fromOn: '2027-01-21', untilOn: '2027-02-02' } as const
    expect(await edit(id, earlier)).toMatchObject({ ok: true })
    expect(await undo(act)).toMatchObject({ ok: false, reason: 'changed_since', by: 'Test worker.first' })
  })
})

describe('a claim of a referral', () => {
  it('links to it, and is changed by its own events alone', async () => {
    const { referralId } = await accepted(world, 'womensHouse', await anotherCase(world))
    const id = await lastClaim()
    const { firstWorker } = world.viewers
    const claim = await asViewer(world.app.db, firstWorker, trx => findOwnClaim(trx, firstWorker, id))
    expect(claim).toMatchObject({ kind: 'hold', ofReferral: true, referralId })
    expect(await edit(id, { kind: 'take_back' })).toEqual({ ok: false, reason: 'held_for_referral' })
    const { act } = await world.database.owner
      .selectFrom('claimChange')
      .select('act')
      .where('claimId', '=', id)
      .executeTakeFirstOrThrow()
    expect(await undo(act)).toEqual({ ok: false, reason: 'held_for_referral' })
  })

  it('keeps its history from every other organisation', async () => {
    await repaired('2027-03-01', null)
    for (const stranger of [world.viewers.secondWorker, world.viewers.lowNewtonOfficer]) {
      const seen = await asViewer(world.app.db, stranger, trx =>
        trx.selectFrom('claimChange').select('id').execute(),
      )
      expect(seen).toEqual([])
    }
  })
})
