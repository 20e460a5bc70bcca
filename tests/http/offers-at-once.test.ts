import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { ReferralTarget } from '~/domain/referral/events/act-on-referral.server'
import { anotherCase, claimsOn, type ReferralWorld, underReview } from '../factories/referral-world'
import { type Answer, offerOf, openReferralStage, type ReferralStage, sendEvent } from './referral-stage'

const AT_ONCE = 50

describe('fifty offers of one bedspace at once', () => {
  it('give it to one, and tell forty-nine that it is taken until when', async () => {
    const rush = await openReferralStage()
    const answers = await offerToFifty(rush)
    const winners = answers.filter(answer => answer.status === 303)
    const others = answers.filter(answer => answer.status === 409)
    expect([winners.length, others.length]).toEqual([1, AT_ONCE - 1])
    const why =
      'That bedspace is taken on some of these days, and ready from 28 April 2027. Choose another bedspace, or other dates'
    expect(others.every(({ text }) => text.includes(`<a href="#event-bedspaceId">${why}</a>`))).toBe(true)
    expect(await claimsOn(rush.world, 'womensHouse', 2)).toHaveLength(1)
    await rush.close()
  }, 300_000)

  it('would give it to many without the constraint of the database', async () => {
    const rush = await openReferralStage()
    await sql`alter table bedspace_claim drop constraint ${sql.ref(await exclusionOf(rush.world))}`.execute(
      rush.world.database.owner,
    )
    await offerToFifty(rush)
    expect((await claimsOn(rush.world, 'womensHouse', 2)).length).toBeGreaterThan(1)
    await rush.close()
  }, 300_000)
})

/** Fifty women, each under review for the same house; then fifty offers of its third room. */
async function offerToFifty(rush: ReferralStage): Promise<Answer[]> {
  const targets: ReferralTarget[] = []
  for (let index = 0; index < AT_ONCE; index++) {
    targets.push(await underReview(rush.world, 'womensHouse', await anotherCase(rush.world), 1))
  }
  await rush.cookieOf('firstWorker')
  return Promise.all(targets.map(target => sendEvent(rush, 'firstWorker', target, 'offer', offerOf(rush, 2))))
}

async function exclusionOf({ database }: ReferralWorld): Promise<string> {
  const { rows } = await sql<{ conname: string }>`
    select conname from pg_constraint where conrelid = 'bedspace_claim'::regclass and contype = 'x'`.execute(
    database.owner,
  )
  return rows[0]?.conname ?? ''
}
