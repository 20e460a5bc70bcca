import { afterAll, beforeAll, expect, it } from 'vitest'
import { addAccount } from '@tests/factories/account'
import { addOrganisation } from '@tests/factories/organisation'
import {
  anotherCase,
  createReferralWorld,
  form,
  next,
  offered,
  type ReferralWorld,
  submitted,
  underReview,
} from '@tests/factories/referral-world'
import type { ReferralTarget } from '../referral/events/act-on-referral.server'
import { requestInformation } from '../referral/events/request-information/act.server'
import { CHASED_STATES } from '../referral/late-steps'
import { tellLate } from './tell-late.server'

/** Late steps: whoever must act is told, and a working day later the region (product.md, "Lifecycle"). */

let world: ReferralWorld
let ofHerHome: string
beforeAll(async () => {
  world = await createReferralWorld()
  const { owner } = world.database
  const council = await addOrganisation(owner, { kind: 'council', authorityCode: 'E08000021' })
  ofHerHome = (await addAccount(owner, council, 'administrator', 'home@late.example')).personId
})
afterAll(() => world.database.drop())

async function toldOf(target: ReferralTarget): Promise<string[]> {
  const { owner } = world.database
  const { serviceId } = await owner
    .selectFrom('referral')
    .select('serviceId')
    .where('id', '=', target.referralId)
    .executeTakeFirstOrThrow()
  const rows = await owner
    .selectFrom('message')
    .select(['template', 'personId'])
    .where('template', 'like', 'step_late%')
    .where(each => each.or([each('referralId', '=', target.referralId), each('serviceId', '=', serviceId)]))
    .execute()
  return rows.map(({ template, personId }) => `${template} ${personId}`).sort()
}

const late = (template: string, ...people: string[]) =>
  people.map(personId => `step_late_${template} ${personId}`).sort()

it('chases every step somebody must take by a time, but an offer, which has its own clock, and a stay', () => {
  expect(CHASED_STATES).toEqual([
    ...['submitted', 'information_requested', 'under_review', 'assessment_booked', 'waiting_list'],
    ...['accepted', 'awaiting_approval', 'to_reconfirm'],
  ])
})

it('tells the provider’s managers, and a working day later the region alone, once each', async () => {
  const target = await submitted(world, 'womensHouse', await anotherCase(world))
  const waiting = await offered(world, 'hostel', await anotherCase(world))
  // Sent on Monday: due on Tuesday at 17:00.
  world.passTo(new Date('2027-02-02T17:00:00Z'))
  expect(await tellLate(world.worker, false)).toBe(0)
  world.passTo(new Date('2027-02-02T17:00:01Z'))
  expect([await tellLate(world.worker, false), await tellLate(world.worker, false)]).toEqual([1, 0])
  const { firstManager, administrator } = world.viewers
  expect(await toldOf(target)).toEqual(late('provider', firstManager.personId))
  world.passTo(new Date('2027-02-03T17:00:00Z'))
  expect(await tellLate(world.worker, false)).toBe(0)
  world.passTo(new Date('2027-02-03T17:00:01Z'))
  expect([await tellLate(world.worker, false), await tellLate(world.worker, false)]).toEqual([1, 0])
  expect(await toldOf(target)).toEqual(
    [...late('provider', firstManager.personId), ...late('region', administrator.personId)].sort(),
  )
  expect((await toldOf(target)).join()).not.toContain(ofHerHome)
  expect(await toldOf(waiting)).toEqual([])
})

it('tells the whole referring team of a question nobody answers', async () => {
  world.passTo(new Date('2027-02-01T09:00:00Z'))
  const target = await underReview(world, 'refuge', await anotherCase(world))
  const question = { ...target, items: ['health_needs'] as const, note: null }
  next(target, await requestInformation(world.app, world.viewers.firstWorker, question, form()))
  world.passTo(new Date('2027-02-04T17:00:01Z'))
  await tellLate(world.worker, false)
  const { lowNewtonOfficer, lowNewtonColleague } = world.viewers
  expect(await toldOf(target)).toEqual(
    late('referrer', lowNewtonOfficer.personId, lowNewtonColleague.personId),
  )
})
