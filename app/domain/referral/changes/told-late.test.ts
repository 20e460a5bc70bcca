import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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
import { peopleOwed } from '@tests/factories/messages-owed'
import { moveRelease } from '@tests/factories/moved-release'
import {
  anotherCase,
  createReferralWorld,
  current,
  form,
  type ReferralWorld,
  submitted,
  underReview,
} from '@tests/factories/referral-world'
import { writePolicy } from '@tests/factories/written-policy'
import type { ReferralTarget } from '../events/act-on-referral.server'
import { withdrawReferral } from '../events/withdraw/act.server'

/** A no to "may this provider be told?" that is made a yes by saving the same answers again. */

const RING = 'The referrer has something to tell you: ring'
const LARCH = 'Larch Women (fictional)'

let world: ReferralWorld
beforeAll(async () => {
  world = await createReferralWorld()
  await writePolicy(world, 'womensHouse', { pregnancy: { toWeek: 24 } })
})
afterAll(() => world.database.drop())

/** The facts a viewer reads of triage and of needs, by a query of hers. */
async function factsRead(viewer: SignedInViewer, caseId: string): Promise<object> {
  return asViewer(world.app.db, viewer, async trx => {
    const read = async (view: 'readableTriage' | 'readableNeeds') => {
      const row = await trx.selectFrom(view).select('facts').where('caseId', '=', caseId).executeTakeFirst()
      return row?.facts as object | undefined
    }
    return { ...(await read('readableTriage')), ...(await read('readableNeeds')) }
  })
}

async function linesOf(viewer: SignedInViewer, target: ReferralTarget) {
  const { history } = await screenOf(world, viewer, target)
  return history.flatMap(({ details }) => details)
}

describe('a no that was a slip', () => {
  let caseId: string
  let target: ReferralTarget
  beforeAll(async () => {
    const referred = await lowRisk(world, id => underReview(world, 'womensHouse', id))
    caseId = referred.caseId
    target = referred.target
    await saveTopic(world, caseId, 'risk', VERY_HIGH, 'no')
  })

  it('is asked about again as the same answers are saved, and of no other topic', async () => {
    expect(await saveTopic(world, caseId, 'risk', VERY_HIGH)).toMatchObject({
      ok: false,
      reason: 'pass_on_unanswered',
      affected: [],
      asked: [{ id: target.referralId, providerName: LARCH, untold: ['risk of serious harm'] }],
    })
    expect(await saveTopic(world, caseId, 'money', { arrearsPence: 0 })).toEqual({ ok: true, affected: [] })
  })

  it('stays a no by a second no, which tells nothing and sends nothing', async () => {
    const before = await current(world, target)
    expect(await saveTopic(world, caseId, 'risk', VERY_HIGH, 'no')).toEqual({ ok: true, affected: [] })
    expect(await current(world, target)).toEqual(before)
    const { changed } = await screenOf(world, world.viewers.firstWorker, target)
    expect(changed).toMatchObject({ title: RING, lines: [] })
    expect(await factsRead(world.viewers.firstWorker, caseId)).not.toHaveProperty('rosh')
  })

  it('becomes a yes: the provider reads it on the page and by a query, and is told as of any change', async () => {
    expect(await saveTopic(world, caseId, 'risk', VERY_HIGH, 'yes')).toEqual({ ok: true, affected: [] })
    const { firstWorker, lowNewtonOfficer, lowNewtonColleague } = world.viewers
    const provider = await screenOf(world, firstWorker, target)
    const line = 'Risk of serious harm: low → very high, at 09:00 today. Now to discuss'
    expect(provider.changed).toEqual({ title: 'Changed since it was referred', lines: [line], ring: null })
    expect(provider.carried.changes).toBe(2)
    expect(await factsRead(firstWorker, caseId)).toMatchObject({ rosh: 'very_high' })
    expect(await linesOf(firstWorker, target)).toEqual([
      'Risk of serious harm: low → very high. Now to discuss',
    ])
    expect((await screenOf(world, lowNewtonOfficer, target)).changed?.lines).toEqual([
      `${line}. The provider reads it, as far as was agreed`,
    ])
    expect(await peopleOwed(world, target, 'changed')).toEqual(
      [lowNewtonColleague.personId, firstWorker.personId].sort(),
    )
  })

  it('is asked about no more', async () => {
    expect(await saveTopic(world, caseId, 'risk', VERY_HIGH)).toEqual({ ok: true, affected: [] })
  })
})

