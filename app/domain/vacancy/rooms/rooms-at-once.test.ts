import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createReferralWorld, form, type ReferralWorld } from '@tests/factories/referral-world'
import { closeRoom, reopenRoom } from './close-room.server'

/** Two tabs send the same of one room at once: it is done once, and written into the audit once. */

let world: ReferralWorld
beforeAll(async () => {
  world = await createReferralWorld()
})
afterAll(() => world.database.drop())

const bedspaceId = () => world.bedspaces.womensHouse[2] ?? ''

async function audited(action: string): Promise<number> {
  const entries = await world.database.owner
    .selectFrom('auditEntry')
    .select('id')
    .where('action', '=', action)
    .execute()
  return entries.length
}

const close = (fromOn: string | null) => () =>
  closeRoom(world.app, world.viewers.firstManager, { bedspaceId: bedspaceId(), fromOn }, form())
const reopen = () => reopenRoom(world.app, world.viewers.firstManager, bedspaceId(), form())

describe('the same of one room, in two tabs at once', () => {
  it.each([
    ['closed', close(null), 'service.close_room', 'room_closed', 1],
    ['in use again', reopen, 'service.reopen_room', 'room_open', 1],
    ['to close on a day', close('2027-06-01'), 'service.close_room', 'room_closed', 2],
    ['kept open', reopen, 'service.reopen_room', 'room_open', 2],
  ] as const)('is done once: %s', async (_, act, action, reason, times) => {
    const done = await Promise.all([act(), act()])
    expect(done.filter(({ ok }) => ok)).toHaveLength(1)
    expect(done.filter(({ ok }) => !ok)).toEqual([{ ok: false, reason }])
    expect(await audited(action)).toBe(times)
  })

  it('of another day is another closing', async () => {
    expect(await close('2027-06-01')()).toMatchObject({ ok: true })
    expect(await close('2027-06-08')()).toMatchObject({ ok: true })
  })
})
