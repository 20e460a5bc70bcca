import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDatabase } from '@db/connection'
import { addVoid } from '../../vacancy/claims/add-void.server'
import { messagesOwed } from '@tests/factories/messages-owed'
import {
  accepted,
  anotherCase,
  claimsOn,
  createReferralWorld,
  current,
  form,
  offer,
  offered,
  type ReferralWorld,
  stateOf,
  submitted,
  underReview,
} from '@tests/factories/referral-world'
import type { ActResult, ReferralTarget } from '../events/act-on-referral.server'
import { expireOffers } from '../events/expire/expire-offers.server'
import { extendOffer } from '../events/extend-offer/act.server'
import { offerBedspace } from '../events/offer/act.server'
import { acceptOffer } from '../events/accept/act.server'
import { refuseOffer } from '../events/refuse/act.server'
import { findReferralFor } from '../record/referral-queries.server'
import { withdrawReferral } from '../events/withdraw/act.server'

const MONDAY_9 = new Date('2027-02-01T09:00:00Z')
/** Offered on Monday for two working days. */
const EXPIRY = new Date('2027-02-03T17:00:00Z')
/** Twelve weeks from 8 March to 31 May, a bank holiday, and two working days of turnaround after it. */
const HOLD = 'hold [2027-03-08,2027-06-02)'

const AT_ONCE = 50

describe('fifty offers of one bedspace at once', () => {
  it('give it to one, and tell the others it is taken and until when', async () => {
    const { results, claims } = await fiftyAtOnce(keepConstraint)
    expect(results.filter(result => result.ok)).toHaveLength(1)
    const refused = results.filter(result => !result.ok)
    expect(refused).toHaveLength(49)
    for (const result of refused) {
      expect(result).toEqual({ ok: false, reason: 'bedspace_taken', until: '2027-06-02' })
    }
    expect(claims).toEqual([HOLD])
  }, 120_000)

  it('would be noticed to overlap if the database let them', async () => {
    const { results, claims } = await fiftyAtOnce(dropConstraint)
    expect(results.filter(result => result.ok)).toHaveLength(50)
    expect(claims).toHaveLength(50)
  }, 120_000)
})

describe('an offer', () => {
  let world: ReferralWorld
  beforeAll(async () => {
    world = await createReferralWorld()
  })
  afterAll(() => world.database.drop())

  it('needs the conflict check, days that follow one another, and a bedspace of the service', async () => {
    const target = await underReview(world, 'womensHouse', await anotherCase(world))
    const wanted = {
      ...target,
      bedspaceId: world.bedspaces.womensHouse[0] ?? '',
      fromOn: world.releaseOn,
      untilOn: null,
    }
    const make = (more: object) =>
      offerBedspace(
        world.app,
        world.viewers.firstWorker,
        { ...wanted, conflictCheckDone: true, ...more },
        form(),
      )
    expect(await make({ conflictCheckDone: false })).toEqual({ ok: false, reason: 'conflict_check_needed' })
    expect(await make({ untilOn: world.releaseOn })).toEqual({ ok: false, reason: 'dates_invalid' })
    expect(await make({ fromOn: '2027-01-31' })).toEqual({ ok: false, reason: 'night_in_past' })
    expect(await make({ bedspaceId: world.bedspaces.hostel[0] })).toEqual({
      ok: false,
      reason: 'bedspace_not_found',
    })
    expect(await claimsOn(world, 'womensHouse')).toEqual([])
  })

  it('is refused to a referral that nobody has taken to assess, and to the other side', async () => {
    const target = await submitted(world, 'womensHouse', await anotherCase(world))
    expect(await offer(world, 'womensHouse', target)).toEqual({
      ok: false,
      reason: 'state_does_not_allow',
      state: 'submitted',
    })
    const { secondWorker } = world.viewers
    const wanted = {
      bedspaceId: world.bedspaces.womensHouse[0] ?? '',
      fromOn: world.releaseOn,
      untilOn: null,
    }
    const result = await offerBedspace(
      world.app,
      secondWorker,
      { ...target, ...wanted, conflictCheckDone: true },
      form(),
    )
    expect(result).toEqual({ ok: false, reason: 'not_found' })
  })

  it('on an old page is refused with what the referral is now', async () => {
    const target = await underReview(world, 'womensHouse', await anotherCase(world))
    expect(await offer(world, 'womensHouse', { ...target, version: 1 })).toEqual({
      ok: false,
      reason: 'stale',
      state: 'under_review',
      version: 2,
    })
  })

  it('refused by the person frees the bedspace for the next', async () => {
    const target = await offered(world, 'womensHouse', await anotherCase(world))
    expect(await claimsOn(world, 'womensHouse')).toEqual([HOLD])
    const reasons = { primary: 'person.area', others: ['person.sharing'], note: 'Too near her old street' }
    const { lowNewtonOfficer } = world.viewers
    expect(await refuseOffer(world.app, lowNewtonOfficer, { ...target, reasons }, form())).toMatchObject({
      ok: true,
      state: 'refused',
    })
    expect(await claimsOn(world, 'womensHouse')).toEqual([])
    const seen = await findReferralFor(world.app, lowNewtonOfficer, target.referralId)
    expect(seen).toMatchObject({ primaryReason: 'person.area', otherReasons: ['person.sharing'] })
    expect(seen?.history[0]).toMatchObject({
      event: 'refuse',
      note: 'Too near her old street',
      byRole: 'officer',
    })
  })

  it('withdrawn by the officer frees the bedspace too', async () => {
    const target = await offered(world, 'womensHouse', await anotherCase(world))
    const reasons = { primary: 'withdrawn.safe_family', others: [], note: null }
    await withdrawReferral(world.app, world.viewers.lowNewtonOfficer, { ...target, reasons }, form())
    expect(await stateOf(world, target)).toBe('withdrawn')
    expect(await claimsOn(world, 'womensHouse')).toEqual([])
  })

  it('is answered once: a second sending gets the first answer, and is not a second acceptance', async () => {
    const target = await offered(world, 'womensHouse', await anotherCase(world), 1)
    const request = form()
    const accept = () =>
      acceptOffer(world.app, world.viewers.lowNewtonOfficer, { ...target, note: null }, request)
    const [first, second] = await Promise.all([accept(), accept()])
    expect(first).toMatchObject({ ok: true, state: 'accepted' })
    expect(second).toEqual(first)
    const late = await acceptOffer(
      world.app,
      world.viewers.lowNewtonOfficer,
      { ...target, note: null },
      form(),
    )
    expect(late).toMatchObject({ ok: false, reason: 'stale', state: 'accepted' })
  })
})

