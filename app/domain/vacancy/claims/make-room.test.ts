import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '@db/id'
import { asViewer } from '@db/viewer-transaction'
import { claimsOn, createReferralWorld, type ReferralWorld } from '@tests/factories/referral-world'
import { claimAlike } from './claim-alike.server'

let world: ReferralWorld
beforeAll(async () => {
  world = await createReferralWorld()
  const { owner } = world.database
  const { hostel } = world.services
  await owner.updateTable('bedspace').set({ named: false }).where('serviceId', '=', hostel).execute()
})
afterAll(() => world.database.drop())

it('lays a count out anew over the days of a hold that has lapsed', async () => {
  const [first = '', second = ''] = world.bedspaces.hostel
  const lapsed = new Date('2027-02-01T08:00:00Z')
  const claims = [
    [first, '[2027-03-01,2027-03-10)', null],
    [first, '[2027-03-11,2027-03-15)', lapsed],
    [second, '[2027-03-10,2027-03-20)', null],
    [second, '[2027-03-21,2027-03-25)', lapsed],
  ] as const
  for (const [bedspaceId, during, lapsesAt] of claims)
    await world.database.owner
      .insertInto('bedspaceClaim')
      .values({ id: newId(), bedspaceId, kind: 'hold', during, lapsesAt })
      .execute()
  const wanted = { bedspaceId: second, kind: 'hold', from: '2027-03-08', until: '2027-03-12' } as const
  const claimed = await asViewer(world.app.db, world.viewers.secondWorker, trx =>
    claimAlike(trx, wanted, world.app.clock()),
  )
  expect(claimed).toMatchObject({ ok: true, bedspaceId: second })
  expect(await claimsOn(world, 'hostel', 0)).toEqual([
    'hold [2027-03-01,2027-03-10)',
    'hold [2027-03-10,2027-03-20)',
  ])
  expect(await claimsOn(world, 'hostel', 1)).toEqual(['hold [2027-03-08,2027-03-12)'])
})
