import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '@db/id'
import { asViewer } from '@db/viewer-transaction'
import {
  anotherCase,
  createReferralWorld,
  offered,
  type ReferralWorld,
} from '@tests/factories/referral-world'
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
    const [first, second] = await setNamed('hostel', false)
    const [room] = await setNamed('refuge', true)
    const claim = await claimOfOthers('hold', FUTURE, first)
    expect(await moved(claim, room)).toBe(first)
    expect(await moved(claim, second)).toBe(second)
    await setNamed('hostel', true)
    expect(await moved(claim, first)).toBe(second)
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
