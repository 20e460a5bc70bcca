import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  accepted,
  anotherCase,
  createReferralWorld,
  current,
  form,
  type ReferralWorld,
} from '@tests/factories/referral-world'
import { setDatabaseClock } from '@tests/support/database'
import { casesFor } from '../../../screens/cases/facts.server'
import { queueView } from '../../../screens/cases/page'
import { inboxPage } from '../../../screens/inbox/page'
import { findCaseFor } from '../../../screens/case/facts.server'
import { casePage } from '../../../screens/case/page'
import { referPageFor } from '../../../screens/case-refer/facts.server'
import { referralPageFor } from '../../../screens/referral/facts.server'
import { referralScreen } from '../../../screens/referral/page'
import { teamPage } from '../../../screens/referrals/page'
import { markArrived } from '../events/arrive/act.server'
import { inboxFor, teamReferralsFor } from '../list/referral-lists.server'

let world: ReferralWorld
beforeAll(async () => {
  world = await createReferralWorld()
})
afterAll(() => world.database.drop())

/** It is Mon 15 February 2027, three weeks before the release on Mon 8 March, when somebody stands at the door. */
it('whoever was released early came on the day she did, on every page, and the queue looks for no place for her', async () => {
  const { app } = world
  const { firstWorker, lowNewtonOfficer } = world.viewers
  const caseId = await anotherCase(world)
  const target = await accepted(world, 'womensHouse', caseId)
  const now = new Date('2027-02-15T15:00:00Z')
  world.passTo(now)
  await setDatabaseClock(world.database, now)
  const queue = async () => {
    const view = queueView(await casesFor(app.db, lowNewtonOfficer, app.keys, { page: 1, now }), '2027-02-15')
    const found = view.groups.flatMap(({ title, lines }) =>
      lines.filter(({ id }) => id === caseId).map(line => ({ title, ...line })),
    )
    return { found, leavingSoon: view.leavingSoon }
  }
  const before = await queue()
  expect(before.found).toMatchObject([{ title: 'Within 28 days', days: '21 days', isLooking: true }])

  const stay = { arrivedOn: '2027-02-15', expectedDepartureOn: '2027-05-31', note: null, releasedEarly: true }
  const here = { ...(await current(world, target)), ...stay }
  expect(await markArrived(app, firstWorker, here, form())).toMatchObject({ ok: true })
  const early = 'Released early: arrived Mon 15 February'
  const after = await queue()
  expect(after.found).toMatchObject([
    { title: 'Arrived at a place', days: 'Arrived', release: early, isLooking: false },
  ])
  expect(after.leavingSoon).toBe(before.leavingSoon - 1)

  for (const viewer of [firstWorker, lowNewtonOfficer]) {
    const facts = await referralPageFor(app, viewer, target.referralId)
    const screen = facts && referralScreen(facts, viewer.personId, now)
    expect(screen?.about).toContain(early)
    expect(JSON.stringify([screen?.about, screen?.glance, screen?.standing])).not.toContain('8 March')
  }
  const arrived = 'Arrived at a place on Mon 15 February'
  const found = await findCaseFor(app, lowNewtonOfficer, caseId)
  const page = found && casePage(found, now)
  expect([page?.summary.release, page?.release.slice(0, 2)]).toEqual([
    arrived,
    [
      { key: 'Day', value: arrived },
      { key: 'Recorded as', value: 'Mon 8 March 2027' },
    ],
  ])
  const refer = await referPageFor(app, lowNewtonOfficer, caseId, world.services.hostel)
  expect(refer?.summary.release).toBe(arrived)
  const asked = { list: 'here', page: 1 } as const
  const lines = [
    ...inboxPage(await inboxFor(app, firstWorker, asked), now).lines,
    ...teamPage(await teamReferralsFor(app, lowNewtonOfficer, asked), now).lines,
  ].map(({ release }) => release)
  expect(lines).toEqual([early, early])
})
