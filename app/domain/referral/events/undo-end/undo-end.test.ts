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
  offered,
  type ReferralWorld,
  seenBy,
  stateOf,
  submitted,
  underReview,
} from '@tests/factories/referral-world'
import { addVoid } from '../../../vacancy/claims/add-void.server'
import type { ReferralTarget } from '../act-on-referral.server'
import { acceptOffer } from '../accept/act.server'
import { declineReferral } from '../decline/act.server'
import { markNoShow } from '../no-show/act.server'
import { refuseOffer } from '../refuse/act.server'
import { withdrawReferral } from '../withdraw/act.server'
import { undoHowItEnded } from './act.server'

/** How a referral ended, taken back by the team that ended it (product.md, "Lifecycle", the last row of the table). */

const MONDAY_9 = new Date('2027-02-01T09:00:00Z')
/** Twelve weeks from 8 March, and two working days of turnaround after the bank holiday. */
const HOLD = 'hold [2027-03-08,2027-06-02)'
const WHY = { note: 'Recorded for the wrong person' }

let world: ReferralWorld
beforeAll(async () => {
  world = await createReferralWorld()
})
afterAll(() => world.database.drop())
beforeEach(() => world.passTo(MONDAY_9))

async function undo(target: ReferralTarget, viewer = world.viewers.firstWorker, more = {}) {
  const seen = await current(world, target)
  return undoHowItEnded(world.app, viewer, { ...seen, ...WHY, ...more }, form())
}

async function decline(target: ReferralTarget) {
  const reasons = { primary: 'needs.pet', others: [], note: null }
  return declineReferral(world.app, world.viewers.firstWorker, { ...target, reasons }, form())
}

async function withdraw(target: ReferralTarget, primary = 'withdrawn.circumstances') {
  const reasons = { primary, others: [], note: null }
  return withdrawReferral(world.app, world.viewers.lowNewtonOfficer, { ...target, reasons }, form())
}

async function refuse(target: ReferralTarget) {
  const reasons = { primary: 'person.area', others: [], note: null }
  return refuseOffer(world.app, world.viewers.lowNewtonOfficer, { ...target, reasons }, form())
}

describe('a decline that is undone', () => {
  it('goes on where it was, in the time it had, and is read as before', async () => {
    const target = await underReview(world, 'womensHouse', await anotherCase(world))
    world.passTo(new Date('2027-02-02T09:00:00Z'))
    next(target, await decline(target))
    const ended = await seenBy(world, world.viewers.firstWorker, target)
    expect(ended).toMatchObject({ tier: 1, primaryReason: 'needs.pet' })
    world.passTo(new Date('2027-02-03T09:00:00Z'))
    expect(await undo(target)).toMatchObject({ ok: true, from: 'declined', state: 'under_review' })
    const seen = await seenBy(world, world.viewers.firstWorker, target)
    // Three working days from Monday, when it was taken: what is undone buys no time.
    expect(seen).toMatchObject({
      ...{ tier: 3, closedAt: null, primaryReason: null, otherReasons: [] },
      dueAt: new Date('2027-02-04T17:00:00Z'),
      stateChangedAt: MONDAY_9,
    })
    expect(seen.history.slice(0, 2)).toMatchObject([
      { event: 'undo_end', from: 'declined', to: 'under_review', note: WHY.note, codes: ['declined'] },
      { event: 'decline', codes: ['needs.pet'] },
    ])
    expect((await messagesOwed(world, target, 'undo_end')).map(({ template }) => template).sort()).toEqual([
      'end_undone',
      'end_undone',
      'end_undone_here',
    ])
  })

  it('opens nothing again at a service that closed meanwhile', async () => {
    const target = await underReview(world, 'womensHouse', await anotherCase(world))
    next(target, await decline(target))
    const closing = (archivedAt: Date | null) =>
      world.database.owner
        .updateTable('service')
        .set({ archivedAt })
        .where('id', '=', world.services.womensHouse)
        .execute()
    await closing(world.app.clock())
    expect(await undo(target)).toEqual({ ok: false, reason: 'service_not_found' })
    await closing(null)
    expect(await undo(target)).toMatchObject({ ok: true, state: 'under_review' })
  })

  it('is the provider’s alone, with words, for two working days', async () => {
    const target = await underReview(world, 'womensHouse', await anotherCase(world))
    next(target, await decline(target))
    const { lowNewtonOfficer, durhamOfficer, secondManager, firstManager } = world.viewers
    for (const stranger of [durhamOfficer, secondManager])
      expect(await undo(target, stranger)).toEqual({ ok: false, reason: 'not_found' })
    expect(await undo(target, lowNewtonOfficer)).toMatchObject({ reason: 'state_does_not_allow' })
    expect(await undo(target, firstManager, { note: ' ' })).toMatchObject({ reason: 'missing' })
    world.passTo(new Date('2027-02-03T17:00:01Z'))
    expect(await undo(target, firstManager)).toMatchObject({ reason: 'state_does_not_allow' })
    expect(await stateOf(world, target)).toBe('declined')
    world.passTo(new Date('2027-02-03T17:00:00Z'))
    expect(await undo(target, firstManager)).toMatchObject({ ok: true })
  })

  it('is refused where the person was referred there anew, and says which referral that is', async () => {
    const caseId = await anotherCase(world)
    const target = await underReview(world, 'womensHouse', caseId)
    next(target, await decline(target))
    const { referralId } = await submitted(world, 'womensHouse', caseId)
    expect(await undo(target)).toEqual({ ok: false, reason: 'already_referred', referralId })
  })

  it('is done by the first of two colleagues; the other reads that it changed', async () => {
    const target = await underReview(world, 'womensHouse', await anotherCase(world))
    next(target, await decline(target))
    const seen = { ...(await current(world, target)), ...WHY }
    const { firstWorker, firstManager } = world.viewers
    const results = await Promise.all(
      [firstWorker, firstManager].map(viewer => undoHowItEnded(world.app, viewer, seen, form())),
    )
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(results.find(({ ok }) => !ok)).toMatchObject({ reason: 'stale', state: 'under_review' })
  })
})

