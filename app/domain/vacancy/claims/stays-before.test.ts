import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { up } from '@db/migrations/0010_stays'
import { newId } from '@db/id'
import { claimsOn, createReferralWorld, type ReferralWorld } from '@tests/factories/referral-world'

let world: ReferralWorld
beforeAll(async () => {
  world = await createReferralWorld()
})
afterAll(() => world.database.drop())

/** Days far ahead of any clock these tests run under. */
const OLD: readonly [bed: 0 | 1 | 2, kind: string, during: string, voidReason: string | null][] = [
  [0, 'occupied', '[2026-01-01,2096-02-01)', null],
  [0, 'turnaround', '[2096-02-01,2096-02-03)', null],
  [1, 'occupied', '[2026-01-01,2096-02-01)', null],
  [1, 'hold', '[2096-03-01,2096-06-01)', null],
  [2, 'void', '[2026-01-01,)', 'taken_elsewhere'],
]

it('opens the stays that were kept before, and leaves what was promised behind them', async () => {
  const { owner } = world.database
  await sql`alter table bedspace_claim drop column claimed, drop constraint stay_forecast,
    drop column expected_until, drop column leaving_sure`.execute(owner)
  for (const [bed, kind, during, reason] of OLD) {
    await sql`insert into bedspace_claim (id, bedspace_id, kind, during, void_reason) values
      (${newId()}, ${world.bedspaces.womensHouse[bed]}, ${kind}, ${during}::daterange, ${reason})`.execute(
      owner,
    )
  }
  await owner.transaction().execute(trx => up(trx as unknown as Kysely<unknown>))
  expect(await claimsOn(world, 'womensHouse', 0)).toEqual(['occupied [2026-01-01,)'])
  expect(await claimsOn(world, 'womensHouse', 1)).toEqual([
    'occupied [2026-01-01,2096-02-01)',
    'hold [2096-03-01,2096-06-01)',
  ])
  expect(await claimsOn(world, 'womensHouse', 2)).toEqual(['occupied [2026-01-01,)'])
  const stays = await owner
    .selectFrom('bedspaceClaim')
    .select(['claimed', 'expectedUntil', 'leavingSure'])
    .where('kind', '=', 'occupied')
    .where('expectedUntil', 'is not', null)
    .orderBy('leavingSure')
    .execute()
  expect(stays).toEqual([
    { claimed: '[2026-01-01,)', expectedUntil: '2096-02-01', leavingSure: false },
    { claimed: '[2026-01-01,)', expectedUntil: '2096-02-01', leavingSure: true },
  ])
})
