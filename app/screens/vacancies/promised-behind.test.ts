import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  accepted,
  anotherCase,
  createReferralWorld,
  form,
  offered,
  type ReferralWorld,
  seenBy,
  stateOf,
} from '@tests/factories/referral-world'
import type { ReferralTarget } from '~/domain/referral/events/act-on-referral.server'
import { promisedBehind } from '~/domain/referral/offer/promised-behind.server'
import { changeStay } from '~/domain/referral/stay/change-stay.server'
import { markTaken } from '~/domain/vacancy/claims/take-bedspace.server'
import { vacancyBoardFor } from '~/domain/vacancy/own/own-bedspaces.server'
import type { StayChange } from '~/domain/vacancy/vacancy-form'
import { referralButtons } from '~/screens/referral/buttons'
import { conflictWarning } from '~/screens/referral/standing'
import { promisedBehindWords, sentToReconfirm } from './promised-behind'

const MONDAY = new Date('2027-02-01T09:00:00Z')
/** Thursday 4 March and two working days: Monday 8, the first day of what is promised. */
const SURE: StayChange = { kind: 'leaves', leaves: { on: '2027-03-04', isSure: true } }

let world: ReferralWorld
let stay: string
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
  await world.database.owner.updateTable('referral').set({ state: 'withdrawn', closedAt: MONDAY }).execute()
  await markTaken(world.app, world.viewers.firstWorker, world.bedspaces.womensHouse[0] ?? '', form())
  const board = await vacancyBoardFor(
    world.app.db,
    world.viewers.firstWorker,
    world.services.womensHouse,
    MONDAY,
  )
  stay = board?.stays.get(world.bedspaces.womensHouse[0] ?? '')?.claimId ?? ''
  await say(SURE)
})

describe('what is said of a promise before somebody stays on in front of it', () => {
  it('is nothing where nothing is promised', async () => {
    expect(await behind()).toBeNull()
  })

  it('names the place, the last day that keeps it, and what follows for whom', async () => {
    const target = await accepted(world, 'womensHouse', await anotherCase(world))
    const { reference } = await seen(target)
    const room = (await seen(target)).offer?.bedspaceName
    expect(await words()).toBe(
      `${room} is promised to ${reference} from Mon 8 March. Unless the person has left, or leaves on a day that is sure, Thu 4 March at the latest, that place goes to “to reconfirm”, and its referrer is told that somebody still stays here. Nothing is cancelled.`,
    )
    expect(await words('2027-03-05')).toContain(
      'from Mon 8 March. Unless the person has left, that place goes to “to reconfirm”',
    )
    expect(sentToReconfirm(await behind())).toEqual([])
  })

  it('says of an offer that it is one', async () => {
    await offered(world, 'womensHouse', await anotherCase(world))
    expect(await words()).toContain('that offer goes to “to reconfirm”')
  })

  it('is said of one that is to be reconfirmed already, and leads to it once that is saved', async () => {
    const target = await accepted(world, 'womensHouse', await anotherCase(world))
    const { reference } = await seen(target)
    await say({ kind: 'stays' })
    expect(await words()).toContain(
      'and that place is to be reconfirmed. Unless the person has left, or leaves on a day that is sure, Thu 4 March at the latest, it still cannot be.',
    )
    expect(sentToReconfirm(await behind())).toEqual([
      { text: `${reference} is to be reconfirmed: open it`, href: `/referrals/${target.referralId}` },
    ])
  })

  it('is no matter of one tap: a departure that was none is taken back on the page that says it', async () => {
    const target = await accepted(world, 'womensHouse', await anotherCase(world))
    world.passTo(new Date('2027-02-03T09:00:00Z'))
    expect(await say({ kind: 'left', on: '2027-02-03' })).toMatchObject({ ok: true })
    expect(await words('2027-02-03')).toContain('from Mon 8 March. Unless the person has left')
    expect(await say({ kind: 'stays', unasked: true })).toEqual({
      ok: false,
      reason: 'promised_to_referral',
    })
    expect(await stateOf(world, target)).toBe('accepted')
    expect(await say({ kind: 'stays' })).toMatchObject({ ok: true })
    expect(await stateOf(world, target)).toBe('to_reconfirm')
  })
})

describe('a place behind somebody who stays on', () => {
  it('offers no reconfirming that would be refused, and says why and what to do, to each side its own', async () => {
    const target = await accepted(world, 'womensHouse', await anotherCase(world))
    await say({ kind: 'stays' })
    const here = await seen(target)
    const room = here.offer?.bedspaceName
    expect(buttons(here)).not.toContain('reconfirm')
    expect(buttons(here)).toEqual(expect.arrayContaining(['other_room', 'take_back_place', 'decline']))
    const why = `Somebody still stays in ${room}, and nobody has recorded the departure.`
    expect(conflictWarning(here)).toBe(
      `${why} This can be reconfirmed once it is recorded on your vacancies that the person there has left, or leaves in time on a day that is sure. Until then give another room, or decline with a reason.`,
    )
    const there = await seenBy(world, world.viewers.lowNewtonOfficer, target)
    expect(conflictWarning(there)).toBe(
      `${why} The provider can reconfirm only once it is free on its days. Phone, to agree what to do meanwhile.`,
    )
    await say(SURE)
    const again = await seen(target)
    expect(conflictWarning(again)).toBeNull()
    expect(buttons(again)).toContain('reconfirm')
  })
})

function buttons(referral: Awaited<ReturnType<typeof seen>>): string[] {
  return referralButtons({ ...referral, refused: {}, viewerId: 'me' }, world.app.clock()).map(
    ({ event }) => event,
  )
}

function seen(target: ReferralTarget) {
  return seenBy(world, world.viewers.firstWorker, target)
}

function say(change: StayChange) {
  return changeStay(world.app, world.viewers.firstWorker, { claimId: stay, change }, form())
}

function behind() {
  return promisedBehind(world.app, world.viewers.firstWorker, stay)
}

async function words(today = '2027-02-01'): Promise<string | null> {
  const promised = await behind()
  return promised && promisedBehindWords(promised, today)
}