describe('an offer nobody answers', () => {
  let world: ReferralWorld
  let lapsed: ReferralTarget
  beforeAll(async () => {
    world = await createReferralWorld()
  })
  afterAll(() => world.database.drop())

  it('is due in two working days, and stands until then', async () => {
    const target = await offered(world, 'womensHouse', await anotherCase(world))
    const seen = await findReferralFor(world.app, world.viewers.firstWorker, target.referralId)
    expect(seen).toMatchObject({ dueAt: EXPIRY, actsNext: 'referrer', offer: { expiresAt: EXPIRY } })
    world.passTo(new Date(EXPIRY.getTime() - 1))
    expect(await expireOffers(world.worker)).toBe(0)
    expect(await stateOf(world, target)).toBe('offered')
  })

  it('cannot be accepted after its time, even before the clock has come round', async () => {
    const [target] = await openOffers(world)
    world.passTo(EXPIRY)
    const result = await acceptOffer(
      world.app,
      world.viewers.lowNewtonOfficer,
      { ...target, note: null },
      form(),
    )
    expect(result).toEqual({ ok: false, reason: 'offer_expired' })
  })

  it('lapses once, however many workers look: the bedspace is free, and the referral under review', async () => {
    const [target] = await openOffers(world)
    lapsed = target
    const expired = await Promise.all([expireOffers(world.worker), expireOffers(world.worker)])
    expect(expired.reduce((sum, count) => sum + count)).toBe(1)
    expect(await stateOf(world, target)).toBe('under_review')
    expect(await claimsOn(world, 'womensHouse')).toEqual([])
    const seen = await findReferralFor(world.app, world.viewers.firstWorker, target.referralId)
    // Wednesday 17:00, and three working days on.
    expect(seen).toMatchObject({ tier: 3, closedAt: null, dueAt: new Date('2027-02-08T17:00:00Z') })
    expect(seen?.history[0]).toMatchObject({ event: 'expire', from: 'offered', to: 'under_review' })
    const told = await messagesOwed(world, target, 'expire')
    const { lowNewtonOfficer, lowNewtonColleague, firstWorker, firstManager } = world.viewers
    expect(told.map(({ personId, template }) => `${template} ${personId}`).sort()).toEqual(
      [
        `offer_lapsed ${lowNewtonOfficer.personId}`,
        `offer_lapsed ${lowNewtonColleague.personId}`,
        `offer_lapsed_here ${firstWorker.personId}`,
        `offer_lapsed_here ${firstManager.personId}`,
      ].sort(),
    )
  })

  it('ends reading and frees the bedspace when it lapses the second time', async () => {
    const target = await current(world, lapsed)
    expect(await offer(world, 'womensHouse', target)).toMatchObject({ ok: true, state: 'offered' })
    expect(await claimsOn(world, 'womensHouse')).toEqual([HOLD])
    expect(await expireOffers(world.worker)).toBe(0)
    // Offered on Wednesday at 17:00 for two working days.
    world.passTo(new Date('2027-02-05T17:00:00Z'))
    expect(await expireOffers(world.worker)).toBe(1)
    expect(await stateOf(world, target)).toBe('expired')
    expect(await claimsOn(world, 'womensHouse')).toEqual([])
    const seen = await findReferralFor(world.app, world.viewers.firstWorker, target.referralId)
    expect(seen).toMatchObject({ tier: 1, person: { identity: null } })
    expect(seen?.history[0]).toMatchObject({ event: 'expire', byRole: 'clock', byPerson: null })
  })

  it('gives way to the next offer on the same bedspace before the clock has come round', async () => {
    world.passTo(MONDAY_9)
    const first = await offered(world, 'womensHouse', await anotherCase(world))
    const second = await underReview(world, 'womensHouse', await anotherCase(world))
    expect(await offer(world, 'womensHouse', second)).toMatchObject({ ok: false, reason: 'bedspace_taken' })
    world.passTo(EXPIRY)
    expect(await offer(world, 'womensHouse', second)).toMatchObject({ ok: true, state: 'offered' })
    expect(await claimsOn(world, 'womensHouse')).toEqual([HOLD])
    await expireOffers(world.worker)
    expect(await stateOf(world, first)).toBe('under_review')
    expect(await claimsOn(world, 'womensHouse')).toEqual([HOLD])
  })

  it('gives way to a void too', async () => {
    world.passTo(MONDAY_9)
    await offered(world, 'refuge', await anotherCase(world))
    const bedspaceId = world.bedspaces.refuge[0] ?? ''
    const repair = { bedspaceId, reason: 'repair', fromOn: '2027-03-01', untilOn: null } as const
    const make = () => addVoid(world.app, world.viewers.firstWorker, repair, form())
    expect(await make()).toEqual({ ok: false, reason: 'bedspace_taken', until: '2027-06-02' })
    world.passTo(EXPIRY)
    expect(await make()).toMatchObject({ ok: true })
    expect(await claimsOn(world, 'refuge')).toEqual(['void [2027-03-01,)'])
  })

  it('can be extended once, with a reason', async () => {
    world.passTo(MONDAY_9)
    const target = await offered(world, 'womensHouse', await anotherCase(world), 1)
    const { firstWorker } = world.viewers
    const extend = async (reason: string) =>
      extendOffer(world.app, firstWorker, { ...(await current(world, target)), reason }, form())
    expect(await extend(' ')).toEqual({ ok: false, reason: 'missing', missing: 'note' })
    expect(await extend('The prison is locked down')).toMatchObject({ ok: true, state: 'offered' })
    const seen = await findReferralFor(world.app, firstWorker, target.referralId)
    expect(seen?.offer?.expiresAt).toEqual(new Date('2027-02-05T17:00:00Z'))
    expect(await extend('Still')).toEqual({ ok: false, reason: 'already_extended' })
    world.passTo(EXPIRY)
    await expireOffers(world.worker)
    expect(await stateOf(world, target)).toBe('offered')
  })

  it('of a landlord who holds for a day is not held longer by more time to answer', async () => {
    world.passTo(MONDAY_9)
    const { refuge } = world.services
    await world.database.owner.updateTable('service').set({ holdDays: 1 }).where('id', '=', refuge).execute()
    const target = await offered(world, 'refuge', await anotherCase(world), 1)
    const extended = { ...target, reason: 'The prison is locked down' }
    expect(await extendOffer(world.app, world.viewers.firstWorker, extended, form())).toMatchObject({
      ok: true,
    })
    const second = await underReview(world, 'refuge', await anotherCase(world))
    world.passTo(new Date('2027-02-02T08:59:00Z'))
    expect(await offer(world, 'refuge', second, 1)).toMatchObject({ ok: false, reason: 'bedspace_taken' })
    world.passTo(new Date('2027-02-02T09:00:00Z'))
    expect(await offer(world, 'refuge', second, 1)).toMatchObject({ ok: true })
    expect(await stateOf(world, target)).toBe('offered')
  })

  it('of a landlord who holds nothing leaves the bedspace to whoever is quicker', async () => {
    world.passTo(MONDAY_9)
    const { hostel } = world.services
    await world.database.owner.updateTable('service').set({ holdDays: 0 }).where('id', '=', hostel).execute()
    const first = await offered(world, 'hostel', await anotherCase(world))
    const second = await accepted(world, 'hostel', await anotherCase(world))
    expect([await stateOf(world, first), await stateOf(world, second)]).toEqual(['offered', 'accepted'])
    const late = await acceptOffer(
      world.app,
      world.viewers.lowNewtonOfficer,
      { ...first, note: null },
      form(),
    )
    expect(late).toEqual({ ok: false, reason: 'bedspace_taken', until: '2027-06-02' })
    expect(await claimsOn(world, 'hostel')).toEqual([HOLD])
  })
})

