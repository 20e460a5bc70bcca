import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '@db/id'
import { addAccount } from '@tests/factories/account'
import { addOrganisation } from '@tests/factories/organisation'
import {
  accepted,
  anotherCase,
  claimsOn,
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
import { markArrived } from '../referral/events/arrive/act.server'
import { markNoShow } from '../referral/events/no-show/act.server'
import { tellLate, tellToRing } from './tell-late.server'

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
    .select(['template', sql<string>`coalesce(person_id, team_id)`.as('personId')])
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

it('tells whoever acts for a manager, and the addresses of the teams; the region once it has an administrator', async () => {
  world.passTo(new Date('2027-02-01T09:00:00Z'))
  const { owner } = world.database
  const { firstManager, firstWorker, administrator } = world.viewers
  const { personId, organisationId } = firstManager
  const target = await submitted(world, 'womensHouse', await anotherCase(world))
  await owner.deleteFrom('message').execute()
  const days = { fromOn: '2027-02-01', untilOn: '2027-02-28', saidAt: new Date() }
  const cover = { id: newId(), personId, organisationId, coveredBy: firstWorker.personId, ...days }
  await owner.insertInto('cover').values(cover).execute()
  const addresses = (teamEmail: string | null) =>
    owner
      .updateTable('organisation')
      .set({ teamEmail })
      .where('id', 'in', [organisationId, administrator.organisationId])
      .execute()
  const administrators = (endedAt: Date | null) =>
    owner.updateTable('membership').set({ endedAt }).where('role', '=', 'administrator').execute()
  await addresses('team@late.example')
  await administrators(new Date())
  try {
    world.passTo(new Date('2027-02-03T17:00:01Z'))
    await tellLate(world.worker, false)
    const provider = late('provider', personId, firstWorker.personId, organisationId)
    expect(await toldOf(target)).toEqual(provider)
    await administrators(null)
    await tellLate(world.worker, false)
    const region = late('region', administrator.personId, administrator.organisationId)
    expect(await toldOf(target)).toEqual([...provider, ...region].sort())
  } finally {
    await administrators(null)
    await addresses(null)
    await owner.deleteFrom('cover').execute()
  }
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

it('tells the referring team to ring at 16:00 on the day of release, and the line out of hours at 20:00, once each', async () => {
  world.passTo(new Date('2027-02-01T09:00:00Z'))
  const target = await accepted(world, 'womensHouse', await anotherCase(world))
  const arrived = await accepted(world, 'womensHouse', await anotherCase(world), 1)
  const stay = { arrivedOn: '2027-03-08', expectedDepartureOn: '2027-05-31', note: null } as const
  world.passTo(new Date('2027-03-08T14:00:00Z'))
  next(arrived, await markArrived(world.app, world.viewers.firstWorker, { ...arrived, ...stay }, form()))
  const told = async ({ referralId }: ReferralTarget) => {
    const rows = await world.database.owner
      .selectFrom('message')
      .select(['template', 'personId'])
      .where('template', 'like', 'ring_%')
      .where('referralId', '=', referralId)
      .execute()
    return rows.map(({ template, personId }) => `${template} ${personId}`).sort()
  }
  const { lowNewtonOfficer, lowNewtonColleague } = world.viewers
  const team = (template: string) =>
    [lowNewtonOfficer, lowNewtonColleague].map(({ personId }) => `${template} ${personId}`)
  world.passTo(new Date('2027-03-08T15:59:59Z'))
  await tellToRing(world.worker, false)
  expect(await told(target)).toEqual([])
  world.passTo(new Date('2027-03-08T16:00:00Z'))
  await tellToRing(world.worker, false)
  expect(await tellToRing(world.worker, false)).toBe(0)
  expect(await told(target)).toEqual(team('ring_on_the_day').sort())
  world.passTo(new Date('2027-03-08T20:00:00Z'))
  await tellToRing(world.worker, false)
  expect(await tellToRing(world.worker, false)).toBe(0)
  expect(await told(target)).toEqual([...team('ring_on_the_day'), ...team('ring_out_of_hours')].sort())
  expect(await told(arrived)).toEqual([])
  // Until noon of the next working day nobody is a no-show, and the bed is the person's.
  world.passTo(new Date('2027-03-09T11:59:00Z'))
  const early = await markNoShow(
    world.app,
    world.viewers.firstWorker,
    { ...target, reasons: { primary: 'no_show.unknown', others: [], note: null } },
    form(),
  )
  expect(early).toMatchObject({ ok: false, reason: 'too_early_for_no_show' })
  expect(await claimsOn(world, 'womensHouse')).toHaveLength(1)
})
