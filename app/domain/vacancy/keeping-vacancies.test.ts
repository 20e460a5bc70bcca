import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SmallService } from '@db/seeds/small-services'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import {
  accepted,
  anotherCase,
  claimsOn,
  createReferralWorld,
  form,
  type ReferralWorld,
  submitted,
} from '@tests/factories/referral-world'
import { withdrawReferral } from '../referral/events/withdraw/act.server'
import { addVoid } from './claims/add-void.server'
import { changeStay } from '../referral/stay/change-stay.server'
import { claimBedspace, releaseClaims } from './claims/claim-bedspace.server'
import { confirmVacancies } from './freshness/confirm-vacancies.server'
import { vacancyBoardFor } from './own/own-bedspaces.server'
import { releaseClaim } from './claims/release-claim.server'
import { setBeds } from './count/set-beds.server'
import { setFreeCount } from './count/set-count.server'
import { markTaken } from './claims/take-bedspace.server'
import { vacancyRefusalText } from './vacancy-result'

const TUESDAY = new Date('2027-02-02T09:00:00Z')

let world: ReferralWorld
beforeAll(async () => {
  world = await createReferralWorld()
})
afterAll(() => world.database.drop())

function board(service: 'womensHouse' | 'hostel' = 'womensHouse', viewer = world.viewers.firstWorker) {
  return vacancyBoardFor(world.app.db, viewer, world.services[service], world.app.clock())
}

describe('keeping vacancies true', () => {
  it('is one tap to confirm, for the service’s own people alone', async () => {
    world.passTo(TUESDAY)
    const { womensHouse } = world.services
    const { firstWorker, secondWorker, lowNewtonOfficer } = world.viewers
    for (const stranger of [secondWorker, lowNewtonOfficer]) {
      expect(await confirmVacancies(world.app, stranger, womensHouse, form())).toEqual({
        ok: false,
        reason: 'not_found',
      })
      expect(await board('womensHouse', stranger)).toBeNull()
    }
    expect(await confirmVacancies(world.app, firstWorker, womensHouse, form())).toEqual({
      ok: true,
      serviceId: womensHouse,
    })
    expect(await board()).toMatchObject({
      confirmedAt: TUESDAY,
      freshness: { state: 'confirmed', freshUntil: new Date('2027-02-09T09:00:00Z') },
      vacancy: { total: 3, free: 3 },
    })
  })

  it('is one tap to say a bed was taken from another route, with no person', async () => {
    const bedspaceId = world.bedspaces.womensHouse[0] ?? ''
    const taken = await markTaken(world.app, world.viewers.firstWorker, bedspaceId, form())
    expect(taken).toMatchObject({ ok: true })
    expect(await claimsOn(world, 'womensHouse')).toEqual(['occupied [2027-02-02,)'])
    const shown = await board()
    expect(shown?.vacancy).toEqual({ total: 3, free: 2, limited: null, expected: null, voids: 0 })
    expect(shown?.bedspaces[0]?.today).toEqual({
      kind: 'occupied',
      lastOn: null,
      from: '2027-02-02',
      until: null,
      voidReason: null,
      leaves: null,
    })
  })

  it('is refused to others, and where the bedspace is claimed already', async () => {
    const bedspaceId = world.bedspaces.womensHouse[0] ?? ''
    const again = { bedspaceId, reason: 'repair', fromOn: '2027-02-20', untilOn: null } as const
    expect(await addVoid(world.app, world.viewers.firstWorker, again, form())).toEqual({
      ok: false,
      reason: 'bedspace_taken',
      until: null,
    })
    expect(await addVoid(world.app, world.viewers.secondWorker, again, form())).toEqual({
      ok: false,
      reason: 'not_found',
    })
  })

  it('frees a void early, and leaves a referral’s hold to the referral and a stay to its end', async () => {
    const { firstWorker } = world.viewers
    const release = (id = '') => releaseClaim(world.app, firstWorker, id, form())
    const stay = (await board())?.bedspaces[0]?.claims[0]
    expect(await release(stay?.id)).toEqual({ ok: false, reason: 'stay_goes_on' })
    const change = { claimId: stay?.id ?? '', change: { kind: 'left', on: '2027-02-02' } } as const
    expect(await changeStay(world.app, firstWorker, change, form())).toMatchObject({ ok: true })
    const bedspaceId = world.bedspaces.womensHouse[0] ?? ''
    const repair = { bedspaceId, reason: 'repair', fromOn: '2027-02-02', untilOn: null } as const
    await addVoid(world.app, firstWorker, repair, form())
    const claim = (await board())?.bedspaces[0]?.claims[0]
    expect(await release(claim?.id)).toMatchObject({ ok: true })
    expect(await release(claim?.id)).toEqual({ ok: false, reason: 'claim_over' })
    expect(await claimsOn(world, 'womensHouse')).toEqual([])
    await accepted(world, 'womensHouse', await anotherCase(world))
    const hold = (await board())?.bedspaces[0]?.claims[0]
    expect(hold?.kind).toBe('hold')
    expect(await release(hold?.id)).toEqual({ ok: false, reason: 'held_for_referral' })
    expect(await release(crypto.randomUUID())).toEqual({ ok: false, reason: 'not_found' })
  })
})

