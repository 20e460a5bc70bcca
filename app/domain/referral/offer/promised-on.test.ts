import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  accepted,
  anotherCase,
  createReferralWorld,
  form,
  offered,
  type ReferralWorld,
} from '@tests/factories/referral-world'
import { voidPageFor } from '../../../screens/vacancies/own-board.server'
import { addVoid } from '../../vacancy/claims/add-void.server'
import { giveOtherRoom } from '../events/other-room/act.server'

let world: ReferralWorld
beforeAll(async () => {
  world = await createReferralWorld()
})
afterAll(() => world.database.drop())

const room = (bed: number) => world.bedspaces.womensHouse[bed] ?? ''

async function referenceOf(referralId: string): Promise<string> {
  const { reference } = await world.database.owner
    .selectFrom('referral')
    .select('reference')
    .where('id', '=', referralId)
    .executeTakeFirstOrThrow()
  return reference
}

it('a void of a promised room names whom it is promised to, and leads to another room or to taking it back', async () => {
  const { firstWorker } = world.viewers
  const target = await accepted(world, 'womensHouse', await anotherCase(world))
  const offer = await offered(world, 'womensHouse', await anotherCase(world), 1)
  const promised = async (bed: number) =>
    (await voidPageFor(world.app, firstWorker, room(bed), null)).promised
  const reference = await referenceOf(target.referralId)
  expect(await promised(0)).toEqual([
    {
      text: `Promised to ${reference} from Mon 8 March until and including Mon 31 May`,
      links: [
        { text: `Open ${reference}`, href: `/referrals/${target.referralId}` },
        { text: `Give another room: ${reference}`, href: `/referrals/${target.referralId}/other-room` },
        {
          text: `Take the place back: ${reference}`,
          href: `/referrals/${target.referralId}/take-back-place`,
        },
      ],
    },
  ])
  expect((await promised(1))[0]?.links.map(({ href }) => href)).toEqual([
    `/referrals/${offer.referralId}`,
    `/referrals/${offer.referralId}/take-back-offer`,
  ])
  const repair = { bedspaceId: room(0), reason: 'repair', fromOn: '2027-03-01', untilOn: null } as const
  expect(await addVoid(world.app, firstWorker, repair, form())).toMatchObject({ reason: 'bedspace_taken' })
  const given = { bedspaceId: room(2), conflictCheckDone: true, note: 'Repair' }
  expect(await giveOtherRoom(world.app, firstWorker, { ...target, ...given }, form())).toMatchObject({
    ok: true,
  })
  expect(await addVoid(world.app, firstWorker, repair, form())).toMatchObject({ ok: true })
  expect(await promised(0)).toEqual([])
})
