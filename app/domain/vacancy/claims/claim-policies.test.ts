import { sql, type Transaction } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '@db/id'
import type { DB } from '@db/schema'
import { asSystem, asViewer, asWorker } from '@db/viewer-transaction'
import {
  anotherCase,
  createReferralWorld,
  form,
  offered,
  type ReferralWorld,
  submitted,
} from '@tests/factories/referral-world'
import { withdrawReferral } from '../../referral/events/withdraw/act.server'
import { releaseClaims } from './claim-bedspace.server'

const PAST = new Date('2000-01-01T00:00:00Z')
const FUTURE = new Date('2100-01-01T00:00:00Z')

let world: ReferralWorld

beforeAll(async () => {
  world = await createReferralWorld()
  // The officer's open referral to the women's house, with a hold of its own on its first bedspace.
  await offered(world, 'womensHouse', await anotherCase(world))
})

afterAll(() => world.database.drop())

describe('an officer with an open referral to a service', () => {
  it('frees no claim of others there, neither a void nor a hold', async () => {
    expect(await free(await claimOfOthers('void'))).toBe(0)
    expect(await free(await claimOfOthers('hold', FUTURE))).toBe(0)
    expect(await free(await claimOfOthers('hold', null))).toBe(0)
  })

  it('frees a hold of others that has lapsed, to take its place', async () => {
    expect(await free(await claimOfOthers('hold', PAST))).toBe(1)
  })

  it('frees the hold of that referral', async () => {
    const { claimId } = await world.database.owner
      .selectFrom('referralClaim')
      .select('claimId')
      .executeTakeFirstOrThrow()
    expect(await free(claimId)).toBe(1)
  })

  it('lays out a count’s claims anew, and moves none to a room of its own or to another service', async () => {
    await submitted(world, 'hostel', await anotherCase(world))
    const [first, second] = await setNamed('hostel', false)
    const [room] = await setNamed('refuge', true)
    const claim = await claimOfOthers('hold', FUTURE, first)
    expect(await moved(claim, room)).toBe(first)
    expect(await moved(claim, second)).toBe(second)
    await setNamed('hostel', true)
    expect(await moved(claim, first)).toBe(second)
  })
})

describe('a count of others, to which somebody has no open referral', () => {
  it('is laid out anew by its own people, by the worker and for a case referred to it, and by nobody else', async () => {
    const apart = await createReferralWorld()
    const { lowNewtonOfficer, durhamOfficer, firstWorker, secondWorker } = apart.viewers
    const [first = '', second = ''] = apart.bedspaces.hostel
    const { owner } = apart.database
    await owner
      .updateTable('bedspace')
      .set({ named: false, type: 'shared' })
      .where('serviceId', '=', apart.services.hostel)
      .execute()
    const id = newId()
    await owner
      .insertInto('bedspaceClaim')
      .values({ id, bedspaceId: first, kind: 'hold', during: '[2027-03-01,2027-04-01)' })
      .execute()
    const lay = (to: string) => (trx: Transaction<DB>) =>
      sql`select lay_out_claims(${JSON.stringify([{ id, to }])})`.execute(trx)
    const stands = async () =>
      (await owner.selectFrom('bedspaceClaim').select('bedspaceId').where('id', '=', id).executeTakeFirst())
        ?.bedspaceId
    const caseId = await anotherCase(apart)
    for (const stranger of [lowNewtonOfficer, durhamOfficer, firstWorker]) {
      await asViewer(apart.app.db, stranger, lay(second))
      expect(await stands()).toBe(first)
      await asViewer(apart.app.db, stranger, trx => asSystem(trx, caseId, lay(second)))
      expect(await stands()).toBe(first)
    }
    await asViewer(apart.app.db, secondWorker, lay(second))
    expect(await stands()).toBe(second)
    await asWorker(apart.worker.db, lay(first))
    expect(await stands()).toBe(first)
    const target = await submitted(apart, 'hostel', caseId)
    await asViewer(apart.app.db, lowNewtonOfficer, lay(second))
    expect(await stands()).toBe(second)
    await asViewer(apart.app.db, durhamOfficer, trx => asSystem(trx, caseId, lay(first)))
    expect(await stands()).toBe(first)
    const reasons = { primary: 'withdrawn.safe_family', others: [], note: null }
    await withdrawReferral(apart.app, lowNewtonOfficer, { ...target, reasons }, form())
    await asViewer(apart.app.db, lowNewtonOfficer, lay(second))
    expect(await stands()).toBe(first)
    await apart.database.drop()
  })
})

function free(claimId: string): Promise<number> {
  return asViewer(world.app.db, world.viewers.lowNewtonOfficer, trx =>
    releaseClaims(trx, [claimId], world.app.clock()),
  )
}

/** Where a claim stands after the officer has asked to move it. */
async function moved(id: string, to: string | undefined): Promise<string> {
  await asViewer(world.app.db, world.viewers.lowNewtonOfficer, trx =>
    sql`select lay_out_claims(${JSON.stringify([{ id, to }])})`.execute(trx),
  )
  const claim = await world.database.owner
    .selectFrom('bedspaceClaim')
    .select(['bedspaceId', 'active'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  expect(claim.active).toBe(true)
  return claim.bedspaceId
}

/** A claim that belongs to no referral of the officer's, on days of its own. */
let year = 2030
async function claimOfOthers(kind: 'void' | 'hold', lapsesAt: Date | null = null, bedspaceId?: string) {
  year += 1
  const id = newId()
  await world.database.owner
    .insertInto('bedspaceClaim')
    .values({
      id,
      bedspaceId: bedspaceId ?? world.bedspaces.womensHouse[1] ?? '',
      kind,
      during: `[${year}-01-01,${year}-02-01)`,
      voidReason: kind === 'void' ? 'repair' : null,
      lapsesAt,
    })
    .execute()
  return id
}

async function setNamed(service: 'hostel' | 'refuge', named: boolean): Promise<string[]> {
  await world.database.owner
    .updateTable('bedspace')
    .set({ named, type: 'shared' })
    .where('serviceId', '=', world.services[service])
    .execute()
  return world.bedspaces[service]
}
