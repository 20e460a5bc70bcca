import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '@db/id'
import { asViewer } from '@db/viewer-transaction'
import { createReferralWorld, form, type ReferralWorld } from '@tests/factories/referral-world'
import { addVoid } from './add-void.server'
import { claimAlike } from './claim-alike.server'
import { claimBedspace, type ClaimResult } from './claim-bedspace.server'
import { setFreeCount } from '../count/set-count.server'

/**
 * Two acts at once on a count of two bedspaces: the first holds 1 to 10 March, the second 15 to 20 March. Days from the 5th to
 * the 25th fit on neither; they do once the second hold has been moved to the first bedspace.
 */

let world: ReferralWorld
beforeAll(async () => {
  world = await createReferralWorld()
  await world.database.owner
    .updateTable('bedspace')
    .set({ named: false })
    .where('serviceId', '=', world.services.hostel)
    .execute()
})
afterAll(() => world.database.drop())

beforeEach(async () => {
  const { owner } = world.database
  await owner.deleteFrom('bedspaceClaim').execute()
  const holds = [
    [bedspace(0), '[2027-03-01,2027-03-10)'],
    [bedspace(1), '[2027-03-15,2027-03-20)'],
  ] as const
  for (const [bedspaceId, during] of holds)
    await owner
      .insertInto('bedspaceClaim')
      .values({ id: newId(), bedspaceId, kind: 'hold', during })
      .execute()
})

function bedspace(index: 0 | 1): string {
  return world.bedspaces.hostel[index] ?? ''
}

/** A hold of days that fit only once the others are laid out anew. */
function offer(): Promise<ClaimResult> {
  const claim = { bedspaceId: bedspace(0), kind: 'hold', from: '2027-03-05', until: '2027-03-25' } as const
  return asViewer(world.app.db, world.viewers.secondWorker, trx => claimAlike(trx, claim, world.app.clock()))
}

function repair() {
  const input = {
    bedspaceId: bedspace(0),
    reason: 'repair',
    fromOn: '2027-03-12',
    untilOn: '2027-03-18',
  } as const
  return addVoid(world.app, world.viewers.secondWorker, input, form())
}

function count(free: number) {
  const input = { serviceId: world.services.hostel, free }
  return setFreeCount(world.app, world.viewers.secondWorker, input, form())
}

describe('while the claims of a count are laid out anew', () => {
  it('makes room, as long as nobody is in the way', async () => {
    expect(await offer()).toMatchObject({ ok: true, bedspaceId: bedspace(1) })
  })

  it.each(Array.from({ length: 8 }, (_, round) => round))(
    'gives a void or an offer the days, round %i',
    async () => {
      const [offered, voided] = await Promise.all([offer(), repair()])
      expect([offered.ok, voided.ok].filter(Boolean)).toHaveLength(1)
      if (!offered.ok) expect(offered.until).not.toBeUndefined()
      if (!voided.ok) expect(voided.reason).toBe('bedspace_taken')
    },
  )

  it.each(Array.from({ length: 8 }, (_, round) => round))(
    'answers a count and an offer, round %i',
    async () => {
      const [offered, counted] = await Promise.all([offer(), count(0)])
      expect([offered.ok, counted.ok].filter(Boolean).length).toBeGreaterThan(0)
      if (!counted.ok) expect(counted.reason).toBe('bedspace_taken')
    },
  )

  it('says that it is taken where a claim is made in between that waits for nobody', async () => {
    const { secondWorker } = world.viewers
    const between = {
      bedspaceId: bedspace(0),
      kind: 'hold',
      from: '2027-03-12',
      until: '2027-03-18',
    } as const
    const offered = await asViewer(world.app.db, secondWorker, async trx => {
      expect(await claimBedspace(trx, between, world.app.clock())).toMatchObject({ ok: true })
      const waiting = offer()
      await untilSomebodyWaits()
      return { waiting }
    })
    expect(await offered.waiting).toMatchObject({ ok: false })
  })
})

/** Until a statement waits for another transaction: the moved claim meets one that is not committed yet. */
async function untilSomebodyWaits(): Promise<void> {
  for (let tries = 0; tries < 500; tries += 1) {
    const { rows } = await sql<{ waiting: number }>`
      select count(*)::int as waiting from pg_locks where not granted`.execute(world.database.owner)
    if ((rows[0]?.waiting ?? 0) > 0) return
    await new Promise(resolve => setTimeout(resolve, 10))
  }
  throw new Error('Nobody waited')
}
