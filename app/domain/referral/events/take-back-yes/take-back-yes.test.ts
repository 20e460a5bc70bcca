import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { messagesOwed } from '@tests/factories/messages-owed'
import {
  accepted,
  anotherCase,
  claimsOn,
  createReferralWorld,
  current,
  form,
  next,
  type ReferralWorld,
  seenBy,
  stateOf,
  underReview,
} from '@tests/factories/referral-world'
import { historyEntries } from '../../../../screens/referral/history-entries'
import { eventPageFor } from '../../../../screens/referral-event/facts.server'
import { eventPage } from '../../../../screens/referral-event/page'
import { reopenableOf } from '../../record/parked-referrals.server'
import { asViewer } from '@db/viewer-transaction'
import { acceptOffer } from '../accept/act.server'
import type { ReferralTarget } from '../act-on-referral.server'
import { askApproval } from '../ask-approval/act.server'
import { eventWords } from '../registry'
import { expireOffers } from '../expire/expire-offers.server'
import { refuseOffer } from '../refuse/act.server'
import { withdrawReferral } from '../withdraw/act.server'
import { takeYesBack } from './act.server'

const MONDAY = new Date('2027-02-01T09:00:00Z')
const HOLD = ['hold [2027-03-08,2027-06-02)']

let world: ReferralWorld
beforeAll(async () => {
  world = await createReferralWorld()
})
afterAll(() => world.database.drop())

beforeEach(async () => {
  world.passTo(MONDAY)
  await world.database.owner
    .updateTable('bedspaceClaim')
    .set({ active: false, releasedAt: MONDAY })
    .where('active', '=', true)
    .execute()
})

const back = (
  target: ReferralTarget,
  viewer = world.viewers.lowNewtonOfficer,
  note = 'Pressed the wrong one',
) => takeYesBack(world.app, viewer, { ...target, note }, form())

/** For how many days the women's house holds a bedspace that is offered; null as long as the offer lasts. */
async function holdsFor(holdDays: number | null): Promise<void> {
  const { womensHouse } = world.services
  await world.database.owner.updateTable('service').set({ holdDays }).where('id', '=', womensHouse).execute()
}

/** The page that takes the yes back, as the officer reads it. */
async function pageOf({ referralId }: ReferralTarget) {
  const facts = await eventPageFor(world.app, world.viewers.lowNewtonOfficer, referralId, 'take_back_yes')
  if (!facts) throw new Error('Her own referral')
  return eventPage('take_back_yes', facts, world.app.clock())
}

