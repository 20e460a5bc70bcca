import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '@db/id'
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
import { eventPageFor } from '../../../../screens/referral-event/facts.server'
import { eventPage } from '../../../../screens/referral-event/page'
import type { ReferralTarget } from '../act-on-referral.server'
import { askApproval } from '../ask-approval/act.server'
import { LIFECYCLE } from '../../lifecycle'
import { reasonLabel } from '../reason-lists'
import { eventWords, specOf } from '../registry'
import { reopenReferral } from '../reopen/act.server'
import { recordAddressRefused } from './act.server'

let world: ReferralWorld
beforeAll(async () => {
  world = await createReferralWorld()
})
afterAll(() => world.database.drop())

type Service = 'womensHouse' | 'refuge' | 'hostel'

/** A place whose address waits for approval. */
async function awaiting(service: Service, caseId?: string): Promise<ReferralTarget> {
  const target = await accepted(world, service, caseId ?? (await anotherCase(world)))
  return next(target, await askApproval(world.app, world.viewers.lowNewtonOfficer, { ...target, note: null }, form())) // prettier-ignore
}

function refuse(target: ReferralTarget, viewer = world.viewers.lowNewtonOfficer) {
  return recordAddressRefused(world.app, viewer, { ...target, note: 'Too near the school' }, form())
}

/** What the officer is told before she sends it. */
async function lede({ referralId }: ReferralTarget): Promise<string | undefined> {
  const { lowNewtonOfficer } = world.viewers
  const facts = await eventPageFor(world.app, lowNewtonOfficer, referralId, 'refuse_address')
  return facts?.isAllowed ? eventPage('refuse_address', facts, world.app.clock()).words.lede : undefined
}

const ENDS =
  'The bedspace is free again at once. The service has no other address, so the referral ends with this as the reason. The provider is told.'
const GOES_ON =
  'The bedspace is free again at once. The referral goes back to review, because the service may have a bedspace at another address. The provider is told.'

async function anotherSite(service: Service): Promise<string> {
  const id = newId()
  const site = { id, serviceId: world.services[service], name: 'The annexe', town: 'Gateshead' }
  await world.database.owner.insertInto('site').values(site).execute()
  return id
}

describe('an address that probation refuses', () => {
  it('ends the referral where the service has no other, with that reason; the bed is free', async () => {
    const target = await awaiting('womensHouse')
    expect(await claimsOn(world, 'womensHouse')).toEqual(['hold [2027-03-08,2027-06-02)'])
    expect(await lede(target)).toBe(ENDS)
    expect(await refuse(target)).toMatchObject({ ok: true, from: 'awaiting_approval', state: 'declined' })
    expect(await claimsOn(world, 'womensHouse')).toEqual([])
    const row = await world.database.owner
      .selectFrom('referral')
      .innerJoin('offer', 'offer.referralId', 'referral.id')
      .select(['primaryReason', 'offer.ending'])
      .select(has => has('closedAt', 'is not', null).as('isClosed'))
      .where('referral.id', '=', target.referralId)
      .executeTakeFirstOrThrow()
    expect(row).toEqual({ primaryReason: 'eligibility.address_refused', ending: 'closed', isClosed: true })
    // Her words stay with her team: the provider reads the reason alone.
    const notes = async (viewer = world.viewers.firstWorker) =>
      (await seenBy(world, viewer, target)).history[0]
    expect(await notes()).toMatchObject({ event: 'refuse_address', codes: [row.primaryReason], note: null })
    expect((await notes(world.viewers.lowNewtonOfficer))?.note).toBe('Too near the school')
  })

  it('sends it back to review where the service shows a second one', async () => {
    const annexe = await anotherSite('womensHouse')
    const target = await awaiting('womensHouse')
    expect(await lede(target)).toBe(GOES_ON)
    expect(await refuse(target)).toMatchObject({ ok: true, state: 'under_review' })
    expect(await claimsOn(world, 'womensHouse')).toEqual([])
    const { note } = (await seenBy(world, world.viewers.firstWorker, target)).history[0] ?? {}
    expect(note).toBe('Too near the school')
    await world.database.owner.deleteFrom('site').where('id', '=', annexe).execute()
  })

  it('sends it back to review where the service has flats, which may lie apart', async () => {
    const third = world.bedspaces.womensHouse[2] ?? ''
    const make = (type: string) =>
      world.database.owner.updateTable('bedspace').set({ type }).where('id', '=', third).execute()
    const target = await awaiting('womensHouse')
    await make('self_contained')
    expect(await lede(target)).toBe(GOES_ON)
    await make('shared')
    expect(await lede(target)).toBe(ENDS)
    await make('self_contained')
    expect(await refuse(target)).toMatchObject({ ok: true, state: 'under_review' })
    await make('shared')
  })

  it('sends it back to review where the addresses are confidential, whatever they are', async () => {
    const { owner } = world.database
    const one = await awaiting('refuge')
    const told = await lede(one)
    expect(told).toBe(GOES_ON)
    const hidden = { id: newId(), serviceId: world.services.refuge, name: 'Other', address: '2 Other Row' }
    await owner
      .insertInto('confidentialSite')
      .values({ ...hidden, postcode: 'NE9 9ZZ', lat: 54.9, lng: -1.6 })
      .execute()
    expect(await lede(one)).toBe(told)
    expect(await refuse(one)).toMatchObject({ ok: true, state: 'under_review' })
  })

  it('lets what was parked be reopened', async () => {
    const caseId = await anotherCase(world)
    const other = await underReview(world, 'hostel', caseId)
    next(other, await refuse(await awaiting('womensHouse', caseId)))
    const parked = await current(world, other)
    expect(await reopenReferral(world.app, world.viewers.lowNewtonOfficer, parked, form())).toMatchObject({
      ok: true,
      state: 'under_review',
    })
  })
})

