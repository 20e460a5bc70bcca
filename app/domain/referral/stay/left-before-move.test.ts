import { beforeEach, describe, expect, it } from 'vitest'
import {
  accepted,
  anotherCase,
  claimsOn,
  createReferralWorld,
  current,
  form,
  next,
  type ReferralWorld,
  seenBy,
} from '@tests/factories/referral-world'
import { historyEntries } from '../../../screens/referral/history-entries'
import type { ReferralTarget } from '../events/act-on-referral.server'
import { markArrived } from '../events/arrive/act.server'
import { correctHowItEnded } from '../events/correct-departure/act.server'
import { recordDeparture } from '../events/depart/act.server'
import { recordMove } from '../events/move-stay/act.server'
import { undoHowItEnded } from '../events/undo-end/act.server'

/** Who left on a day moved nowhere after it: the rooms say the same as the referral. Released on Monday 8 March 2027; two working days between stays. */

let world: ReferralWorld
let target: ReferralTarget
beforeEach(async () => {
  world = await createReferralWorld()
  target = await accepted(world, 'womensHouse', await anotherCase(world))
  world.passTo(new Date('2027-03-08T14:00:00Z'))
  const stay = { arrivedOn: '2027-03-08', expectedDepartureOn: '2027-04-05', note: null }
  next(target, await markArrived(world.app, worker(), { ...target, ...stay }, form()))
  return () => world.database.drop()
})

const worker = () => world.viewers.firstWorker

async function moves(bed: number, movedOn: string) {
  world.passTo(new Date(`${movedOn}T15:00:00Z`))
  const bedspaceId = world.bedspaces.womensHouse[bed] ?? ''
  const move = { bedspaceId, movedOn, conflictCheckDone: true, note: 'Nearer the kitchen' }
  const done = await recordMove(world.app, worker(), { ...(await current(world, target)), ...move }, form())
  expect(done).toMatchObject({ ok: true })
}

async function leaves(act: typeof recordDeparture, departedOn: string, at = '2027-03-15') {
  world.passTo(new Date(`${at}T15:00:00Z`))
  const left = { ...(await current(world, target)), departedOn, kind: 'evicted', note: null } as const
  return act(world.app, worker(), left, form())
}

const claims = () => Promise.all([0, 1, 2].map(bed => claimsOn(world, 'womensHouse', bed)))

async function said() {
  const seen = await seenBy(world, worker(), target)
  return {
    room: seen.placement?.bedspaceName,
    left: seen.placement?.departedOn,
    history: historyEntries(seen, world.app.clock())[0]?.details,
  }
}

describe('a departure before the last change of room', () => {
  it('is one from the room of that day: no later room was slept in or is made ready', async () => {
    await moves(1, '2027-03-11')
    expect(await claims()).toEqual([
      ['occupied [2027-03-08,2027-03-11)', 'turnaround [2027-03-11,2027-03-15)'],
      ['occupied [2027-03-11,)'],
      [],
    ])
    expect(await leaves(recordDeparture, '2027-03-09')).toMatchObject({
      ok: true,
      was: ['move_taken_out', 'Room 2'],
    })
    expect(await claims()).toEqual([
      ['occupied [2027-03-08,2027-03-09)', 'turnaround [2027-03-09,2027-03-11)'],
      [],
      [],
    ])
    expect(await said()).toEqual({
      room: 'Room 1',
      left: '2027-03-09',
      history: ['Later than the departure, so taken out: the move to Room 2'],
    })
  })

  it('takes out each of several moves, and keeps the one that was before it', async () => {
    await moves(1, '2027-03-09')
    await moves(2, '2027-03-11')
    await moves(0, '2027-03-15')
    expect(await leaves(recordDeparture, '2027-03-10')).toMatchObject({
      was: ['move_taken_out', 'Room 3, then to Room 1'],
    })
    expect(await claims()).toEqual([
      ['occupied [2027-03-08,2027-03-09)', 'turnaround [2027-03-09,2027-03-11)'],
      ['occupied [2027-03-09,2027-03-10)', 'turnaround [2027-03-10,2027-03-12)'],
      [],
    ])
    expect((await said()).room).toBe('Room 2')
  })

  it('that is put right to such a day does the same, and undone the stay goes on in that room', async () => {
    await moves(1, '2027-03-11')
    expect(await leaves(recordDeparture, '2027-03-14')).toMatchObject({ ok: true, was: [] })
    expect(await leaves(correctHowItEnded, '2027-03-09')).toMatchObject({
      ok: true,
      was: ['2027-03-14', 'evicted', 'move_taken_out', 'Room 2'],
    })
    expect(await claims()).toEqual([
      ['occupied [2027-03-08,2027-03-09)', 'turnaround [2027-03-09,2027-03-11)'],
      [],
      [],
    ])
    expect((await said()).history).toEqual([
      'Was 14 March 2027, evicted; is now 9 March 2027, evicted',
      'Later than the departure, so taken out: the move to Room 2',
    ])
    const undo = { ...(await current(world, target)), note: 'It was her neighbour' }
    expect(await undoHowItEnded(world.app, worker(), undo, form())).toMatchObject({ state: 'arrived' })
    expect(await claims()).toEqual([['occupied [2027-03-08,)'], [], []])
    // And the move can be said again, as it was.
    await moves(1, '2027-03-16')
  })

  it('on the day of the move is one from the room moved to, which was never slept in', async () => {
    await moves(1, '2027-03-11')
    expect(await leaves(recordDeparture, '2027-03-11')).toMatchObject({ ok: true, was: [] })
    expect(await claims()).toEqual([
      ['occupied [2027-03-08,2027-03-11)', 'turnaround [2027-03-11,2027-03-15)'],
      ['turnaround [2027-03-11,2027-03-15)'],
      [],
    ])
  })
})
