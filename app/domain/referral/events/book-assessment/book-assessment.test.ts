import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  anotherCase,
  createReferralWorld,
  form,
  next,
  type ReferralWorld,
  seenBy,
  underReview,
} from '@tests/factories/referral-world'
import { historyWords } from '~/screens/referral/history-line'
import { standingRows } from '~/screens/referral/standing'
import { returnToReview } from '../return-to-review/act.server'
import { bookAssessment } from './act.server'

let world: ReferralWorld
beforeAll(async () => {
  world = await createReferralWorld()
})
afterAll(() => world.database.drop())

it('is put right by going back to review and booking anew, and both sides read what it was', async () => {
  const { firstWorker, lowNewtonOfficer } = world.viewers
  let target = await underReview(world, 'womensHouse', await anotherCase(world))
  const book = async (method: 'phone' | 'video', at: string) => {
    const booking = { ...target, method, at: new Date(at), note: null }
    target = next(target, await bookAssessment(world.app, firstWorker, booking, form()))
  }
  await book('phone', '2027-02-05T10:00:00Z')
  const back = await returnToReview(world.app, firstWorker, { ...target, note: 'Wrong day' }, form())
  expect(back).toMatchObject({ ok: true, state: 'under_review' })
  target = next(target, back)
  await book('video', '2027-02-08T14:30:00Z')
  for (const viewer of [firstWorker, lowNewtonOfficer]) {
    const seen = await seenBy(world, viewer, target)
    const now = world.app.clock()
    expect(standingRows(seen, now).find(({ key }) => key === 'Assessment')?.value).toContain(
      'at 14:30, by video',
    )
    const said = seen.history
      .map(line => historyWords(line, 1, now))
      .filter(({ what }) => /booked/.test(what))
    expect(said.map(({ details }) => details)).toEqual([
      ['8 February 2027 at 14:30. By video'],
      ['5 February 2027 at 10:00. By phone'],
    ])
  }
})