describe('a yes that was recorded by mistake', () => {
  it('is taken back: the offer waits for what is left of its time, the bed stays held, and the provider is told', async () => {
    const target = await accepted(world, 'womensHouse', await anotherCase(world))
    const taken = await back(target, world.viewers.lowNewtonColleague)
    expect(taken).toMatchObject({ ok: true, from: 'accepted', state: 'offered' })
    expect(await claimsOn(world, 'womensHouse')).toEqual(HOLD)
    const seen = await seenBy(world, world.viewers.firstWorker, target)
    // Monday, and the two working days of the offer: none more.
    const wednesday = new Date('2027-02-03T17:00:00Z')
    expect(seen.dueAt).toEqual(wednesday)
    expect(seen.offer).toMatchObject({ endedAt: null, ending: null, isHeld: true, heldUntil: wednesday })
    expect(seen.history[0]).toMatchObject({ event: 'take_back_yes' })
    const owed = await messagesOwed(world, target, 'take_back_yes')
    expect(owed).toEqual(
      expect.arrayContaining([
        { personId: world.viewers.firstWorker.personId, template: 'yes_taken_back' },
        { personId: world.viewers.lowNewtonOfficer.personId, template: 'yes_taken_back_here' },
      ]),
    )
    const { lowNewtonOfficer } = world.viewers
    const yes = { ...next(target, taken), note: null }
    expect(await acceptOffer(world.app, lowNewtonOfficer, yes, form())).toMatchObject({ state: 'accepted' })
    const again = await back(await current(world, target))
    const no = { ...next(target, again), reasons: { primary: 'person.area', others: [], note: null } }
    expect(await refuseOffer(world.app, lowNewtonOfficer, no, form())).toMatchObject({ state: 'refused' })
    expect(await claimsOn(world, 'womensHouse')).toEqual([])
  })

  it('expires when the offer would have, and cannot be taken back after that', async () => {
    const target = await accepted(world, 'womensHouse', await anotherCase(world))
    await back(target)
    world.passTo(new Date('2027-02-03T17:00:00Z'))
    expect(await expireOffers(world.worker)).toBe(1)
    expect(await stateOf(world, target)).toBe('under_review')
    world.passTo(MONDAY)
    const late = await accepted(world, 'womensHouse', await anotherCase(world))
    world.passTo(new Date('2027-02-03T17:00:00Z'))
    expect(await back(late)).toMatchObject({ ok: false, reason: 'state_does_not_allow', state: 'accepted' })
  })

  it('is taken back while the address waits for approval too; what was parked for it can be reopened', async () => {
    const caseId = await anotherCase(world)
    const other = await underReview(world, 'refuge', caseId)
    const target = await accepted(world, 'womensHouse', caseId)
    const asked = { ...target, note: null }
    const waits = await askApproval(world.app, world.viewers.lowNewtonOfficer, asked, form())
    expect(await stateOf(world, other)).toBe('parked')
    expect(await back(next(target, waits))).toMatchObject({ from: 'awaiting_approval', state: 'offered' })
    const reopenable = await asViewer(world.app.db, world.viewers.lowNewtonOfficer, trx =>
      reopenableOf(trx, caseId),
    )
    expect(reopenable.map(({ id }) => id)).toEqual([other.referralId])
  })

  it('is the referrer’s team’s alone, with words that say why', async () => {
    const target = await accepted(world, 'womensHouse', await anotherCase(world))
    const { firstManager, durhamOfficer, lowNewtonOfficer } = world.viewers
    expect(await back(target, firstManager)).toMatchObject({ reason: 'state_does_not_allow' })
    expect(await back(target, durhamOfficer)).toMatchObject({ reason: 'not_found' })
    expect(await back(target, lowNewtonOfficer, ' ')).toMatchObject({ reason: 'missing', missing: 'note' })
    expect(await stateOf(world, target)).toBe('accepted')
    const reasons = { primary: 'withdrawn.other', others: [], note: 'x' }
    await withdrawReferral(world.app, lowNewtonOfficer, { ...target, reasons }, form())
  })

  it.each([0, 1])(
    'frees its bed at once where the service holds one for %i days, and says so before, after and to both sides',
    async holdDays => {
      await holdsFor(holdDays)
      const target = await accepted(world, 'womensHouse', await anotherCase(world))
      // Monday's hold of one day is over on Tuesday at nine; the offer waits until Wednesday.
      world.passTo(new Date('2027-02-02T10:00:00Z'))
      const { lowNewtonOfficer, firstWorker } = world.viewers
      expect((await pageOf(target)).words.lede).toContain(
        'this service holds no bedspace for an offer any longer: it is free for others at once',
      )
      const taken = await back(target)
      expect(taken).toMatchObject({ ok: true, state: 'offered', was: ['not_held'] })
      expect(eventWords('take_back_yes', 'offered', undefined, ['not_held']).done).toContain(
        'Its bedspace is not held any longer and is free for others',
      )
      const seen = await seenBy(world, firstWorker, target)
      expect(seen.offer).toMatchObject({ endedAt: null, isHeld: false, heldUntil: null })
      expect(historyEntries(seen, world.app.clock())[0]?.details).toEqual([
        'The bedspace was free at once: the service held none for an offer any longer',
      ])
      // Who acted reads it on the page, and is sent nothing.
      const owed = await messagesOwed(world, target, 'take_back_yes')
      expect(new Set(owed.map(({ template }) => template))).toEqual(new Set(['yes_taken_back_free']))
      // Another said yes to it, and the yes that comes after all finds it taken.
      await holdsFor(null)
      const other = await accepted(world, 'womensHouse', await anotherCase(world))
      const yes = { ...next(target, taken), note: null }
      expect(await acceptOffer(world.app, lowNewtonOfficer, yes, form())).toMatchObject({
        reason: 'bedspace_taken',
      })
      expect(await stateOf(world, other)).toBe('accepted')
    },
  )

  it('keeps its bed until the hold of the offer lapses, and says when', async () => {
    await holdsFor(1)
    const target = await accepted(world, 'womensHouse', await anotherCase(world))
    expect((await pageOf(target)).words.lede).toContain(
      'The bedspace stays held until 09:00 tomorrow, as it was with the offer.',
    )
    expect(await back(target)).toMatchObject({ ok: true, was: [] })
    const seen = await seenBy(world, world.viewers.firstWorker, target)
    expect(seen.offer).toMatchObject({ isHeld: true, heldUntil: new Date('2027-02-02T09:00:00Z') })
    await holdsFor(null)
  })
})