describe('a claim on a bedspace', () => {
  const claiming = async (viewer: SignedInViewer, service: SmallService, on: ReferralWorld) =>
    asViewer(on.app.db, viewer, trx =>
      claimBedspace(
        trx,
        {
          bedspaceId: on.bedspaces[service][1] ?? '',
          kind: 'void',
          from: '2030-01-01',
          until: null,
          voidReason: 'repair',
        },
        on.app.clock(),
      ),
    ).then(
      made => made.ok,
      (error: unknown) => error instanceof Error && error.message,
    )
  const REFUSED = 'new row violates row-level security policy for table "bedspace_claim"'

  it('is made by nobody but the provider and those with an open referral there, says the database', async () => {
    const apart = await createReferralWorld()
    const { firstWorker, secondWorker, durhamOfficer, lowNewtonOfficer } = apart.viewers
    expect(await claiming(secondWorker, 'refuge', apart)).toBe(REFUSED)
    expect(await claiming(durhamOfficer, 'refuge', apart)).toBe(REFUSED)
    expect(await claiming(lowNewtonOfficer, 'refuge', apart)).toBe(REFUSED)
    expect(await claiming(firstWorker, 'refuge', apart)).toBe(true)
    const target = await submitted(apart, 'hostel', await anotherCase(apart))
    expect(await claiming(lowNewtonOfficer, 'hostel', apart)).toBe(true)
    const reasons = { primary: 'withdrawn.safe_family', others: [], note: null }
    await withdrawReferral(apart.app, lowNewtonOfficer, { ...target, reasons }, form())
    expect(await claiming(lowNewtonOfficer, 'hostel', apart)).toBe(REFUSED)
    await apart.database.drop()
  })

  it('is freed by them alone', async () => {
    const apart = await createReferralWorld()
    await accepted(apart, 'womensHouse', await anotherCase(apart))
    const { id } = await apart.database.owner
      .selectFrom('bedspaceClaim')
      .select('id')
      .where('kind', '=', 'hold')
      .executeTakeFirstOrThrow()
    const freeing = (viewer: SignedInViewer) =>
      asViewer(apart.app.db, viewer, trx => releaseClaims(trx, [id], apart.app.clock()))
    expect([await freeing(apart.viewers.secondWorker), await freeing(apart.viewers.durhamOfficer)]).toEqual([
      0, 0,
    ])
    expect(await freeing(apart.viewers.firstWorker)).toBe(1)
    await apart.database.drop()
  })
})