describe('who records it, and who is told', () => {
  it('is the referrer’s alone, while the address waits for approval', async () => {
    const target = await awaiting('womensHouse')
    const { firstWorker, durhamOfficer } = world.viewers
    expect(await refuse(target, firstWorker)).toMatchObject({ ok: false, reason: 'state_does_not_allow' })
    expect(await refuse(target, durhamOfficer)).toEqual({ ok: false, reason: 'not_found' })
    expect(await stateOf(world, target)).toBe('awaiting_approval')
    next(target, await refuse(target))
    const place = await accepted(world, 'womensHouse', await anotherCase(world))
    expect(await refuse(place)).toEqual({ ok: false, reason: 'state_does_not_allow', state: 'accepted' })
  })

  it.each([
    ['hostel', 'declined', 'address_refused_ended', 'address_refused_ended_here'],
    ['refuge', 'under_review', 'address_refused', 'address_refused_here'],
  ] as const)('tells both sides of the %s: %s', async (service, state, team, provider) => {
    const target = await awaiting(service)
    expect(await refuse(target)).toMatchObject({ ok: true, state })
    const told = await messagesOwed(world, target, 'refuse_address')
    const { lowNewtonColleague, firstWorker, firstManager, secondWorker, secondManager } = world.viewers
    const house = service === 'hostel' ? [secondWorker, secondManager] : [firstWorker, firstManager]
    expect(new Map(told.map(({ personId, template }) => [personId, template]))).toEqual(
      new Map([
        [lowNewtonColleague.personId, team],
        ...house.map(({ personId }) => [personId, provider] as const),
      ]),
    )
  })

  it('has one name: in the history, on its button and among the reasons', () => {
    const wordings = LIFECYCLE.filter(row => row.event === 'refuse_address').map(row => row.wording)
    expect([
      specOf('refuse_address').happened,
      reasonLabel('eligibility.address_refused'),
      ...wordings,
    ]).toEqual(Array(4).fill('Address refused by probation'))
  })

  it('says in the banner where it led', () => {
    expect(eventWords('refuse_address', 'declined').done).toMatch(/The referral has ended: refer elsewhere$/)
    expect(eventWords('refuse_address', 'under_review').done).toMatch(/under review for another address$/)
  })
})
