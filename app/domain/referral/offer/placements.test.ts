import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asViewer } from '@db/viewer-transaction'
import { addDays } from '../../time/calendar'
import {
  accepted,
  anotherCase,
  claimsOn,
  createReferralWorld,
  current,
  form,
  offered,
  type ReferralWorld,
  stateOf,
  submitted,
  underReview,
} from '@tests/factories/referral-world'
import type { ReferralTarget } from '../events/act-on-referral.server'
import { askApproval } from '../events/ask-approval/act.server'
import { recordApproval } from '../events/approve/act.server'
import { markArrived } from '../events/arrive/act.server'
import { markNoShow } from '../events/no-show/act.server'
import { acceptOffer } from '../events/accept/act.server'
import { recordDeparture } from '../events/depart/act.server'
import { findReferralFor } from '../record/referral-queries.server'
import { reopenReferral } from '../events/reopen/act.server'
import { withdrawReferral } from '../events/withdraw/act.server'

const MONDAY_9 = new Date('2027-02-01T09:00:00Z')
const RELEASE_DAY_14 = new Date('2027-03-08T14:00:00Z')
const HOLD = 'hold [2027-03-08,2027-06-02)'
const NO_CONTACT = { primary: 'no_show.unknown', others: [], note: null }

let world: ReferralWorld
beforeAll(async () => {
  world = await createReferralWorld()
})
afterAll(() => world.database.drop())

function accept(target: ReferralTarget) {
  return acceptOffer(world.app, world.viewers.lowNewtonOfficer, { ...target, note: null }, form())
}

function arrive(target: ReferralTarget, more: object = {}) {
  const stay = { arrivedOn: world.releaseOn, expectedDepartureOn: addDays(world.releaseOn, 28), note: null }
  return markArrived(world.app, world.viewers.firstWorker, { ...target, ...stay, ...more }, form())
}

function reopen(target: ReferralTarget) {
  return reopenReferral(world.app, world.viewers.lowNewtonOfficer, target, form())
}

describe('acceptance', () => {
  let chosen: ReferralTarget
  let rival: ReferralTarget
  let waiting: ReferralTarget

  it('keeps its own hold, frees those of her other referrals and parks them', async () => {
    world.passTo(MONDAY_9)
    const caseId = await anotherCase(world)
    chosen = await offered(world, 'womensHouse', caseId)
    rival = await offered(world, 'hostel', caseId)
    waiting = await submitted(world, 'flats', caseId)
    expect(await accept(chosen)).toMatchObject({ ok: true, state: 'accepted' })
    expect([await stateOf(world, rival), await stateOf(world, waiting)]).toEqual(['parked', 'parked'])
    expect(await claimsOn(world, 'womensHouse')).toEqual([HOLD])
    expect(await claimsOn(world, 'hostel')).toEqual([])
  })

  it('leaves the referrals of other people alone', async () => {
    const other = await underReview(world, 'hostel', await anotherCase(world))
    const mine = await offered(world, 'womensHouse', await anotherCase(world), 1)
    await accept(mine)
    expect(await stateOf(world, other)).toBe('under_review')
  })

  it('tells the parked provider neither who nor where', async () => {
    const seen = await findReferralFor(world.app, world.viewers.secondWorker, rival.referralId)
    expect(seen?.history[0]).toEqual({
      id: expect.any(String) as string,
      at: MONDAY_9,
      event: 'park',
      from: 'offered',
      to: 'parked',
      byRole: 'system',
      byPerson: null,
      byOrganisation: null,
      codes: [],
      note: null,
      noteTier: null,
    })
    expect(seen?.buttons).toEqual([])
    const asOther = await asViewer(world.app.db, world.viewers.secondWorker, trx =>
      trx.selectFrom('referral').select('id').where('id', '=', chosen.referralId).execute(),
    )
    expect(asOther).toEqual([])
  })

  it('keeps them parked while it stands', async () => {
    expect(await reopen(await current(world, rival))).toEqual({ ok: false, reason: 'another_stands' })
  })

  it('waits for the approval of the address, where that is asked', async () => {
    const { lowNewtonOfficer } = world.viewers
    const ask = { ...(await current(world, chosen)), note: 'Probation, 3 days' }
    expect(await askApproval(world.app, lowNewtonOfficer, ask, form())).toMatchObject({
      ok: true,
      state: 'awaiting_approval',
    })
    const early = await arrive(await current(world, chosen))
    expect(early).toEqual({ ok: false, reason: 'state_does_not_allow', state: 'awaiting_approval' })
    const given = { ...(await current(world, chosen)), note: null }
    expect(await recordApproval(world.app, lowNewtonOfficer, given, form())).toMatchObject({
      state: 'accepted',
    })
    expect(await claimsOn(world, 'womensHouse')).toEqual([HOLD])
  })

  it('that falls through lets the officer reopen each with one tap: to review where it had a bed', async () => {
    const reasons = { primary: 'withdrawn.circumstances', others: [], note: null }
    const withdraw = { ...(await current(world, chosen)), reasons }
    await withdrawReferral(world.app, world.viewers.lowNewtonOfficer, withdraw, form())
    expect(await claimsOn(world, 'womensHouse')).toEqual([])
    expect(await reopen(await current(world, rival))).toMatchObject({ ok: true, state: 'under_review' })
    expect(await reopen(await current(world, waiting))).toMatchObject({ ok: true, state: 'submitted' })
  })
})