describe('a provider who keeps a count', () => {
  it('says how many are free, up and down', async () => {
    const { secondWorker } = world.viewers
    const serviceId = world.services.hostel
    await world.database.owner
      .updateTable('bedspace')
      .set({ named: false })
      .where('serviceId', '=', serviceId)
      .execute()
    const set = (free: number) => setFreeCount(world.app, secondWorker, { serviceId, free }, form())
    const beds = (many: number) =>
      setBeds(world.app, secondWorker, { serviceId, group: 'any', beds: many }, form())
    const shown = async () => (await board('hostel', secondWorker))?.vacancy
    expect(await set(5)).toEqual({ ok: false, reason: 'count_grows', bedspaces: 2, most: 2 })
    expect(await beds(5)).toMatchObject({ ok: true })
    expect(await shown()).toMatchObject({ total: 5, free: 5 })
    await set(1)
    expect(await shown()).toMatchObject({ total: 5, free: 1 })
    await set(3)
    expect(await shown()).toMatchObject({ total: 5, free: 3 })
    expect(await set(99)).toEqual({ ok: false, reason: 'count_grows', bedspaces: 5, most: 5 })
    expect(await set(5)).toMatchObject({ ok: true })
    expect(await shown()).toMatchObject({ total: 5, free: 5 })
    expect(await set(-1)).toEqual({ ok: false, reason: 'count_invalid' })
  })

  it('is told how many can be free', () => {
    const text = (bedspaces: number, most: number) =>
      vacancyRefusalText({ ok: false, reason: 'count_grows', bedspaces, most })
    expect([text(40, 40), text(40, 10), text(1, 0)]).toEqual([
      'You have 40 bedspaces. Enter 40 or fewer, or say first that there are more beds',
      'You have 40 bedspaces, of which 10 can be free today. Enter 10 or fewer, or say first that there are more beds',
      'You have 1 bedspace, of which 0 can be free today. Enter 0, or say first that there are more beds',
    ])
  })

  it('adds none for what a void takes, unless there are more bedspaces', async () => {
    const apart = await createReferralWorld()
    const { secondWorker } = apart.viewers
    const serviceId = apart.services.hostel
    const { owner } = apart.database
    await owner.updateTable('bedspace').set({ named: false }).where('serviceId', '=', serviceId).execute()
    const bedspaceId = apart.bedspaces.hostel[0] ?? ''
    const repair = { bedspaceId, reason: 'repair', fromOn: apart.today, untilOn: null } as const
    await addVoid(apart.app, secondWorker, repair, form())
    const set = () => setFreeCount(apart.app, secondWorker, { serviceId, free: 2 }, form())
    expect(await set()).toEqual({ ok: false, reason: 'count_grows', bedspaces: 2, most: 1 })
    await setBeds(apart.app, secondWorker, { serviceId, group: 'any', beds: 3 }, form())
    expect(await set()).toMatchObject({ ok: true })
    expect(await vacancyBoardFor(apart.app.db, secondWorker, serviceId, apart.app.clock())).toMatchObject({
      vacancy: { total: 3, free: 2, voids: 1 },
    })
    await apart.database.drop()
  })

  it('takes out a bedspace whose offer has lapsed, before the clock has come round', async () => {
    const apart = await createReferralWorld()
    const { owner } = apart.database
    const serviceId = apart.services.hostel
    await owner.updateTable('bedspace').set({ named: false }).where('serviceId', '=', serviceId).execute()
    await owner
      .insertInto('bedspaceClaim')
      .values({
        id: crypto.randomUUID(),
        bedspaceId: apart.bedspaces.hostel[0] ?? '',
        kind: 'hold',
        during: '[2027-02-01,2027-03-01)',
        lapsesAt: new Date('2027-02-01T08:59:00Z'),
      })
      .execute()
    const { secondWorker } = apart.viewers
    expect(await setFreeCount(apart.app, secondWorker, { serviceId, free: 0 }, form())).toMatchObject({
      ok: true,
    })
    const taken = 'occupied [2027-02-01,)'
    expect([await claimsOn(apart, 'hostel', 0), await claimsOn(apart, 'hostel', 1)]).toEqual([
      [taken],
      [taken],
    ])
    await apart.database.drop()
  })
})