describe('a yes to what was withheld', () => {
  it('tells nothing of what it was in between', async () => {
    const { caseId, target } = await lowRisk(world, id => underReview(world, 'womensHouse', id))
    await saveTopic(world, caseId, 'risk', VERY_HIGH, 'no')
    await saveTopic(world, caseId, 'risk', LOW, 'no')
    await saveTopic(world, caseId, 'risk', LOW, 'yes')
    const { firstWorker } = world.viewers
    expect(await factsRead(firstWorker, caseId)).toMatchObject({ rosh: 'low' })
    expect(await linesOf(firstWorker, target)).toEqual(['Risk of serious harm: low. Still fits the policy'])
    const provider = await screenOf(world, firstWorker, target)
    expect([provider.changed, JSON.stringify(provider).match(/very high/i)]).toEqual([null, null])
  })

  it('tells the answer as it is now, where it is another that comes out the same', async () => {
    const { caseId, target } = await lowRisk(world, id => underReview(world, 'womensHouse', id))
    const { firstWorker } = world.viewers
    await writePolicy(world, 'womensHouse', { rosh: { highest: 'low' } })
    await saveTopic(world, caseId, 'risk', VERY_HIGH, 'no')
    await saveTopic(world, caseId, 'risk', { ...VERY_HIGH, rosh: 'high' }, 'yes')
    expect(await linesOf(firstWorker, target)).toEqual(['Risk of serious harm: low → high. Now to discuss'])
    expect(JSON.stringify(await screenOf(world, firstWorker, target))).not.toMatch(/very high/i)
    await writePolicy(world, 'womensHouse', { rosh: { highest: 'high' } })
  })

  it('tells nothing of another topic that stays withheld, and calls to ring for that', async () => {
    const caseId = await anotherCase(world)
    await saveTopic(world, caseId, 'risk', LOW)
    await saveTopic(world, caseId, 'household', { pregnancy: 'no' })
    const target = await referredAsDecided(world, 'womensHouse', caseId)
    const { firstWorker } = world.viewers
    await saveTopic(world, caseId, 'household', { pregnancy: 'yes', dueMonth: '2027-05' }, 'no')
    await saveTopic(world, caseId, 'risk', VERY_HIGH, 'no')
    expect(await saveTopic(world, caseId, 'risk', VERY_HIGH)).toMatchObject({
      asked: [{ untold: ['risk of serious harm'] }],
    })
    await saveTopic(world, caseId, 'risk', VERY_HIGH, 'yes')
    const read = await factsRead(firstWorker, caseId)
    expect(read).toMatchObject({ rosh: 'very_high' })
    for (const fact of ['pregnancy', 'dueMonth']) expect(read).not.toHaveProperty(fact)
    const provider = await screenOf(world, firstWorker, target)
    expect(provider.changed).toMatchObject({
      lines: ['Risk of serious harm: low → very high, at 09:00 today. Now to discuss'],
      ring: { text: 'The referrer has something to tell you: ring' },
    })
    expect(JSON.stringify(provider)).not.toMatch(/: (not )?pregnant|about week|past their limit/i)
  })

  it('tells of a date that was moved meanwhile as well', async () => {
    const caseId = await anotherCase(world)
    await saveTopic(world, caseId, 'household', { pregnancy: 'no' })
    const target = await referredAsDecided(world, 'womensHouse', caseId)
    const pregnant = { pregnancy: 'yes', dueMonth: '2027-07' } as const
    await saveTopic(world, caseId, 'household', pregnant, 'no')
    await moveRelease(world, caseId, '2027-05-03')
    await saveTopic(world, caseId, 'household', pregnant, 'yes')
    expect((await screenOf(world, world.viewers.firstWorker, target)).changed).toMatchObject({
      lines: [
        'Pregnancy: not pregnant → pregnant, at 09:00 today. Now does not fit the policy',
        'Altogether: to discuss → does not fit, at 09:00 today',
      ],
      ring: null,
    })
  })

  it('opens what was withheld with a referral that has closed, to another of the provider', async () => {
    const { caseId, target: house } = await lowRisk(world, id => submitted(world, 'womensHouse', id))
    const refuge = await submitted(world, 'refuge', caseId)
    await saveTopic(world, caseId, 'risk', VERY_HIGH, 'no')
    const { lowNewtonOfficer, firstWorker } = world.viewers
    const reasons = { primary: 'withdrawn.circumstances', others: [], note: null }
    const now = await current(world, house)
    await withdrawReferral(world.app, lowNewtonOfficer, { ...now, reasons }, form())
    expect(await saveTopic(world, caseId, 'risk', VERY_HIGH)).toMatchObject({
      asked: [{ id: refuge.referralId, untold: ['risk of serious harm'] }],
    })
    await saveTopic(world, caseId, 'risk', VERY_HIGH, 'yes')
    expect(await factsRead(firstWorker, caseId)).toMatchObject({ rosh: 'very_high' })
    expect((await screenOf(world, firstWorker, refuge)).changed?.ring).toBeNull()
  })
})

describe('what is withheld from a provider', () => {
  it('is told by the database to that provider and the team of the case, to nobody else', async () => {
    const { caseId } = await lowRisk(world, id => underReview(world, 'womensHouse', id))
    await saveTopic(world, caseId, 'risk', VERY_HIGH, 'no')
    const { firstWorker, secondWorker, lowNewtonOfficer, durhamOfficer } = world.viewers
    const asked = async (viewer: SignedInViewer) => {
      const { rows } = await asViewer(world.app.db, viewer, trx =>
        sql<{
          facts: string[]
        }>`select withheld_from(${caseId}, ${firstWorker.organisationId}) as facts`.execute(trx),
      )
      return rows[0]?.facts
    }
    expect(await asked(firstWorker)).toEqual(['rosh'])
    expect(await asked(lowNewtonOfficer)).toEqual(['rosh'])
    for (const other of [secondWorker, durhamOfficer]) expect(await asked(other)).toEqual([])
  })
})
