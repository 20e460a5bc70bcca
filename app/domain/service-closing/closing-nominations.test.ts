import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asViewer } from '@db/viewer-transaction'
import { addService } from '@tests/factories/service'
import { anotherCase, createReferralWorld, form, type ReferralWorld } from '@tests/factories/referral-world'
import { findClosedService } from '../service/closed-service.server'
import { findNomination } from '../nomination/nominations.server'
import { nominate } from '../nomination/nominate.server'
import { closeService } from './close-service.server'
import { openNominationsAt } from './open-nominations.server'

/** Monday 1 February 2027. */
let world: ReferralWorld
beforeAll(async () => {
  world = await createReferralWorld()
})
afterAll(() => world.database.drop())

/** A programme with one run of two places, and two who are nominated for it. */
async function nominated() {
  const run = { startsOn: '2027-02-08', endsOn: '2027-03-05', lastReferralOn: '2027-02-05' }
  const { id: serviceId } = await addService(world.database.owner, {
    organisationId: world.viewers.firstManager.organisationId,
    kind: 'parenting_programme',
    policy: {},
    programme: { deliveredIn: ['prison'], prisonCodes: ['LNI'], childContactClearance: false },
    cohorts: [{ ...run, capacity: 2, taken: 0, waiting: 0 }],
  })
  const { id: cohortId } = await world.database.owner
    .selectFrom('cohort')
    .select('id')
    .where('serviceId', '=', serviceId)
    .executeTakeFirstOrThrow()
  for (const _ of [1, 2]) {
    const wanted = { caseId: await anotherCase(world), serviceId, cohortId, agreed: 'yes' } as const
    expect(await nominate(world.app, world.viewers.lowNewtonOfficer, wanted, form())).toMatchObject({
      ok: true,
    })
  }
  return serviceId
}

async function close(serviceId: string, nominations: { nominationId: string; version: number }[]) {
  const { version } = await world.database.owner
    .selectFrom('service')
    .select('version')
    .where('id', '=', serviceId)
    .executeTakeFirstOrThrow()
  const closing = { intent: 'close' as const, ticked: [], nominations, reasons: null }
  return closeService(world.app, world.viewers.firstManager, { serviceId, version, closing }, form())
}

async function standings(serviceId: string) {
  const rows = await world.database.owner
    .selectFrom('nomination')
    .select(['state', 'leftReason'])
    .where('serviceId', '=', serviceId)
    .execute()
  return rows.map(({ state, leftReason }) => [state, leftReason])
}

describe('a programme that closes', () => {
  it('ends every nomination that is open there, and tells each team, or changes nothing', async () => {
    const serviceId = await nominated()
    const { firstManager, secondWorker } = world.viewers
    const listed = await openNominationsAt(world.app, firstManager, serviceId)
    expect(listed.map(({ title, stands }) => [title, stands])).toEqual([
      ['Nominated on Mon 1 February', 'Nominated. Run from Mon 8 February'],
      ['Nominated on Mon 1 February', 'Nominated. Run from Mon 8 February'],
    ])
    expect(await openNominationsAt(world.app, secondWorker, serviceId)).toEqual([])

    const [first] = listed
    if (!first) throw new Error('none')
    expect(await close(serviceId, [first])).toEqual({ ok: false, reason: 'not_ticked' })
    expect(await close(serviceId, [...listed.slice(1), { ...first, version: 9 }])).toEqual({
      ok: false,
      reason: 'referral_moved',
    })
    expect(await standings(serviceId)).toEqual([
      ['nominated', null],
      ['nominated', null],
    ])
    expect(await close(serviceId, listed)).toEqual({ ok: true, serviceId })
    expect(await standings(serviceId)).toEqual([
      ['left', 'no_place'],
      ['left', 'no_place'],
    ])
    const { lowNewtonOfficer } = world.viewers
    const asRead = await asViewer(world.app.db, lowNewtonOfficer, trx =>
      findNomination(trx, lowNewtonOfficer, first.nominationId),
    )
    expect(asRead?.isProgrammeClosed).toBe(true)
    const steps = await world.database.owner
      .selectFrom('nominationStep as h')
      .innerJoin('nomination as n', 'n.id', 'h.nominationId')
      .select(['h.event', 'h.bySide'])
      .where('n.serviceId', '=', serviceId)
      .where('h.event', '=', 'leave')
      .execute()
    expect(steps).toEqual([
      { event: 'leave', bySide: 'provider' },
      { event: 'leave', bySide: 'provider' },
    ])
  })
})

describe('what anybody reads of a service that has closed', () => {
  const signedOut = { kind: 'public' } as const
  const find = (id: string) => findClosedService(world.app.db, signedOut, id)
  const CLOSED = new Date('2027-01-15T12:00:00Z')

  it('is its name and the day, where it stood in the public directory; of every other nothing', async () => {
    const add = async (set: object) => {
      const { id } = await addService(world.database.owner, {
        organisationId: world.viewers.firstManager.organisationId,
        name: 'Teasel House',
      })
      await world.database.owner
        .updateTable('service')
        .set({ archivedAt: CLOSED, ...set })
        .where('id', '=', id)
        .execute()
      return id
    }
    expect(await find(await add({}))).toEqual({ name: 'Teasel House', closedAt: CLOSED })
    expect(await find(await add({ archivedAt: null }))).toBeNull()
    expect(await find(await add({ visibility: 'professionals' }))).toBeNull()
    expect(await find(await add({ confidential: true }))).toBeNull()
    expect(await find(await add({ approvedAt: null }))).toBeNull()
    expect(await find('x')).toBeNull()
  })
})