describe('unnamed bedspaces of a count', () => {
  it('stand for one another until none is left', async () => {
    const world = await createReferralWorld()
    const { owner } = world.database
    await owner
      .updateTable('bedspace')
      .set({ named: false })
      .where('serviceId', '=', world.services.hostel)
      .execute()
    await offered(world, 'hostel', await anotherCase(world))
    await offered(world, 'hostel', await anotherCase(world))
    expect([await claimsOn(world, 'hostel', 0), await claimsOn(world, 'hostel', 1)]).toEqual([[HOLD], [HOLD]])
    const third = await underReview(world, 'hostel', await anotherCase(world))
    expect(await offer(world, 'hostel', third)).toMatchObject({ ok: false, reason: 'bedspace_taken' })
    await world.database.drop()
  })

  it('make room for days that would fit if the others lay differently', async () => {
    const world = await createReferralWorld()
    const { owner } = world.database
    const { hostel } = world.services
    await owner.updateTable('bedspace').set({ named: false }).where('serviceId', '=', hostel).execute()
    const give = async (bed: number, fromOn: string, untilOn: string) => {
      const target = await underReview(world, 'hostel', await anotherCase(world))
      const bedspaceId = world.bedspaces.hostel[bed] ?? ''
      const wanted = { ...target, bedspaceId, fromOn, untilOn, conflictCheckDone: true }
      return offerBedspace(world.app, world.viewers.secondWorker, wanted, form())
    }
    await give(0, '2027-03-01', '2027-03-05')
    await give(1, '2027-03-15', '2027-03-31')
    expect(await give(0, '2027-03-05', '2027-03-17')).toMatchObject({ ok: true })
    expect([await claimsOn(world, 'hostel', 0), await claimsOn(world, 'hostel', 1)]).toEqual([
      ['hold [2027-03-01,2027-03-09)', 'hold [2027-03-15,2027-04-02)'],
      ['hold [2027-03-05,2027-03-19)'],
    ])
    expect(await give(0, '2027-03-16', '2027-03-20')).toMatchObject({ ok: false, reason: 'bedspace_taken' })
    await world.database.drop()
  })
})

