import { backToReferral } from '../../../../screens/vacancies/own-board.server'
import { eventWords } from '../registry'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asViewer } from '@db/viewer-transaction'
import { messagesOwed } from '@tests/factories/messages-owed'
import {
  accepted,
  anotherCase,
  claimsOn,
  createReferralWorld,
  current,
  form,
  next,
  offer,
  offered,
  type ReferralWorld,
  seenBy,
  stateOf,
  underReview,
} from '@tests/factories/referral-world'
import { arrivingFor } from '../../list/arriving.server'
import type { ReferralTarget } from '../act-on-referral.server'
import { askApproval } from '../ask-approval/act.server'
import { leadsOn } from '../registry.server'
import { reopenReferral } from '../reopen/act.server'
import { goesOn } from '../stay-goes-on/act.server'
import { takePlaceBack } from './act.server'

let world: ReferralWorld
beforeAll(async () => {
  world = await createReferralWorld()
})
afterAll(() => world.database.drop())

const REASONS = { primary: 'take_back.bedspace_unusable', others: [], note: 'A pipe has burst' }

function take(target: ReferralTarget, viewer = world.viewers.firstManager, reasons = REASONS) {
  return takePlaceBack(world.app, viewer, { ...target, reasons }, form())
}

async function buttons({ referralId }: ReferralTarget, viewer = world.viewers.firstWorker) {
  const { buttons } = await seenBy(world, viewer, { referralId, version: 0 })
  return buttons.map(({ event }) => event)
}

describe('a place taken back by the provider', () => {
  it('frees the bed, is under review again and expected no more; the same bed can be offered again', async () => {
    const target = await accepted(world, 'womensHouse', await anotherCase(world))
    expect(await claimsOn(world, 'womensHouse')).toEqual(['hold [2027-03-08,2027-06-02)'])
    const taken = await take(target)
    expect(taken).toMatchObject({ ok: true, from: 'accepted', state: 'under_review' })
    expect(await claimsOn(world, 'womensHouse')).toEqual([])
    const row = await world.database.owner
      .selectFrom('referral')
      .innerJoin('offer', 'offer.referralId', 'referral.id')
      .select(['primaryReason', 'closedAt', 'resumeState', 'offer.ending'])
      .where('referral.id', '=', target.referralId)
      .executeTakeFirstOrThrow()
    expect(row).toEqual({ primaryReason: null, closedAt: null, resumeState: null, ending: 'taken_back' })
    const seen = await seenBy(world, world.viewers.lowNewtonOfficer, target)
    expect(seen.history[0]).toMatchObject({ event: 'take_back_place', codes: [REASONS.primary] })
    expect(seen.history[0]?.note).toBe('A pipe has burst')
    expect(await arrivingFor({ ...world.app, clock: () => new Date('2027-03-07T09:00:00Z') }, world.viewers.firstWorker)).toEqual([]) // prettier-ignore
    expect(await offer(world, 'womensHouse', next(target, taken))).toMatchObject({ ok: true })
  })

  it('lets what was parked for it be reopened', async () => {
    const caseId = await anotherCase(world)
    const other = await underReview(world, 'hostel', caseId)
    const target = await accepted(world, 'womensHouse', caseId, 1)
    const { lowNewtonOfficer } = world.viewers
    const reopen = async () =>
      reopenReferral(world.app, lowNewtonOfficer, await current(world, other), form())
    expect(await reopen()).toEqual({ ok: false, reason: 'another_stands' })
    next(target, await take(target))
    expect(await reopen()).toMatchObject({ ok: true, state: 'under_review' })
  })

  it('is told to every officer of the team and to the assessor, not to whoever did it', async () => {
    const target = await accepted(world, 'womensHouse', await anotherCase(world), 1)
    next(target, await take(target))
    const { lowNewtonOfficer, lowNewtonColleague, firstWorker } = world.viewers
    const told = await messagesOwed(world, target, 'take_back_place')
    expect(new Map(told.map(({ personId, template }) => [personId, template]))).toEqual(
      new Map([
        [lowNewtonOfficer.personId, 'place_taken_back'],
        [lowNewtonColleague.personId, 'place_taken_back'],
        [firstWorker.personId, 'place_taken_back_here'],
      ]),
    )
  })

  it('leads on to the void of the bedspace where it cannot be used, and nowhere otherwise', async () => {
    const { firstManager } = world.viewers
    const links = async (primary: string, bed: number) => {
      const target = await accepted(world, 'womensHouse', await anotherCase(world), bed)
      next(target, await take(target, firstManager, { ...REASONS, primary }))
      return leadsOn('take_back_place', world.app, firstManager, target.referralId)
    }
    const [toVoid] = await links('take_back.bedspace_unusable', 1)
    expect(toVoid?.text).toBe('Add a void of Room 2, so that it is not shown as free')
    const [, referralId = ''] = toVoid?.href.split('referral=') ?? []
    const [, room = '', other = ''] = world.bedspaces.womensHouse
    const back = (bedspaceId: string) => backToReferral(world.app, firstManager, bedspaceId, referralId)
    expect(await back(room)).toEqual([
      { text: 'Back to the referral it was for', href: `/referrals/${referralId}` },
    ])
    expect(await back(other)).toEqual([])
    for (const event of ['take_back_place', 'take_back_offer'] as const)
      expect(JSON.stringify(eventWords(event))).not.toMatch(/free/)
    expect(await links('take_back.staffing', 1)).toEqual([])
  })
})

describe('who may take a place back, and when', () => {
  it('is the provider alone, with a reason of the list', async () => {
    const target = await accepted(world, 'refuge', await anotherCase(world))
    const { lowNewtonOfficer, secondWorker } = world.viewers
    expect(await take(target, lowNewtonOfficer)).toMatchObject({ ok: false, reason: 'state_does_not_allow' })
    expect(await take(target, secondWorker)).toEqual({ ok: false, reason: 'not_found' })
    const wrong = { primary: 'capacity.not_enough_staff', others: [], note: null as never }
    expect(await take(target, undefined, wrong)).toEqual({ ok: false, reason: 'reason_invalid' })
    expect(await buttons(target)).toContain('take_back_place')
    expect(await stateOf(world, target)).toBe('accepted')
  })

  it('is while the address waits for approval too', async () => {
    const target = await accepted(world, 'womensHouse', await anotherCase(world), 1)
    const { lowNewtonOfficer } = world.viewers
    const waiting = await askApproval(world.app, lowNewtonOfficer, { ...target, note: null }, form())
    expect(await take(next(target, waiting))).toMatchObject({
      from: 'awaiting_approval',
      state: 'under_review',
    })
  })

  it('is where a place is to be reconfirmed, but not an offer nobody has answered', async () => {
    const moved = async (make: typeof accepted) => {
      const caseId = await anotherCase(world)
      const target = await make(world, 'womensHouse', caseId, 2)
      const { referralId } = target
      await asViewer(world.app.db, world.viewers.firstWorker, trx =>
        goesOn(world.app, trx, null, { referralId, caseId }),
      )
      return current(world, target)
    }
    const place = await moved(accepted)
    expect(await buttons(place)).toEqual(expect.arrayContaining(['reconfirm', 'take_back_place']))
    expect(await take(place)).toMatchObject({ ok: true, from: 'to_reconfirm', state: 'under_review' })
    expect(await claimsOn(world, 'womensHouse', 2)).toEqual([])
    const open = await moved(offered)
    expect(await buttons(open)).not.toContain('take_back_place')
    expect(await take(open)).toEqual({ ok: false, reason: 'state_does_not_allow', state: 'to_reconfirm' })
  })
})
