import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asViewer } from '@db/viewer-transaction'
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
import type { Day } from '../../time/calendar'
import type { ReferralTarget } from '../events/act-on-referral.server'
import { dateMoved } from './date-moved.server'
import { keepHoldingBed } from '../events/keep-holding/act.server'
import { goesOn } from '../events/stay-goes-on/act.server'
import { extendOffer } from '../events/extend-offer/act.server'
import { historyTitle } from '../../../screens/referral/history-line'
import { reconfirmOffer } from '../events/reconfirm/act.server'
import { acceptOffer } from '../events/accept/act.server'
import { referralScreen } from '../../../screens/referral/page'
import { referralPageFor } from '../../../screens/referral/facts.server'

const MONDAY_9 = new Date('2027-02-01T09:00:00Z')

let world: ReferralWorld
beforeAll(async () => {
  world = await createReferralWorld()
})
afterAll(() => world.database.drop())

async function move(caseId: string, to: Day | null) {
  const { lowNewtonOfficer } = world.viewers
  return asViewer(world.app.db, lowNewtonOfficer, async trx => {
    const { releaseOn: from } = await trx
      .selectFrom('readableRelease')
      .select('releaseOn')
      .where('caseId', '=', caseId)
      .executeTakeFirstOrThrow()
    const releaseConfidence = to === null ? 'not_known' : 'firm'
    await trx
      .updateTable('personCase')
      .set({ releaseOn: to, releaseConfidence })
      .where('id', '=', caseId)
      .execute()
    return dateMoved(world.app, trx, lowNewtonOfficer, { caseId, from, to, cause: 'court' })
  })
}

const seen = (target: ReferralTarget) => seenBy(world, world.viewers.firstWorker, target)

describe('a place held while nobody knows the release date', () => {
  it('has an end, is not reconfirmed for a day that is none, and is kept on when the provider says so', async () => {
    const caseId = await anotherCase(world)
    const target = await accepted(world, 'womensHouse', caseId)
    await move(caseId, null)
    expect(await stateOf(world, target)).toBe('to_reconfirm')
    // Fourteen days after Mon 1 February is a Monday.
    expect((await seen(target)).offer).toMatchObject({
      isHeld: true,
      heldUntil: new Date('2027-02-15T17:00:00Z'),
    })
    const input = { ...(await current(world, target)), note: null }
    expect(await reconfirmOffer(world.app, world.viewers.firstWorker, input, form())).toEqual({
      ok: false,
      reason: 'date_not_known',
    })

    world.passTo(new Date('2027-02-10T09:00:00Z'))
    const kept = await keepHoldingBed(
      world.app,
      world.viewers.firstWorker,
      await current(world, target),
      form(),
    )
    expect(kept).toMatchObject({ ok: true, state: 'to_reconfirm' })
    expect(await seen(target)).toMatchObject({
      resumeState: 'accepted',
      dueAt: new Date('2027-02-24T17:00:00Z'),
      offer: { heldUntil: new Date('2027-02-24T17:00:00Z') },
    })
    await move(caseId, '2027-03-15')
    const known = { ...(await current(world, target)), note: null }
    expect(await keepHoldingBed(world.app, world.viewers.firstWorker, known, form())).toEqual({
      ok: false,
      reason: 'date_is_known',
    })
    expect(await reconfirmOffer(world.app, world.viewers.firstWorker, known, form())).toMatchObject({
      ok: true,
      state: 'accepted',
    })
    expect((await seen(target)).offer).toMatchObject({ isHeld: true, heldUntil: null })
    world.passTo(MONDAY_9)
  })

  it('has one too where the date was never known', async () => {
    const caseId = await anotherCase(world)
    const target = await offered(world, 'womensHouse', caseId, 1)
    await world.database.owner
      .updateTable('personCase')
      .set({ releaseOn: null, releaseConfidence: 'not_known' })
      .where('id', '=', caseId)
      .execute()
    const yes = { ...target, note: null }
    next(target, await acceptOffer(world.app, world.viewers.lowNewtonOfficer, yes, form()))
    expect(await seen(target)).toMatchObject({
      state: 'accepted',
      dueAt: new Date('2027-02-15T17:00:00Z'),
      offer: { heldUntil: new Date('2027-02-15T17:00:00Z') },
    })
    expect(await claimsOn(world, 'womensHouse', 1)).toHaveLength(1)

    // Somebody stays on in the bedspace three days later: the hold has an end all the same.
    world.passTo(new Date('2027-02-04T09:00:00Z'))
    await asViewer(world.app.db, world.viewers.firstWorker, trx =>
      goesOn(world.app, trx, world.viewers.firstWorker, { referralId: target.referralId, caseId }),
    )
    // Fourteen days after Thu 4 February is Thu 18.
    expect(await seen(target)).toMatchObject({
      state: 'to_reconfirm',
      dueAt: new Date('2027-02-18T17:00:00Z'),
      offer: { isHeld: true, heldUntil: new Date('2027-02-18T17:00:00Z') },
    })
    world.passTo(MONDAY_9)
  })

  it('says on the provider’s page what is not known, until when it is held, and what can be done', async () => {
    const caseId = await anotherCase(world)
    const target = await accepted(world, 'womensHouse', caseId, 2)
    await move(caseId, null)
    const facts = await referralPageFor(world.app, world.viewers.firstWorker, target.referralId)
    if (!facts) throw new Error('The provider sees the page')
    const page = referralScreen(facts, world.viewers.firstWorker.personId, world.app.clock())
    expect(page.due?.lead).toBe(
      'The release date is not known: keep holding the bedspace, or phone the referrer by 17:00 tomorrow.',
    )
    expect(page.standing).toContainEqual({
      key: 'Held',
      value: 'Until 17:00 on Mon 15 February; after that it may be given to others',
    })
    const events = page.buttons.map(({ event }) => event)
    expect(events).toContain('keep_holding')
    expect(events).not.toContain('reconfirm')
    expect(page.history[0]?.what).toBe('Release date moved from Mon 8 March to not known: a court decision')
  })
})

