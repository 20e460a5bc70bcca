import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '@db/id'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import {
  anotherCase,
  createReferralWorld,
  type ReferralWorld,
  submitted,
} from '@tests/factories/referral-world'

let world: ReferralWorld
let changeId: string
beforeAll(async () => {
  world = await createReferralWorld()
  const caseId = await anotherCase(world)
  const { referralId } = await submitted(world, 'womensHouse', caseId)
  changeId = newId()
  await sql`
    insert into referral_change (id, referral_id, case_id, changed_at, changed_by, told, passed_on, tier, history_id)
    select ${changeId}, ${referralId}, ${caseId}, ${world.app.clock()}, ${world.viewers.lowNewtonOfficer.personId},
      true, false, 1, (select id from referral_history where referral_id = ${referralId} limit 1)`.execute(
    world.database.owner,
  )
})
afterAll(() => world.database.drop())

type Mark = 'referrer_read_at' | 'provider_read_at' | 'settled_at'

/** How many changes somebody marks; the refusal of the database where it lets her mark none. */
function marked(viewer: SignedInViewer, column: Mark): Promise<number | string> {
  return asViewer(world.app.db, viewer, trx =>
    sql`update referral_change set ${sql.ref(column)} = ${world.app.clock()} where id = ${changeId}`.execute(
      trx,
    ),
  ).then(
    ({ numAffectedRows }) => Number(numAffectedRows),
    (error: unknown) => (error instanceof Error ? error.message : ''),
  )
}

const REFERRERS = "What the referrer has read or settled is the referrer's to say"

describe('what changed since a person was referred', () => {
  it('is marked as read by each side for itself, and settled by the referrer alone', async () => {
    const { firstWorker, firstManager, lowNewtonOfficer } = world.viewers
    for (const provider of [firstWorker, firstManager]) {
      expect(await marked(provider, 'settled_at')).toBe(REFERRERS)
      expect(await marked(provider, 'referrer_read_at')).toBe(REFERRERS)
      expect(await marked(provider, 'provider_read_at')).toBe(1)
    }
    world.passTo(new Date('2027-02-01T10:00:00Z'))
    expect(await marked(lowNewtonOfficer, 'provider_read_at')).toBe(
      "What the provider has read is the provider's to say",
    )
    expect(await marked(lowNewtonOfficer, 'referrer_read_at')).toBe(1)
    expect(await marked(lowNewtonOfficer, 'settled_at')).toBe(1)
  })

  it('is marked by no stranger', async () => {
    expect(await marked(world.viewers.durhamOfficer, 'settled_at')).toBe(0)
    expect(await marked(world.viewers.secondWorker, 'provider_read_at')).toBe(0)
  })
})
