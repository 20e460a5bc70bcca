import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import {
  LOW,
  lowRisk,
  referredAsDecided,
  saveTopic,
  screenOf,
  VERY_HIGH,
} from '@tests/factories/changed-referral'
import { moveRelease } from '@tests/factories/moved-release'
import {
  anotherCase,
  createReferralWorld,
  type ReferralWorld,
  underReview,
} from '@tests/factories/referral-world'
import { workerDecides, writePolicy } from '@tests/factories/written-policy'
import type { ReferralTarget } from '../events/act-on-referral.server'

/** What she does not agree to pass on is told by nothing that follows: no date, no policy, no answer that settles it. */

const RING = { title: 'The referrer has something to tell you: ring', lines: [] }

let world: ReferralWorld
beforeAll(async () => {
  world = await createReferralWorld()
})
afterAll(() => world.database.drop())

/** The facts of triage as a provider's own query reads them, and what it reads of the changes. */
async function readBy(viewer: SignedInViewer, caseId: string, { referralId }: ReferralTarget) {
  return asViewer(world.app.db, viewer, async trx => {
    const { facts } = await trx
      .selectFrom('readableTriage')
      .select('facts')
      .where('caseId', '=', caseId)
      .executeTakeFirstOrThrow()
    const details = await trx
      .selectFrom('referralChangeDetail')
      .select('criterion')
      .where('referralId', '=', referralId)
      .execute()
    return { facts: facts as object, details }
  })
}

describe('a release date that moves', () => {
  const PREGNANT = { pregnancy: 'yes', dueMonth: '2027-07' } as const
  let caseId: string
  let house: ReferralTarget
  let hostel: ReferralTarget
  beforeAll(async () => {
    for (const service of ['womensHouse', 'hostel'] as const)
      await writePolicy(world, service, { pregnancy: { toWeek: 24 } })
    caseId = await anotherCase(world)
    await saveTopic(world, caseId, 'household', { pregnancy: 'no' })
    house = await referredAsDecided(world, 'womensHouse', caseId)
    hostel = await referredAsDecided(world, 'hostel', caseId)
    const agreed = { [house.referralId]: 'no', [hostel.referralId]: 'yes' } as const
    expect(await saveTopic(world, caseId, 'household', PREGNANT, agreed)).toMatchObject({ ok: true })
    expect(await moveRelease(world, caseId, '2027-05-03')).toMatchObject({
      ok: true,
      affected: [{ id: house.referralId }, { id: hostel.referralId }],
    })
  })

  it('tells the provider no more than to ring, where an answer it hangs on is withheld', async () => {
    const { firstWorker, lowNewtonOfficer } = world.viewers
    const provider = await screenOf(world, firstWorker, house)
    expect(provider.changed).toMatchObject(RING)
    expect(JSON.stringify(provider)).not.toMatch(/: (not )?pregnant|about week|past their limit/i)
    const read = await readBy(firstWorker, caseId, house)
    expect(read.details).toEqual([])
    expect(read.facts).not.toHaveProperty('pregnancy')
    expect((await screenOf(world, lowNewtonOfficer, house)).changed?.lines[0]).toBe(
      'Pregnancy: not pregnant → pregnant, at 09:00 today. Now does not fit the policy. The provider reads only: ring',
    )
  })

  it('withholds nothing more by it: what follows from the date is told as before', async () => {
    const withheld = asViewer(world.app.db, world.viewers.firstWorker, trx =>
      sql<{ facts: string[] }>`select withheld_facts(${caseId}) as facts`.execute(trx),
    )
    expect((await withheld).rows[0]?.facts.sort()).toEqual(['dueMonth', 'pregnancy'])
  })

  it('tells the provider she agreed to tell', async () => {
    expect((await screenOf(world, world.viewers.secondWorker, hostel)).changed?.lines[0]).toBe(
      'Pregnancy: not pregnant → pregnant, at 09:00 today. Now does not fit the policy',
    )
  })
})

describe('a policy that is made wider, until what she withheld makes no difference', () => {
  beforeEach(() => writePolicy(world, 'womensHouse', { rosh: { highest: 'medium', absolute: false } }))

  it('opens nothing, on the page or to a query', async () => {
    const { caseId, target } = await lowRisk(world, id => referredAsDecided(world, 'womensHouse', id))
    await saveTopic(world, caseId, 'risk', VERY_HIGH, 'no')
    await writePolicy(world, 'womensHouse', { rosh: { highest: 'very_high', absolute: false } })
    await workerDecides(world)
    const { firstWorker, lowNewtonOfficer } = world.viewers
    expect((await screenOf(world, lowNewtonOfficer, target)).changed).toBeNull()
    const read = await readBy(firstWorker, caseId, target)
    expect(read.details).toEqual([])
    expect(read.facts).not.toHaveProperty('rosh')
    const provider = await screenOf(world, firstWorker, target)
    expect(provider.changed).toMatchObject(RING)
    expect(provider.glance.find(({ key }) => key === 'Risk in bands')?.value).toBe(RING.title)
    expect(provider.fit.rows.find(({ rule }) => rule.startsWith('Risk of serious harm'))).toMatchObject({
      known: 'Low',
      fit: 'fits',
    })
  })

  it('nor does she open it by a second answer, but by the one she passes on', async () => {
    const { caseId, target } = await lowRisk(world, id => underReview(world, 'womensHouse', id))
    const { firstWorker } = world.viewers
    await saveTopic(world, caseId, 'risk', VERY_HIGH, 'no')
    await saveTopic(world, caseId, 'risk', LOW, 'no')
    expect((await readBy(firstWorker, caseId, target)).facts).not.toHaveProperty('rosh')
    expect((await screenOf(world, firstWorker, target)).changed).toMatchObject(RING)
    await saveTopic(world, caseId, 'risk', VERY_HIGH, 'yes')
    expect((await readBy(firstWorker, caseId, target)).facts).toMatchObject({ rosh: 'very_high' })
  })
})

describe('a yes that follows a no', () => {
  it('is told from what the provider read last, to the officer from where it stood', async () => {
    const { caseId, target } = await lowRisk(world, id => underReview(world, 'womensHouse', id))
    await saveTopic(world, caseId, 'risk', VERY_HIGH, 'no')
    await saveTopic(world, caseId, 'risk', LOW, 'yes')
    const { firstWorker, lowNewtonOfficer } = world.viewers
    const told = await asViewer(world.app.db, firstWorker, trx =>
      trx
        .selectFrom('referralChangeDetail')
        .select(['before', 'after'])
        .where('referralId', '=', target.referralId)
        .execute(),
    )
    expect(told.length).toBeGreaterThan(0)
    expect(JSON.stringify(told)).not.toMatch(/very high/i)
    const linesOf = async (viewer: SignedInViewer) => {
      const { history } = await screenOf(world, viewer, target)
      return history.flatMap(({ details }) => details)
    }
    expect(await linesOf(firstWorker)).toEqual(['Risk of serious harm: low. Still fits the policy'])
    expect(await linesOf(lowNewtonOfficer)).toEqual([
      'Risk of serious harm: very high → low. Now fits the policy',
      'Risk of serious harm: low → very high. Now to discuss',
    ])
  })
})
