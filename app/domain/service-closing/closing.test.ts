import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '@db/id'
import { asViewer } from '@db/viewer-transaction'
import { addService } from '@tests/factories/service'
import { messagesOwed } from '@tests/factories/messages-owed'
import {
  accepted,
  anotherCase,
  claimsOn,
  createReferralWorld,
  ELIGIBLE,
  form,
  next,
  offered,
  type ReferralWorld,
  stateOf,
  submitted,
  underReview,
} from '@tests/factories/referral-world'
import { changeStanding } from '../entry/change-standing.server'
import { nominate } from '../nomination/nominate.server'
import { markArrived } from '../referral/events/arrive/act.server'
import { checkNewReferral } from '../referral/submit/check-new-referral.server'
import { insertReferral } from '../referral/submit/insert-referral.server'
import type { NewReferral } from '../referral/submit/new-referral'
import { submitReferral } from '../referral/submit/submit-referral.server'
import { changeStandingAlone } from '../service/hold-standing.server'
import { londonDay } from '../time/calendar'
import { bedsLivedIn } from '../vacancy/claims/lived-in.server'
import { markTaken } from '../vacancy/claims/take-bedspace.server'
import { setFreeCount } from '../vacancy/count/set-count.server'
import { closeService } from './close-service.server'
import { type Closing, closingForm, tickOf } from './closing-form'
import { openReferralsAt } from './open-referrals.server'

let world: ReferralWorld
beforeAll(async () => {
  world = await createReferralWorld()
})
afterAll(() => world.database.drop())

const REASONS = { primary: 'capacity.not_enough_staff', others: [], note: 'This service is closing.' }

async function versionOf(serviceId: string): Promise<number> {
  const { version } = await world.database.owner
    .selectFrom('service')
    .select('version')
    .where('id', '=', serviceId)
    .executeTakeFirstOrThrow()
  return version
}

async function close(ticked: { referralId: string; version: number }[], viewer = world.viewers.firstManager) {
  const serviceId = world.services.womensHouse
  const closing: Closing = { intent: 'close', ticked, nominations: [], reasons: REASONS }
  return closeService(world.app, viewer, { serviceId, version: await versionOf(serviceId), closing }, form())
}

async function openAgain(serviceId: string) {
  const change = { serviceId, version: await versionOf(serviceId), change: { intent: 'open' } } as const
  expect(await changeStanding(world.app, world.viewers.firstManager, change, form())).toMatchObject({
    ok: true,
  })
}

async function isClosed(serviceId: string): Promise<boolean> {
  const { archivedAt } = await world.database.owner
    .selectFrom('service')
    .select('archivedAt')
    .where('id', '=', serviceId)
    .executeTakeFirstOrThrow()
  return archivedAt !== null
}

