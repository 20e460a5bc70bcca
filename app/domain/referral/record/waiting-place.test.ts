import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  anotherCase,
  createReferralWorld,
  current,
  form,
  next,
  type ReferralWorld,
  seenBy,
  underReview,
} from '@tests/factories/referral-world'
import { standingRows } from '../../../screens/referral/standing'
import type { ReferralTarget } from '../events/act-on-referral.server'
import { addToWaitingList } from '../events/add-to-waiting-list/act.server'
import { requestInformation } from '../events/request-information/act.server'
import { takeQuestionBack } from '../events/take-back-question/act.server'

let world: ReferralWorld
beforeAll(async () => {
  world = await createReferralWorld()
})
afterAll(() => world.database.drop())

async function listed(target: ReferralTarget, at: string): Promise<void> {
  world.passTo(new Date(`2027-02-01T${at}:00Z`))
  const reasons = { primary: 'waiting.funding', others: [], note: null }
  const seen = { ...(await current(world, target)), reasons }
  next(target, await addToWaitingList(world.app, world.viewers.firstWorker, seen, form()))
}

/** As the page says it to each side. */
async function placeOf(target: ReferralTarget): Promise<(string | undefined)[]> {
  const { lowNewtonOfficer, firstWorker } = world.viewers
  const rows = await Promise.all(
    [lowNewtonOfficer, firstWorker].map(async viewer =>
      standingRows(await seenBy(world, viewer, target), world.app.clock()),
    ),
  )
  return rows.map(each => each.find(({ key }) => key === 'Place on the waiting list')?.value)
}

it('keeps the order in which they came to the list, says why, and keeps it through a question', async () => {
  const first = await underReview(world, 'womensHouse', await anotherCase(world))
  const second = await underReview(world, 'womensHouse', await anotherCase(world))
  const elsewhere = await underReview(world, 'refuge', await anotherCase(world))
  expect(await placeOf(first)).toEqual([undefined, undefined])
  await listed(first, '09:30')
  await listed(second, '09:40')
  await listed(elsewhere, '09:50')
  expect(await placeOf(first)).toEqual(['1 of 2', '1 of 2'])
  expect(await placeOf(second)).toEqual(['2 of 2', '2 of 2'])
  expect(await placeOf(elsewhere)).toEqual(['1 of 1', '1 of 1'])
  const { firstWorker } = world.viewers
  expect((await seenBy(world, firstWorker, first)).history[0]).toMatchObject({ codes: ['waiting.funding'] })
  const question = { ...(await current(world, first)), items: ['money'] as const, note: null }
  next(first, await requestInformation(world.app, firstWorker, question, form()))
  expect(await placeOf(second)).toEqual(['1 of 1', '1 of 1'])
  const back = { ...(await current(world, first)), note: null }
  next(first, await takeQuestionBack(world.app, firstWorker, back, form()))
  await listed(first, '10:30')
  expect(await placeOf(first)).toEqual(['1 of 2', '1 of 2'])
})