type Prepare = (world: ReferralWorld) => Promise<void>

const keepConstraint: Prepare = () => Promise.resolve()

const dropConstraint: Prepare = async world => {
  await sql`alter table bedspace_claim drop constraint bedspace_claimed_once`.execute(world.database.owner)
}

/** Fifty referrals of fifty cases, all offered the same bedspace for the same days in the same instant. */
async function fiftyAtOnce(prepare: Prepare): Promise<{ results: ActResult[]; claims: string[] }> {
  const world = await createReferralWorld()
  await prepare(world)
  const targets: ReferralTarget[] = []
  for (let count = 0; count < AT_ONCE; count += 1) {
    targets.push(await underReview(world, 'womensHouse', await anotherCase(world)))
  }
  const db = createDatabase(world.database.urls.app, {
    max: 25,
    statementTimeoutMs: 30_000,
    connectTimeoutMs: 30_000,
  })
  const crowd = { ...world, app: { ...world.app, db } }
  const results = await Promise.all(targets.map(target => offer(crowd, 'womensHouse', target)))
  await db.destroy()
  const claims = await claimsOn(world, 'womensHouse')
  await world.database.drop()
  return { results, claims }
}

async function openOffers(world: ReferralWorld): Promise<[ReferralTarget]> {
  const { id, version } = await world.database.owner
    .selectFrom('referral')
    .select(['id', 'version'])
    .where('state', '=', 'offered')
    .executeTakeFirstOrThrow()
  return [{ referralId: id, version }]
}