describe('a no that is undone', () => {
  it('offers the same bedspace again, which is held until the offer’s own end', async () => {
    const target = await offered(world, 'womensHouse', await anotherCase(world))
    next(target, await refuse(target))
    expect(await claimsOn(world, 'womensHouse')).toEqual([])
    world.passTo(new Date('2027-02-02T09:00:00Z'))
    const { lowNewtonColleague } = world.viewers
    expect(await undo(target, lowNewtonColleague)).toMatchObject({ ok: true, state: 'offered' })
    expect(await claimsOn(world, 'womensHouse')).toEqual([HOLD])
    const seen = await seenBy(world, lowNewtonColleague, target)
    const expiresAt = new Date('2027-02-03T17:00:00Z')
    expect(seen).toMatchObject({ dueAt: expiresAt, offer: { expiresAt, endedAt: null, isHeld: true } })
    const yes = { ...(await current(world, target)), note: null }
    expect(await acceptOffer(world.app, lowNewtonColleague, yes, form())).toMatchObject({
      ok: true,
      state: 'accepted',
    })
    next(target, await withdraw(await current(world, target)))
  })

  it('is under review where the bedspace is another’s by now', async () => {
    const target = await offered(world, 'womensHouse', await anotherCase(world))
    next(target, await refuse(target))
    const other = await offered(world, 'womensHouse', await anotherCase(world))
    expect(await undo(target, world.viewers.lowNewtonOfficer)).toMatchObject({
      ok: true,
      state: 'under_review',
    })
    expect(await claimsOn(world, 'womensHouse')).toEqual([HOLD])
    expect(await stateOf(world, other)).toBe('offered')
    next(other, await withdraw(other))
  })
})

describe('a withdrawal that is undone', () => {
  it('of an accepted place holds the bed again, and parks the others again', async () => {
    const caseId = await anotherCase(world)
    const place = await accepted(world, 'womensHouse', caseId)
    next(place, await withdraw(place))
    const other = await underReview(world, 'hostel', caseId)
    expect(await undo(place, world.viewers.lowNewtonOfficer)).toMatchObject({ ok: true, state: 'accepted' })
    expect(await claimsOn(world, 'womensHouse')).toEqual([HOLD])
    expect(await stateOf(world, other)).toBe('parked')
    expect((await seenBy(world, world.viewers.firstWorker, place)).offer).toMatchObject({
      ending: 'accepted',
    })
    next(place, await withdraw(await current(world, place)))
  })

  it('is parked where the person has said yes to another place since, whose bed and whose place stand', async () => {
    const caseId = await anotherCase(world)
    const first = await accepted(world, 'womensHouse', caseId)
    next(first, await withdraw(first))
    const second = await accepted(world, 'hostel', caseId)
    expect(await undo(first, world.viewers.lowNewtonOfficer)).toMatchObject({ ok: true, state: 'parked' })
    expect([await claimsOn(world, 'womensHouse'), await claimsOn(world, 'hostel')]).toEqual([[], [HOLD]])
    expect(await stateOf(world, second)).toBe('accepted')
    next(second, await withdraw(second))
  })

  it('after a withdrawn agreement needs a new one, and only then is anything read again', async () => {
    const target = await underReview(world, 'womensHouse', await anotherCase(world))
    next(target, await withdraw(target, 'withdrawn.agreement_withdrawn'))
    const { lowNewtonOfficer, firstWorker } = world.viewers
    expect(await undo(target, lowNewtonOfficer)).toEqual({ ok: false, reason: 'agreement_needed' })
    expect((await seenBy(world, firstWorker, target)).person).toBeNull()
    expect(await undo(target, lowNewtonOfficer, { agreedAgain: true })).toMatchObject({
      ok: true,
      state: 'under_review',
    })
    const seen = await seenBy(world, firstWorker, target)
    expect(seen.person?.identity?.name).toBe('Wren Siskin')
  })
})

describe('a no-show that is undone', () => {
  const TUESDAY_NOON = new Date('2027-03-09T12:00:00Z')

  async function noShow(): Promise<ReferralTarget> {
    const target = await accepted(world, 'womensHouse', await anotherCase(world))
    world.passTo(TUESDAY_NOON)
    const reasons = { primary: 'no_show.unknown', others: [], note: null }
    return next(
      target,
      await markNoShow(world.app, world.viewers.firstWorker, { ...target, reasons }, form()),
    )
  }

  it('is expected again, in the bed from today on', async () => {
    const target = await noShow()
    expect(await undo(target)).toMatchObject({ ok: true, state: 'accepted' })
    expect(await claimsOn(world, 'womensHouse')).toEqual(['hold [2027-03-09,2027-06-02)'])
    next(target, await withdraw(await current(world, target)))
  })

  it('is under review where the room cannot be used since', async () => {
    const target = await noShow()
    const { firstWorker } = world.viewers
    const bedspaceId = world.bedspaces.womensHouse[0] ?? ''
    const repair = { bedspaceId, reason: 'repair', fromOn: '2027-03-09', untilOn: null } as const
    expect(await addVoid(world.app, firstWorker, repair, form())).toMatchObject({ ok: true })
    expect(await undo(target)).toMatchObject({ ok: true, state: 'under_review' })
    expect(await claimsOn(world, 'womensHouse')).toEqual(['void [2027-03-09,)'])
  })
})