describe('a service that closes', () => {
  it('declines each referral that is open there, wherever it stands, or changes nothing', async () => {
    const { firstManager, lowNewtonOfficer } = world.viewers
    const held = await offered(world, 'womensHouse', await anotherCase(world), 0)
    const place = await accepted(world, 'womensHouse', await anotherCase(world), 1)
    const caseId = await anotherCase(world)
    const parked = await underReview(world, 'womensHouse', caseId)
    await accepted(world, 'hostel', caseId)
    const fresh = await submitted(world, 'womensHouse', await anotherCase(world))
    expect(await stateOf(world, parked)).toBe('parked')

    const listed = await openReferralsAt(world.app, firstManager, world.services.womensHouse)
    expect(listed.map(({ state, release, hasArrived }) => [state, release, hasArrived])).toEqual(
      ['Offered', 'Accepted', 'Parked', 'Submitted'].map(state => [
        state,
        'Release in the week of Mon 8 March',
        false,
      ]),
    )
    expect(await openReferralsAt(world.app, lowNewtonOfficer, world.services.womensHouse)).toEqual([])
    expect(await close(listed.slice(1))).toEqual({ ok: false, reason: 'not_ticked' })
    const stale = listed.map(each => (each.state === 'Offered' ? { ...each, version: 1 } : each))
    expect(await close(stale)).toEqual({ ok: false, reason: 'referral_moved' })
    expect(await close(listed, world.viewers.secondWorker)).toEqual({ ok: false, reason: 'not_found' })
    expect(await isClosed(world.services.womensHouse)).toBe(false)
    expect(await stateOf(world, fresh)).toBe('submitted')
    expect(await claimsOn(world, 'womensHouse', 0)).toHaveLength(1)

    expect(await close(listed)).toEqual({ ok: true, serviceId: world.services.womensHouse })
    for (const target of [held, place, parked, fresh]) {
      expect(await stateOf(world, target)).toBe('declined')
      const told = await messagesOwed(world, target, 'decline')
      expect(told.map(({ personId, template }) => [personId, template])).toContainEqual([
        lowNewtonOfficer.personId,
        target === place ? 'declined_with_place' : 'declined',
      ])
    }
    expect([await claimsOn(world, 'womensHouse', 0), await claimsOn(world, 'womensHouse', 1)]).toEqual([
      [],
      [],
    ])
    await openAgain(world.services.womensHouse)
  })

  it('waits for those who live there', async () => {
    const target = await accepted(world, 'womensHouse', await anotherCase(world), 2)
    world.passTo(new Date('2027-03-08T15:00:00Z'))
    const stay = { arrivedOn: '2027-03-08', expectedDepartureOn: '2027-05-31', note: null } as const
    const came = next(
      target,
      await markArrived(world.app, world.viewers.firstWorker, { ...target, ...stay }, form()),
    )
    const [listed] = await openReferralsAt(world.app, world.viewers.firstManager, world.services.womensHouse)
    expect(listed?.hasArrived).toBe(true)
    expect(await close([came])).toEqual({ ok: false, reason: 'open_there' })
    expect(await isClosed(world.services.womensHouse)).toBe(false)
  })
})

describe('a service with people in its beds by other routes', () => {
  it('waits for them alike, in rooms and in counted beds, and says how many', async () => {
    const { firstManager } = world.viewers
    const { id: serviceId, bedspaceIds } = await addService(world.database.owner, {
      organisationId: firstManager.organisationId,
      kind: 'supported_housing',
      bedspaces: 3,
    })
    const livedIn = () =>
      asViewer(world.app.db, firstManager, trx => bedsLivedIn(trx, serviceId, londonDay(world.app.clock())))
    const closeIt = async () => {
      const closing: Closing = { intent: 'close', ticked: [], nominations: [], reasons: null }
      const version = await versionOf(serviceId)
      return closeService(world.app, firstManager, { serviceId, version, closing }, form())
    }
    for (const bedspaceId of bedspaceIds.slice(0, 2))
      expect(await markTaken(world.app, firstManager, bedspaceId, form())).toMatchObject({ ok: true })
    expect(await livedIn()).toBe(2)
    expect(await closeIt()).toEqual({ ok: false, reason: 'open_there' })
    expect(await isClosed(serviceId)).toBe(false)

    const asCount = { named: false, position: 1 }
    await world.database.owner
      .updateTable('bedspace')
      .set(asCount)
      .where('serviceId', '=', serviceId)
      .execute()
    expect(await closeIt()).toEqual({ ok: false, reason: 'open_there' })
    const leave = { serviceId, free: 3 }
    expect(await setFreeCount(world.app, firstManager, leave, form())).toMatchObject({ ok: true })
    expect(await livedIn()).toBe(0)
    expect(await closeIt()).toEqual({ ok: true, serviceId })
  })
})