describe('arrival', () => {
  let here: ReferralTarget
  let parked: ReferralTarget
  let later: ReferralTarget

  it('turns the hold into a stay until the departure is recorded', async () => {
    world.passTo(MONDAY_9)
    const caseId = await anotherCase(world)
    parked = await underReview(world, 'hostel', caseId)
    here = await accepted(world, 'womensHouse', caseId)
    later = await submitted(world, 'flats', caseId)
    expect(await arrive(here)).toEqual({ ok: false, reason: 'date_in_future' })
    world.passTo(RELEASE_DAY_14)
    expect(await arrive(here, { expectedDepartureOn: world.releaseOn })).toEqual({
      ok: false,
      reason: 'dates_invalid',
    })
    expect(await arrive(here)).toMatchObject({ ok: true, state: 'arrived' })
    expect(await claimsOn(world, 'womensHouse')).toEqual(['occupied [2027-03-08,)'])
  })

  it('closes her other referrals as placed elsewhere, and never says where', async () => {
    expect([await stateOf(world, parked), await stateOf(world, later)]).toEqual([
      'placed_elsewhere',
      'placed_elsewhere',
    ])
    for (const target of [parked, later]) {
      const seen = await findReferralFor(world.app, world.viewers.secondWorker, target.referralId)
      expect(seen?.history.slice(0, 2).map(line => [line.event, line.byRole, line.byOrganisation])).toEqual([
        ['close_elsewhere', 'system', null],
        ['park', 'system', null],
      ])
      expect(JSON.stringify(seen)).not.toMatch(/Larch/)
    }
    expect(await reopen(await current(world, parked))).toMatchObject({ reason: 'state_does_not_allow' })
  })

  it('ends with a departure: the stay is cut to it, and the turnaround follows', async () => {
    const { firstManager } = world.viewers
    const leave = async (departedOn: string) =>
      recordDeparture(
        world.app,
        firstManager,
        { ...(await current(world, here)), departedOn, kind: 'planned', note: null },
        form(),
      )
    world.passTo(new Date('2027-03-24T10:00:00Z'))
    expect(await leave('2027-03-25')).toEqual({ ok: false, reason: 'date_in_future' })
    expect(await leave('2027-03-07')).toEqual({ ok: false, reason: 'dates_invalid' })
    expect(await leave('2027-03-24')).toMatchObject({ ok: true, state: 'departed' })
    // Wednesday; Thursday is the first working day, and over Easter (26 and 29 March) Tuesday the second.
    expect(await claimsOn(world, 'womensHouse')).toEqual([
      'occupied [2027-03-08,2027-03-24)',
      'turnaround [2027-03-24,2027-03-30)',
    ])
  })
})

describe('a no-show', () => {
  it('is not recorded before noon on the next day, then frees the bedspace', async () => {
    world.passTo(MONDAY_9)
    const target = await accepted(world, 'refuge', await anotherCase(world))
    const mark = () =>
      markNoShow(world.app, world.viewers.firstWorker, { ...target, reasons: NO_CONTACT }, form())
    world.passTo(new Date('2027-03-09T11:59:59Z'))
    expect(await mark()).toEqual({
      ok: false,
      reason: 'too_early_for_no_show',
      from: '2027-03-09T12:00:00.000Z',
    })
    expect(await claimsOn(world, 'refuge')).toEqual([HOLD])
    world.passTo(new Date('2027-03-09T12:00:00Z'))
    expect(await mark()).toMatchObject({ ok: true, state: 'no_show' })
    expect(await claimsOn(world, 'refuge')).toEqual([])
  })

  it('lets her parked referrals be reopened', async () => {
    world.passTo(MONDAY_9)
    const caseId = await anotherCase(world)
    const parked = await underReview(world, 'hostel', caseId)
    const target = await accepted(world, 'refuge', caseId)
    world.passTo(new Date('2027-03-09T12:00:00Z'))
    await markNoShow(world.app, world.viewers.firstWorker, { ...target, reasons: NO_CONTACT }, form())
    expect(await reopen(await current(world, parked))).toMatchObject({ ok: true, state: 'under_review' })
  })
})

describe('two acceptances of one person in the same instant', () => {
  it('end with one accepted and the other parked, and neither waits for ever', async () => {
    world.passTo(MONDAY_9)
    const caseId = await anotherCase(world)
    const first = await offered(world, 'refuge', caseId, 1)
    const second = await offered(world, 'hostel', caseId, 1)
    const results = await Promise.all([accept(first), accept(second)])
    const states = [await stateOf(world, first), await stateOf(world, second)]
    expect(results.filter(result => result.ok)).toHaveLength(1)
    expect(states.sort()).toEqual(['accepted', 'parked'])
  })
})
