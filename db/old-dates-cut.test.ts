import type { Kysely } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  anotherCase,
  claimsOn,
  createReferralWorld,
  type ReferralWorld,
  submitted,
} from '@tests/factories/referral-world'
import { newId } from './id'
import { up } from './migrations/0025_old_dates_cut'

/** The world's day is Monday 1 February 2027. */
let world: ReferralWorld
beforeAll(async () => {
  world = await createReferralWorld()
})
afterAll(() => world.database.drop())
beforeEach(() => world.database.owner.deleteFrom('bedspaceClaim').execute())

async function claim(during: string, more: object): Promise<void> {
  const row = { id: newId(), bedspaceId: world.bedspaces.womensHouse[0] ?? '', during, ...more }
  await world.database.owner
    .insertInto('bedspaceClaim')
    .values({ kind: 'void', voidReason: 'repair', ...row })
    .execute()
}

/** A migration knows no tables. */
function migrate(): Promise<void> {
  return up(world.database.owner as unknown as Kysely<unknown>)
}

async function cut(): Promise<string[]> {
  await migrate()
  return claimsOn(world, 'womensHouse')
}

describe('dates stored before they had spans', () => {
  it.each([
    ['one typed to the end of the calendar', '[2027-01-25,9999-12-31)', '[2027-01-25,2030-02-01)'],
    [
      'one of long ago: it frees nothing that nobody said is free',
      '[2020-01-01,9999-12-31)',
      '[2020-01-01,2030-02-01)',
    ],
    ['one to come', '[2027-06-01,2040-01-01)', '[2027-06-01,2030-06-01)'],
    ['one that may be typed today', '[2027-01-25,2030-02-01)', '[2027-01-25,2030-02-01)'],
    ['one until further notice', '[2027-01-25,)', '[2027-01-25,)'],
  ])('a void: %s', async (_, during, after) => {
    await claim(during, {})
    expect(await cut()).toEqual([`void ${after}`])
  })

  it('a stay of somebody sure to leave in 9999 goes on until the departure is recorded', async () => {
    const leaves = { expectedUntil: '9999-12-01', leavingSure: true }
    await claim('[2026-06-01,9999-12-03)', { kind: 'occupied', voidReason: null, ...leaves })
    expect(await cut()).toEqual(['occupied [2026-06-01,)'])
    const stay = await world.database.owner
      .selectFrom('bedspaceClaim')
      .select(['expectedUntil', 'leavingSure'])
      .executeTakeFirstOrThrow()
    expect(stay).toEqual({ expectedUntil: '2032-02-01', leavingSure: false })
  })

  const SURE = { kind: 'occupied', voidReason: null, expectedUntil: '2062-04-28', leavingSure: true }

  it.each([
    ['with a void behind it', { mustEnd: true }, true],
    ['that is known to go on, with a void behind it', { outstays: true }, true],
    ['that is known to go on', { outstays: true }, false],
  ])('of a stay %s the forecast alone is cut', async (_, more, hasVoid) => {
    await claim('[2026-06-01,2062-05-01)', { ...SURE, ...more })
    const behind = hasVoid ? ['void [2062-05-01,2062-05-20)'] : []
    if (hasVoid) await claim('[2062-05-01,2062-05-20)', {})
    expect(await cut()).toEqual(['occupied [2026-06-01,2062-05-01)', ...behind])
    const stay = await world.database.owner
      .selectFrom('bedspaceClaim')
      .select(['expectedUntil', 'leavingSure', 'mustEnd', 'outstays'])
      .where('kind', '=', 'occupied')
      .executeTakeFirstOrThrow()
    const asItWas = { leavingSure: true, mustEnd: false, outstays: false, ...more }
    expect(stay).toEqual({ expectedUntil: '2032-02-01', ...asItWas })
  })

  it('a stay opens where the claim behind it is freed, or lies on another bedspace', async () => {
    await claim('[2026-06-01,2062-05-01)', SURE)
    const freed = { active: false, releasedAt: new Date('2027-01-30T09:00:00Z') }
    await claim('[2062-05-01,2062-05-20)', freed)
    await claim('[2062-05-01,2062-05-20)', { bedspaceId: world.bedspaces.womensHouse[1] ?? '' })
    expect(await cut()).toEqual(['occupied [2026-06-01,)'])
  })

  it.each([
    ['on a Monday', '2027-03-08', new Date('2027-03-05T12:00:00Z')],
    ['after Easter, which begins on Good Friday 26 March', '2027-03-30', new Date('2027-03-25T12:00:00Z')],
    ['in summer, by London’s clocks', '2027-06-11', new Date('2027-06-10T11:00:00Z')],
    ['today: the last working day is past, so that somebody rings', '2027-02-01', null],
  ])('the limit of a referral, where the release is %s', async (_, releaseOn, dueAt) => {
    const { owner } = world.database
    const caseId = await anotherCase(world)
    const { referralId } = await submitted(world, 'womensHouse', caseId)
    await owner.updateTable('personCase').set({ releaseOn }).where('id', '=', caseId).execute()
    await owner
      .updateTable('referral')
      .set({ dueAt: new Date('2027-12-01T17:00:00Z') })
      .where('id', '=', referralId)
      .execute()
    await migrate()
    const { dueAt: after } = await owner
      .selectFrom('referral')
      .select('dueAt')
      .where('id', '=', referralId)
      .executeTakeFirstOrThrow()
    expect(after).toEqual(dueAt)
  })

  it('a limit before that stays as it is', async () => {
    const { owner } = world.database
    const { referralId } = await submitted(world, 'womensHouse', await anotherCase(world))
    const dueOf = () =>
      owner.selectFrom('referral').select('dueAt').where('id', '=', referralId).executeTakeFirstOrThrow()
    const before = await dueOf()
    await migrate()
    expect([before.dueAt, await dueOf()]).toEqual([new Date('2027-02-02T17:00:00Z'), before])
  })
})
