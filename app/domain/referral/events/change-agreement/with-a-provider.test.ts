import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { messagesOwed } from '@tests/factories/messages-owed'
import {
  accepted,
  anotherCase,
  createReferralWorld,
  current,
  form,
  next,
  type ReferralWorld,
  seenBy,
  stateOf,
  tiersReadBy,
  underReview,
} from '@tests/factories/referral-world'
import type { AgreedTier } from '../../referral'
import type { ActResult, ReferralTarget } from '../act-on-referral.server'
import { markArrived } from '../arrive/act.server'
import { declineReferral } from '../decline/act.server'
import { undoArrivalOf } from '../undo-arrival/act.server'
import { undoHowItEnded } from '../undo-end/act.server'
import { changeWhatIsAgreed } from './act.server'
import { changeAgreement } from './event'

/** An agreement is with a provider: the women's house and the refuge are of one, the hostel is of another. */

let world: ReferralWorld
beforeAll(async () => {
  world = await createReferralWorld()
})
afterAll(() => world.database.drop())
beforeEach(() => world.passTo(new Date('2027-02-01T09:00:00Z')))

async function change(target: ReferralTarget, agreedTier: AgreedTier): Promise<ActResult> {
  const input = { ...(await current(world, target)), agreedTier, note: null }
  return changeWhatIsAgreed(world.app, world.viewers.lowNewtonOfficer, input, form())
}

const readByWorker = (target: ReferralTarget) => tiersReadBy(world, world.viewers.firstWorker, target)

/** To which services it was said to be narrowed too, and whether they are open. */
const narrowedBy = (done: ActResult) =>
  done.ok ? done.alsoNarrowed?.map(({ serviceName, isOpen }) => [serviceName, isOpen]) : done.reason

async function declined(target: ReferralTarget): Promise<ReferralTarget> {
  const reasons = { primary: 'needs.pet', others: [], note: null }
  return next(
    target,
    await declineReferral(world.app, world.viewers.firstWorker, { ...target, reasons }, form()),
  )
}

describe('what is narrowed for one referral', () => {
  it('is for the others there, whose parties are told, and for none of another provider', async () => {
    const caseId = await anotherCase(world)
    const here = await underReview(world, 'womensHouse', caseId, 2)
    const there = await underReview(world, 'refuge', caseId, 3)
    const another = await underReview(world, 'hostel', caseId, 3)
    const done = await change(here, 1)
    expect([done.ok, narrowedBy(done)]).toEqual([true, [['Larch Refuge', true]]])
    expect([await readByWorker(here), await readByWorker(there)]).toEqual([[1], [1]])
    const told = await messagesOwed(world, there, 'change_agreement')
    expect(told.map(({ template }) => template).sort()).toEqual([
      'agreement_changed',
      'agreement_changed',
      'agreement_changed_here',
    ])
    expect(await tiersReadBy(world, world.viewers.secondWorker, another)).toEqual([1, 3])
  })

  it('is not what is widened: the others stay as they are, wider or not', async () => {
    const caseId = await anotherCase(world)
    const here = await underReview(world, 'womensHouse', caseId, 1)
    const there = await underReview(world, 'refuge', caseId, 3)
    expect(narrowedBy(await change(here, 2))).toEqual([])
    expect([await readByWorker(here), await readByWorker(there)]).toEqual([
      [1, 2],
      [1, 3],
    ])
    expect(narrowedBy(await change(here, 3))).toEqual([])
    expect(await readByWorker(there)).toEqual([1, 3])
  })

  it('can be what is agreed here already, where the others are wider, and only there', async () => {
    const caseId = await anotherCase(world)
    const here = await underReview(world, 'womensHouse', caseId, 1)
    const there = await underReview(world, 'refuge', caseId, 3)
    expect(narrowedBy(await change(here, 1))).toEqual([['Larch Refuge', true]])
    expect(await readByWorker(there)).toEqual([1])
    const [line] = (await seenBy(world, world.viewers.lowNewtonOfficer, here)).history
    expect(changeAgreement.inHistory(line?.codes ?? [])).toEqual([
      'Here as before: Triage only: what a first look needs, in bands, without a name',
      'Less by other referrals to the same provider',
    ])
    expect(narrowedBy(await change(here, 1))).toBe('agreement_unchanged')
  })
})

describe('what has ended before', () => {
  it('is read no wider once its end is undone, and nobody is told of it while it is over', async () => {
    const caseId = await anotherCase(world)
    const here = await underReview(world, 'womensHouse', caseId, 2)
    const there = await declined(await underReview(world, 'refuge', caseId, 3))
    expect(narrowedBy(await change(here, 1))).toEqual([['Larch Refuge', false]])
    expect(await messagesOwed(world, there, 'change_agreement')).toEqual([])
    // It ended when it did and for what it did, and by whom it ended can take it up again.
    const ended = await seenBy(world, world.viewers.lowNewtonOfficer, there)
    expect(ended).toMatchObject({ state: 'declined', primaryReason: 'needs.pet', agreedTier: 1 })
    const again = { ...(await current(world, there)), note: 'Declined by mistake' }
    const undone = await undoHowItEnded(world.app, world.viewers.firstWorker, again, form())
    expect(undone).toMatchObject({ ok: true, state: 'under_review' })
    expect(await readByWorker(there)).toEqual([1])
  })

  it('with an arrival is read no wider once that is undone', async () => {
    const caseId = await anotherCase(world)
    const there = await underReview(world, 'refuge', caseId, 3)
    const here = await accepted(world, 'womensHouse', caseId)
    const { firstWorker } = world.viewers
    world.passTo(new Date('2027-03-08T15:00:00Z'))
    const stay = { arrivedOn: '2027-03-08', expectedDepartureOn: '2027-05-31', note: null } as const
    next(here, await markArrived(world.app, firstWorker, { ...here, ...stay }, form()))
    expect(await stateOf(world, there)).toBe('placed_elsewhere')
    expect(narrowedBy(await change(here, 2))).toEqual([['Larch Refuge', false]])
    const wrong = { ...(await current(world, here)), note: 'She has not come' }
    expect(await undoArrivalOf(world.app, firstWorker, wrong, form())).toMatchObject({ ok: true })
    expect([await stateOf(world, there), await readByWorker(there)]).toEqual(['parked', [1, 2]])
  })
})