describe('a referral sent in the instant of closing', () => {
  it('waits for the closing, and then finds the service gone', async () => {
    const [caseId, serviceId] = [await anotherCase(world), world.services.refuge]
    const wanted = wantedOf(caseId, serviceId)
    const { owner } = world.database
    let sending: ReturnType<typeof submitReferral> | undefined
    await owner.transaction().execute(async trx => {
      await sql`select pg_advisory_xact_lock(hashtextextended(${`standing of service ${serviceId}`}::text, 0))`.execute(
        trx,
      )
      sending = submitReferral(world.app, world.viewers.lowNewtonOfficer, wanted, form())
      await waitingFor('ShareLock')
      await trx
        .updateTable('service')
        .set({ archivedAt: new Date('2027-02-01T09:00:00Z') })
        .where('id', '=', serviceId)
        .execute()
    })
    expect(await sending).toEqual({ ok: false, reason: 'service_not_found' })
    await owner.updateTable('service').set({ archivedAt: null }).where('id', '=', serviceId).execute()
  })

  it('is what the closing waits for, which then finds it open there', async () => {
    const [caseId, serviceId] = [await anotherCase(world), world.services.refuge]
    const version = await versionOf(serviceId)
    const { lowNewtonOfficer, firstManager } = world.viewers
    let closing: ReturnType<typeof closeService> | undefined
    await asViewer(world.app.db, lowNewtonOfficer, async trx => {
      const wanted = wantedOf(caseId, serviceId)
      const checked = await checkNewReferral(trx, lowNewtonOfficer, wanted)
      if (!checked.ok) throw new Error(checked.reason)
      const nothing: Closing = { intent: 'close', ticked: [], nominations: [], reasons: null }
      closing = closeService(world.app, firstManager, { serviceId, version, closing: nothing }, form())
      await waitingFor('ExclusiveLock')
      await insertReferral(world.app, trx, lowNewtonOfficer, wanted, checked)
    })
    expect(await closing).toEqual({ ok: false, reason: 'not_ticked' })
    expect(await isClosed(serviceId)).toBe(false)
  })
})

function wantedOf(caseId: string, serviceId: string): NewReferral {
  return { caseId, serviceId, agreed: true, agreedTier: 3, decision: ELIGIBLE, justification: null }
}

/** Until somebody waits for an advisory lock of this kind. */
async function waitingFor(mode: 'ShareLock' | 'ExclusiveLock'): Promise<void> {
  const { rows } = await sql<{ many: string }>`
    select count(*) as many from pg_locks l join pg_database d on d.oid = l.database
    where locktype = 'advisory' and mode = ${mode} and not granted and datname = current_database()`.execute(
    world.database.owner,
  )
  if (Number(rows[0]?.many) === 0) await waitingFor(mode)
}

describe('a nomination in that instant', () => {
  it('waits for the closing too', async () => {
    const [caseId, serviceId] = [await anotherCase(world), world.services.refuge]
    let naming: ReturnType<typeof nominate> | undefined
    await asViewer(world.app.db, world.viewers.firstManager, async trx => {
      await changeStandingAlone(trx, serviceId)
      const wanted = { caseId, serviceId, cohortId: null, agreed: 'yes' } as const
      naming = nominate(world.app, world.viewers.lowNewtonOfficer, wanted, form())
      await waitingFor('ShareLock')
    })
    // No programme, and it said so only when the service stood still.
    expect(await naming).toEqual({ ok: false, reason: 'not_found' })
  })
})

describe('the form that closes', () => {
  it('asks for the reason once something is ticked, and takes one tick as a list', () => {
    const tick = tickOf(newId(), 3)
    expect(closingForm.safeParse({ intent: 'close' }).data).toEqual({
      intent: 'close',
      ticked: [],
      nominations: [],
      reasons: null,
    })
    const wordless = closingForm.safeParse({ intent: 'close', decline: tick })
    expect(wordless.error?.issues.map(({ path }) => path)).toEqual([['primary']])
    const whole = closingForm.safeParse({ intent: 'close', decline: tick, primary: REASONS.primary })
    const named = closingForm.safeParse({ intent: 'close', leave: [tick, tick] })
    expect(named.data?.nominations[1]).toEqual({ nominationId: tick.slice(0, 36), version: 3 })
    expect(whole.data?.ticked).toEqual([{ referralId: tick.slice(0, 36), version: 3 }])
    expect(closingForm.safeParse({ intent: 'close', decline: 'a name' }).success).toBe(false)
  })
})
