import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SignedInViewer } from '@db/viewer'
import { PersonFacts } from '../../eligibility/facts'
import { decideEligibility } from '../../eligibility/decide'
import { Policy } from '../../eligibility/policy'
import { factRows } from '../../case/answers/write-facts.server'
import { addAccount } from '@tests/factories/account'
import {
  anotherCase,
  createReferralWorld,
  form,
  next,
  offered,
  type ReferralWorld,
  underReview,
} from '@tests/factories/referral-world'
import { setDatabaseClock } from '@tests/support/database'
import { aService } from '@tests/support/rule-rows'
import { eventPage } from '../../../screens/referral-event/page'
import { eventPageFor } from '../../../screens/referral-event/facts.server'
import { SCREEN_EVENTS } from '../events/registry'
import { addToWaitingList } from '../events/add-to-waiting-list/act.server'
import { inboxLine } from '../../../screens/inbox/page'
import { inboxFor } from '../list/referral-lists.server'
import { referralPageFor } from '../../../screens/referral/facts.server'
import { referralScreen } from '../../../screens/referral/page'
import { submitReferral } from '../submit/submit-referral.server'
import { dueTold } from './due-told'

/** A Wednesday five weeks on; its week begins on Mon 8 March. */
const RELEASE = '2027-03-10'
const FACTS = PersonFacts.parse({
  sex: 'female',
  ageAtRelease: { min: 36, max: 36 },
  childrenPlan: 'live_in',
  children: [{ age: { min: 4, max: 4 }, sex: 'boy' }],
  release: { from: RELEASE, to: RELEASE },
})
const POLICY = Policy.parse({
  sex: 'women',
  ageMin: 18,
  children: { rule: 'live_in', most: 2, highestAge: 7 },
})
/** The day of release and its eve, which a clock could tell, the child's age, her age, name, number and birthday, in any shape a page could hold them. */
const TOLD = /2027-03-10|10 March|2027-03-09|\b9 March|"10"|child, 4|Boy|"36"|Age 36|Wren|Siskin|1991/

let world: ReferralWorld
let colleague: SignedInViewer
let referralId: string

beforeAll(async () => {
  world = await createReferralWorld()
  const { database, app, viewers, services } = world
  colleague = await addAccount(
    database.owner,
    world.organisations.firstProvider,
    'provider_worker',
    'triage@small.example.org',
  )
  const caseId = await anotherCase(world)
  await database.owner
    .updateTable('personCase')
    .set({ releaseOn: RELEASE })
    .where('id', '=', caseId)
    .execute()
  for (const [table, part] of factRows(FACTS))
    await database.owner.updateTable(table).set(part).where('caseId', '=', caseId).execute()
  const decision = decideEligibility(FACTS, POLICY, aService(), app.clock())
  const input = { caseId, serviceId: services.womensHouse, agreed: true, agreedTier: 3, decision } as const
  const made = await submitReferral(
    app,
    viewers.lowNewtonOfficer,
    { ...input, justification: 'Wren has a place at nursery' },
    form(),
  )
  if (!made.ok) throw new Error(made.reason)
  referralId = made.referralId
})
afterAll(() => world.database.drop())

/** By the service's clock and by the database's. */
async function timeIs(instant: string): Promise<void> {
  world.passTo(new Date(instant))
  await setDatabaseClock(world.database, new Date(instant))
}

async function pageFor(viewer: SignedInViewer, id = referralId): Promise<string> {
  const facts = await referralPageFor(world.app, viewer, id)
  if (!facts) throw new Error('no such referral')
  return JSON.stringify(referralScreen(facts, viewer.personId, world.app.clock()))
}

