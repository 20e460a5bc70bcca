import { afterAll, beforeAll, expect, it } from 'vitest'
import { asViewer } from '@db/viewer-transaction'
import {
  anotherCase,
  createReferralWorld,
  accepted,
  offered,
  type ReferralWorld,
  submitted,
} from '@tests/factories/referral-world'
import type { Day } from '../../time/calendar'
import type { ReferralTarget } from '../events/act-on-referral.server'
import { dateMoved } from './date-moved.server'
import { inboxPage } from '../../../screens/inbox/page'
import { inboxFor, teamReferralsFor } from '../list/referral-lists.server'
import { findReferralFor } from '../record/referral-queries.server'
import { teamPage } from '../../../screens/referrals/page'
import { todayFor } from '../../../screens/today/facts.server'

/** A Monday, 9 in the morning, as the world begins. */
const NOW = new Date('2027-02-01T09:00:00Z')

let world: ReferralWorld
beforeAll(async () => {
  world = await createReferralWorld()
})
afterAll(() => world.database.drop())

async function leaving(releaseOn: Day | null): Promise<string> {
  const caseId = await anotherCase(world)
  const releaseConfidence = releaseOn === null ? 'not_known' : 'firm'
  await world.database.owner
    .updateTable('personCase')
    .set({ releaseOn, releaseConfidence })
    .where('id', '=', caseId)
    .execute()
  return caseId
}

async function dueOf({ referralId }: ReferralTarget) {
  const seen = await findReferralFor(world.app, world.viewers.firstWorker, referralId)
  return seen?.dueAt ?? null
}

it('puts whoever leaves today or tomorrow first in both lists, before what is late and what is new', async () => {
  await submitted(world, 'womensHouse', await leaving('2027-03-08'))
  const tomorrow = await submitted(world, 'womensHouse', await leaving('2027-02-02'))
  const offeredToday = await offered(world, 'womensHouse', await leaving('2027-02-01'))
  await submitted(world, 'womensHouse', await leaving('2027-01-20'))
  await submitted(world, 'womensHouse', await leaving(null))

  const inbox = inboxPage(await inboxFor(world.app, world.viewers.firstWorker), NOW)
  expect(inbox.groups.map(({ title, count }) => [title, count])).toEqual([
    ['Out today or tomorrow', 2],
    ['New', 3],
  ])
  expect(inbox.groups[0]?.lines.map(({ id, out }) => [id, out])).toEqual([
    [tomorrow.referralId, 'Out tomorrow'],
    [offeredToday.referralId, 'Out today'],
  ])
  // It is 9 on the working day before the one release, and the day of the other.
  expect(inbox.groups[0]?.lines.map(({ due, late }) => [due, late])).toEqual([
    ['take to assess by 12:00 today', false],
    [expect.stringMatching(/^ring now/), true],
  ])
  const team = teamPage(await teamReferralsFor(world.app, world.viewers.lowNewtonOfficer), NOW)
  expect(team.groups[0]?.title).toBe('Out today or tomorrow')
  expect(team.groups[0]?.lines.map(({ out }) => out)).toEqual(['Out today', 'Out tomorrow'])
})

it('puts them first on a provider’s day too, once, whatever must be done and however much is new', async () => {
  const { out, fresh, waiting } = await todayFor(world.app, world.viewers.firstWorker)
  expect(out.lines.map(each => each.out)).toEqual(['Out tomorrow', 'Out today'])
  expect([out.more, fresh.lines.length, fresh.more]).toEqual([0, 3, 0])
  expect([...fresh.lines, ...waiting.lines].map(each => each.out)).toEqual([null, null, null])
})

it('expects whoever is let out early on the day of that release', async () => {
  const caseId = await leaving('2027-03-01')
  const target = await accepted(world, 'refuge', caseId)
  const expected = async () => (await todayFor(world.app, world.viewers.firstWorker)).arriving
  expect(await expected()).toEqual([])
  await asViewer(world.app.db, world.viewers.lowNewtonOfficer, async trx => {
    const to = '2027-02-01'
    await trx.updateTable('personCase').set({ releaseOn: to }).where('id', '=', caseId).execute()
    await dateMoved(world.app, trx, world.viewers.lowNewtonOfficer, { caseId, from: '2027-03-01', to })
  })
  expect((await expected()).map(({ id, title }) => [id, title.split(' · ')[1]])).toEqual([
    [target.referralId, 'today'],
  ])
})

it('gives no clock where no time is left, and noon of the last working day before where there is', async () => {
  expect(await dueOf(await submitted(world, 'womensHouse', await leaving('2027-02-01')))).toBeNull()
  expect(await dueOf(await submitted(world, 'womensHouse', await leaving('2027-02-03')))).toEqual(
    new Date('2027-02-02T12:00:00Z'),
  )
})

it('lets no offer for tonight be answered the day after tomorrow', async () => {
  const target = await offered(world, 'hostel', await leaving('2027-02-01'))
  const seen = await findReferralFor(world.app, world.viewers.lowNewtonOfficer, target.referralId)
  expect(seen?.offer?.expiresAt).toEqual(new Date('2027-02-02T12:00:00Z'))
})
