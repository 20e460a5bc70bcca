import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  anotherCase,
  createReferralWorld,
  form,
  next,
  type ReferralWorld,
  seenBy,
  stateOf,
  tiersReadBy,
  underReview,
} from '@tests/factories/referral-world'
import { inboxLine } from '~/screens/inbox/page'
import { referralPageFor } from '~/screens/referral/facts.server'
import { referralScreen } from '~/screens/referral/page'
import { inboxFor } from '../../list/referral-lists.server'
import type { ActResult, ReferralTarget } from '../act-on-referral.server'
import { declineReferral } from '../decline/act.server'
import { withdrawReferral } from './act.server'

/** A referral that ends while the same provider has another of the same person: the women's house and the refuge are of one. */

let world: ReferralWorld
beforeAll(async () => {
  world = await createReferralWorld()
})
afterAll(() => world.database.drop())

/** One to the women's house and one to the refuge, both read to the full. */
async function two(): Promise<{ here: ReferralTarget; there: ReferralTarget }> {
  const caseId = await anotherCase(world)
  const here = await underReview(world, 'womensHouse', caseId, 3)
  return { here, there: await underReview(world, 'refuge', caseId, 3) }
}

function withdraw(target: ReferralTarget, primary: string, others: string[] = []): Promise<ActResult> {
  const reasons = { primary, others, note: null }
  return withdrawReferral(world.app, world.viewers.lowNewtonOfficer, { ...target, reasons }, form())
}

/** What the assessor reads on the referral's own page and in the list of what has ended. */
async function readOf({ referralId }: ReferralTarget): Promise<{ page: string; line: string }> {
  const { app } = world
  const { firstWorker } = world.viewers
  const facts = await referralPageFor(app, firstWorker, referralId)
  const { referrals } = await inboxFor(app, firstWorker, { list: 'ended', page: 1 })
  const listed = referrals.find(({ id }) => id === referralId)
  if (!facts || !listed) throw new Error('no such referral')
  return {
    page: JSON.stringify(referralScreen(facts, firstWorker.personId, app.clock())),
    line: JSON.stringify(inboxLine(listed, app.clock())),
  }
}

const readByWorker = (target: ReferralTarget) => tiersReadBy(world, world.viewers.firstWorker, target)

describe('a withdrawn agreement', () => {
  it.each([
    ['withdrawn.agreement_withdrawn', []],
    ['withdrawn.circumstances', ['withdrawn.agreement_withdrawn']],
  ])('given as %s and %j narrows the others there to triage, which stay open', async (primary, others) => {
    const { here, there } = await two()
    const done = await withdraw(here, primary, others)
    expect(done).toMatchObject({
      ok: true,
      alsoNarrowed: [{ id: there.referralId, serviceName: 'Larch Refuge' }],
    })
    expect([await readByWorker(here), await readByWorker(there)]).toEqual([[], [1]])
    expect(await stateOf(world, there)).toBe('under_review')
    const seen = await seenBy(world, world.viewers.firstWorker, there)
    expect([seen.tier, seen.agreedTier, seen.person?.identity]).toEqual([1, 1, null])
  })

  it('leaves nothing of the person on its own page or line, though another is read', async () => {
    const { here } = await two()
    next(here, await withdraw(here, 'withdrawn.agreement_withdrawn'))
    const { page, line } = await readOf(here)
    expect(page).toContain('name, conditions and detail can no longer be read here')
    expect(page).toContain('"glance":[]')
    for (const read of [page, line]) {
      expect(read).not.toContain('Wren Siskin')
      expect(read).not.toMatch(/Woman|8 March/)
    }
  })
})

describe('a withdrawal for another reason', () => {
  it('leaves the others as they are, and its own page at triage whatever they open', async () => {
    const { here, there } = await two()
    expect(await withdraw(here, 'withdrawn.circumstances')).toMatchObject({ ok: true })
    expect([await readByWorker(here), await readByWorker(there)]).toEqual([[1], [1, 3]])
    const { page } = await readOf(here)
    expect(page).not.toContain('Wren Siskin')
    expect(page).toContain('Release in the week of Mon 8 March')
    expect((await seenBy(world, world.viewers.firstWorker, there)).person?.identity?.name).toBe('Wren Siskin')
  })

  it('is read by its own days alone: after 28 of them nothing is, though another is open', async () => {
    const { here, there } = await two()
    const reasons = { primary: 'needs.pet', others: [], note: null }
    const { firstWorker } = world.viewers
    next(here, await declineReferral(world.app, firstWorker, { ...here, reasons }, form()))
    expect((await seenBy(world, firstWorker, here)).person?.identity).toBeNull()
    await world.database.owner
      .updateTable('caseReader')
      .set({ until: new Date('2027-01-31T09:00:00Z') })
      .where('referralId', '=', here.referralId)
      .execute()
    expect((await seenBy(world, firstWorker, here)).person).toBeNull()
    expect((await seenBy(world, firstWorker, there)).person?.identity?.name).toBe('Wren Siskin')
  })
})