describe('a release date that moves before anything is held', () => {
  it('is told in the history, by weeks to triage, and every limit is worked out again', async () => {
    const caseId = await anotherCase(world)
    const target = await submitted(world, 'womensHouse', caseId)
    const reviewed = await underReview(world, 'refuge', caseId)
    expect(await move(caseId, '2027-02-02')).toEqual([])
    const triage = await seen(target)
    expect(triage).toMatchObject({ state: 'submitted', version: 2, dueAt: new Date('2027-02-01T12:00:00Z') })
    expect((await seen(reviewed)).dueAt).toEqual(new Date('2027-02-01T12:00:00Z'))
    await move(caseId, '2027-03-17')
    const again = await seen(target)
    expect(again.dueAt).toEqual(new Date('2027-02-02T17:00:00Z'))
    const [line] = again.history
    if (!line) throw new Error('The move is in the history')
    expect(historyTitle(line, { tier: 1, today: world.today })).toBe(
      'Release date moved from Tue 2 February to the week of Mon 15 March',
    )
    expect(historyTitle(line, { tier: 2, today: world.today })).toBe(
      'Release date moved from Tue 2 February to Wed 17 March: a court decision',
    )
  })
})

describe('an offer that was extended', () => {
  it('loses no time when it is reconfirmed', async () => {
    const caseId = await anotherCase(world)
    const target = await offered(world, 'refuge', caseId, 1)
    const extension = { ...target, reason: 'She is in hospital until Thursday' }
    const longer = next(target, await extendOffer(world.app, world.viewers.firstWorker, extension, form()))
    expect((await seen(longer)).offer?.expiresAt).toEqual(new Date('2027-02-05T17:00:00Z'))
    await move(caseId, '2027-03-15')
    const input = { ...(await current(world, longer)), note: null }
    expect(await reconfirmOffer(world.app, world.viewers.firstWorker, input, form())).toMatchObject({
      ok: true,
    })
    expect(await seen(longer)).toMatchObject({
      state: 'offered',
      dueAt: new Date('2027-02-05T17:00:00Z'),
      offer: { expiresAt: new Date('2027-02-05T17:00:00Z') },
    })
  })

  it('of one day’s hold shows both clocks to both sides', async () => {
    const caseId = await anotherCase(world)
    await world.database.owner
      .updateTable('service')
      .set({ holdDays: 1 })
      .where('id', '=', world.services.hostel)
      .execute()
    const target = await offered(world, 'hostel', caseId)
    const { secondWorker, lowNewtonOfficer } = world.viewers
    for (const viewer of [secondWorker, lowNewtonOfficer]) {
      const facts = await referralPageFor(world.app, viewer, target.referralId)
      if (!facts) throw new Error('Both sides see the page')
      const page = referralScreen(facts, viewer.personId, world.app.clock())
      expect(page.due?.lead).toMatch(/ by 17:00 on Wed 3 February\.$/)
      expect(page.due?.then).toBe(
        'The bedspace is held only until 09:00 tomorrow: after that the yes takes it if it is still free.',
      )
      expect(page.standing).toContainEqual({
        key: 'Held',
        value: 'Until 09:00 tomorrow; after that it may be given to others',
      })
    }
  })
})