describe('a provider’s triage', () => {
  it('reads bands and the week on the referral’s page, and nothing more exact', async () => {
    const page = await pageFor(colleague)
    expect(page).toContain('Week of Mon 8 March · firm')
    expect(page).toContain('With one child under 5')
    expect(page).not.toMatch(TOLD)
  })

  it('reads the same in the inbox', async () => {
    const { referrals } = await inboxFor(world.app, colleague)
    const lines = JSON.stringify(referrals.map(each => inboxLine(each, world.app.clock())))
    expect(lines).toContain('Release in the week of Mon 8 March')
    expect(lines).not.toMatch(TOLD)
  })

  it.each(SCREEN_EVENTS)('reads the same on the page to “%s”', async event => {
    const facts = await eventPageFor(world.app, colleague, referralId, event)
    if (!facts) throw new Error('no such referral')
    expect(JSON.stringify(eventPage(event, facts, world.app.clock()))).not.toMatch(TOLD)
  })

  it('reads the day from seven days before it on', async () => {
    await timeIs('2027-03-03T09:00:00Z')
    expect(await pageFor(colleague)).toContain('Wed 10 March (in 7 days) · firm')
    await timeIs('2027-03-02T09:00:00Z')
    expect(await pageFor(colleague)).not.toMatch(TOLD)
    await timeIs('2027-02-01T09:00:00Z')
  })
})

describe('the clock of a referral at triage', () => {
  it.each([
    // Wed 10 March is told as the week of Mon 8 March: noon of Fri 5 March, or the next working day where that has passed.
    ['2027-02-24T09:00:00Z', 'by 12:00 on Fri 5 March'],
    ['2027-02-25T09:00:00Z', 'by 12:00 on Fri 5 March'],
  ])('on the waiting list at %s tells no day of the week of the release', async (at, said) => {
    world.passTo(new Date('2027-02-24T09:00:00Z'))
    const { database, app, viewers } = world
    const caseId = await anotherCase(world)
    await database.owner
      .updateTable('personCase')
      .set({ releaseOn: RELEASE })
      .where('id', '=', caseId)
      .execute()
    const target = await underReview(world, 'womensHouse', caseId)
    next(
      target,
      await addToWaitingList(
        app,
        viewers.firstWorker,
        { ...target, reasons: { primary: 'waiting.no_bed_yet', others: [], note: null } },
        form(),
      ),
    )
    world.passTo(new Date(at))
    const { referrals } = await inboxFor(app, colleague)
    const line = referrals.find(each => each.id === target.referralId)
    expect(line && inboxLine(line, app.clock()).due).toBe(`say if still waiting ${said}`)
    const page = await pageFor(colleague, target.referralId)
    expect(page).toContain(`Say whether the person is still on the list ${said}.`)
    expect(page).not.toMatch(TOLD)
    // Who is named to assess knows the day, and so the clock.
    expect(await pageFor(viewers.firstWorker, target.referralId)).toContain('by 12:00 on Tue 9 March')
    world.passTo(new Date('2027-02-01T09:00:00Z'))
  })

  it('is the next working day’s where that of the Monday is past, and the true one once the day is told', () => {
    const waiting = {
      state: 'waiting_list',
      dueAt: new Date('2027-03-12T12:00Z'),
      releaseOn: '2027-03-14',
    } as const
    expect(dueTold(1, waiting, new Date('2027-03-05T13:00Z'))).toEqual(new Date('2027-03-08T17:00Z'))
    expect(dueTold(1, waiting, new Date('2027-03-08T09:00Z'))).toEqual(waiting.dueAt)
    expect(dueTold(2, waiting, new Date('2027-03-01T09:00Z'))).toEqual(waiting.dueAt)
  })
})

describe('an offer', () => {
  it('says to the person what the provider reads: own room or shared', async () => {
    const target = await offered(world, 'womensHouse', await anotherCase(world), 1)
    await world.database.owner
      .updateTable('bedspace')
      .set({ type: 'shared' })
      .where('id', '=', world.bedspaces.womensHouse[1] ?? '')
      .execute()
    const asked = await eventPageFor(world.app, world.viewers.lowNewtonOfficer, target.referralId, 'accept')
    const read = asked && eventPage('accept', asked, world.app.clock()).offered[0]
    expect(read?.value).toMatch(/, shared$/)
    expect(await pageFor(world.viewers.firstWorker, target.referralId)).toContain(', shared, from')
  })
})
