import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { asViewer, asWorker } from '@db/viewer-transaction'
import {
  anotherCase,
  createReferralWorld,
  offered,
  type ReferralWorld,
} from '@tests/factories/referral-world'
import { writePolicy } from '@tests/factories/written-policy'
import { matchWomen } from './match-women.server'

/** The cases of the world are released on 8 March 2027, 35 days after it begins; 28 days before is 8 February, 5 days before 3 March. */
const RELEASE = '2027-03-08'

let world: ReferralWorld
let caseId: string
beforeAll(async () => {
  world = await createReferralWorld()
})
afterAll(() => world.database.drop())
beforeEach(async () => {
  world.passTo(new Date('2027-02-01T09:00:00Z'))
  await sql`update person_case set closed_at = now()`.execute(world.database.owner)
  await sql`delete from own_match`.execute(world.database.owner)
  await sql`update service_vacancy set confirmed_at = '2027-02-08T00:10:00Z'`.execute(world.database.owner)
  for (const service of ['womensHouse', 'refuge', 'hostel', 'flats'] as const) {
    await writePolicy(world, service, { peopleFromPrison: 'yes' })
  }
  caseId = await anotherCase(world)
  await sql`update case_triage set facts = facts || '{"sex": "female"}' where case_id = ${caseId}`.execute(
    world.database.owner,
  )
})

async function night(day: string): Promise<number> {
  world.passTo(new Date(`${day}T00:35:00Z`))
  return matchWomen(world.worker, error => {
    throw error
  })
}

async function matches() {
  const rows = await world.database.owner
    .selectFrom('ownMatch')
    .selectAll()
    .where('caseId', '=', caseId)
    .orderBy('matchedOn')
    .execute()
  return rows.map(each => `${each.daysBefore} for ${each.releaseOn} on ${each.matchedOn}: ${each.found}`)
}

function owner(statement: ReturnType<typeof sql>) {
  return statement.execute(world.database.owner)
}

describe('the nightly look', () => {
  it('is made 28 and 5 days before, once each, and not between', async () => {
    for (const day of ['2027-02-07', '2027-02-08', '2027-02-08', '2027-02-09', '2027-02-20']) await night(day)
    expect(await matches()).toEqual([`28 for ${RELEASE} on 2027-02-08: some`])
    await owner(sql`update service_vacancy set confirmed_at = '2027-03-03T00:10:00Z'`)
    expect(await night('2027-03-03')).toBe(1)
    expect(await night('2027-03-04')).toBe(0)
    expect((await matches())[1]).toBe(`5 for ${RELEASE} on 2027-03-03: some`)
  })

  it('is made up within the week, and not afterwards', async () => {
    expect(await night('2027-02-14')).toBe(1)
    expect(await matches()).toEqual([`28 for ${RELEASE} on 2027-02-14: some`])
    await owner(sql`delete from own_match`)
    expect(await night('2027-02-15')).toBe(0)
  })

  it('is made again for a release that moved by more than a week, and not for one that moved by less', async () => {
    await night('2027-02-08')
    await owner(sql`update person_case set release_on = '2027-03-12' where id = ${caseId}`)
    expect(await night('2027-02-12')).toBe(0)
    await owner(sql`update person_case set release_on = '2027-04-12' where id = ${caseId}`)
    expect(await night('2027-03-15')).toBe(1)
    expect(await matches()).toEqual([
      `28 for ${RELEASE} on 2027-02-08: some`,
      // Nobody has confirmed a bed since.
      '28 for 2027-04-12 on 2027-03-15: none',
    ])
  })

  it('is made of no man, of no closed case, and of none without a date', async () => {
    for (const change of [
      sql`sex = 'man'`,
      sql`closed_at = now()`,
      sql`release_on = null, release_confidence = 'not_known'`,
    ]) {
      await owner(sql`update person_case set ${change} where id = ${caseId}`)
      expect(await night('2027-02-08')).toBe(0)
      await owner(
        sql`update person_case set sex = 'woman', closed_at = null, release_on = ${RELEASE}, release_confidence = 'firm' where id = ${caseId}`,
      )
    }
    expect(await night('2027-02-08')).toBe(1)
  })

  it('leaves who it looked for in the audit, and nothing of what it found', async () => {
    await night('2027-02-08')
    const rows = await world.database.owner
      .selectFrom('auditEntry')
      .select(['action', 'personId', 'detail'])
      .where('subjectId', '=', caseId)
      .where('action', '=', 'case.own_match')
      .execute()
    expect(rows).toEqual([{ action: 'case.own_match', personId: null, detail: {} }])
  })

  it('goes on after a case it cannot read', async () => {
    await owner(sql`update case_triage set facts = '{"sex": 7}' where case_id = ${caseId}`)
    const other = await anotherCase(world)
    world.passTo(new Date('2027-02-08T00:35:00Z'))
    const failed: string[] = []
    expect(await matchWomen(world.worker, (_error, id) => failed.push(id))).toBe(1)
    expect(failed).toEqual([caseId])
    expect(await sql`select case_id from own_match`.execute(world.database.owner)).toMatchObject({
      rows: [{ caseId: other }],
    })
  })
})

/** The women's house, the refuge and the hostel may take her; the flats are for men. */
const MAY_TAKE_HER = ['womensHouse', 'refuge', 'hostel'] as const

async function closeAllBut(open: (typeof MAY_TAKE_HER)[number] | null) {
  for (const service of MAY_TAKE_HER) {
    if (service !== open) await writePolicy(world, service, { peopleFromPrison: 'no' })
  }
}

describe('what counts as found', () => {
  it.each([
    ['a women’s house', 'womensHouse'],
    ['a refuge, whose site is hidden', 'refuge'],
    ['a mixed hostel', 'hostel'],
  ] as const)('%s that takes her and has a bed', async (_, service) => {
    await closeAllBut(service)
    await night('2027-02-08')
    expect(await matches()).toEqual([`28 for ${RELEASE} on 2027-02-08: some`])
  })

  const NOTHING: [string, () => Promise<unknown>][] = [
    ['where nobody takes people from prison', () => closeAllBut(null)],
    ['where nobody has confirmed a bed', () => owner(sql`update service_vacancy set confirmed_at = null`)],
    [
      'where the beds are to be checked first',
      () => owner(sql`update service_vacancy set confirmed_at = '2027-02-01T00:10:00Z'`),
    ],
    ['where every bed is for men', () => owner(sql`update bedspace set sex = 'men'`)],
    ['where she avoids every place', () => avoid(MAY_TAKE_HER.map(name => world.services[name]))],
    ['where they are no places to live', () => owner(sql`update service set kind = 'womens_centre'`)],
    ['where they are listed no more', () => owner(sql`update service set archived_at = now()`)],
  ]

  it.each(NOTHING)('nothing %s', async (_, change) => {
    const kinds = await world.database.owner.selectFrom('service').select(['id', 'kind']).execute()
    await change()
    await night('2027-02-08')
    expect(await matches()).toEqual([`28 for ${RELEASE} on 2027-02-08: none`])
    await owner(sql`update service set archived_at = null`)
    await owner(sql`update bedspace set sex = null`)
    for (const { id, kind } of kinds) await owner(sql`update service set kind = ${kind} where id = ${id}`)
  })

  it('a bed that is taken on the day she leaves is none, and one taken elsewhere is no matter', async () => {
    await closeAllBut('womensHouse')
    const [first, ...others] = world.bedspaces.womensHouse
    const voids = (id: string) => sql`insert into bedspace_claim (id, bedspace_id, kind, during, void_reason)
      values (gen_random_uuid(), ${id}, 'void', daterange('2027-03-08', '2027-03-20'), 'repair')`
    for (const id of others) await owner(voids(id))
    await night('2027-02-08')
    expect(await matches()).toEqual([`28 for ${RELEASE} on 2027-02-08: some`])
    await owner(voids(first!))
    await owner(sql`delete from own_match`)
    await night('2027-02-08')
    expect(await matches()).toEqual([`28 for ${RELEASE} on 2027-02-08: none`])
    await owner(sql`delete from bedspace_claim`)
  })

  it.each([
    ['a woman alone', {}, ['self_contained', 'shared']],
    ['a mother with her children', { childrenPlan: 'live_in' }, ['family']],
    ['a couple', { couple: 'yes' }, ['couple']],
    ['a couple with children', { childrenPlan: 'live_in', couple: 'yes' }, ['family']],
    ['a mother whose children live elsewhere', { childrenPlan: 'elsewhere' }, ['self_contained', 'shared']],
  ] as const)('for %s, of beds that are free those of her type', async (_, facts, types) => {
    await closeAllBut('womensHouse')
    await writePolicy(world, 'womensHouse', {
      peopleFromPrison: 'yes',
      couple: 'yes',
      children: { rule: 'live_in', most: 5, highestAge: 17, boysHighestAge: 17 },
    })
    await owner(
      sql`update case_triage set facts = facts || ${JSON.stringify(facts)}::jsonb where case_id = ${caseId}`,
    )
    const found: string[] = []
    for (const type of ['self_contained', 'shared', 'family', 'couple']) {
      await owner(sql`update bedspace set type = ${type} where service_id = ${world.services.womensHouse}`)
      await owner(sql`delete from own_match`)
      await night('2027-02-08')
      if ((await matches())[0]?.endsWith('some')) found.push(type)
    }
    await owner(sql`update bedspace set type = 'shared' where service_id = ${world.services.womensHouse}`)
    expect(found).toEqual(types)
  })

  it('a bed that is held for her, though nobody has another', async () => {
    await offered(world, 'womensHouse', caseId)
    await closeAllBut(null)
    await night('2027-02-08')
    expect(await matches()).toEqual([`28 for ${RELEASE} on 2027-02-08: some`])
  })

  it('what has to be talked about is not excluded', async () => {
    await closeAllBut(null)
    await writePolicy(world, 'hostel', { peopleFromPrison: 'case_by_case' })
    await night('2027-02-08')
    expect(await matches()).toEqual([`28 for ${RELEASE} on 2027-02-08: some`])
  })
})

function avoid(serviceIds: readonly string[]) {
  const listed = JSON.stringify({ avoid: { authorities: [], serviceIds } })
  return owner(sql`update case_safety set facts = facts || ${listed}::jsonb where case_id = ${caseId}`)
}

describe('what would have placed her', () => {
  async function codes() {
    const { rows } = await sql<{ wouldPlace: string[] }>`
      select would_place from own_match where case_id = ${caseId}`.execute(world.database.owner)
    return rows.map(row => row.wouldPlace)
  }

  it('is kept of 5 days before, where nothing was found', async () => {
    await owner(sql`update service_vacancy set confirmed_at = '2027-03-03T00:10:00Z'`)
    await closeAllBut(null)
    // The hostel would not have her with her partner either: no one change opens it.
    await owner(sql`update case_triage set facts = facts || '{"couple": "yes"}' where case_id = ${caseId}`)
    await writePolicy(world, 'womensHouse', { couple: 'yes' })
    await owner(sql`update bedspace set type = 'couple' where service_id = ${world.services.womensHouse}`)
    await night('2027-03-03')
    expect(await codes()).toEqual([['people_from_prison']])
    await owner(sql`update bedspace set type = 'shared' where service_id = ${world.services.womensHouse}`)
  })

  it('is asked neither 28 days before nor where something was found', async () => {
    await night('2027-02-08')
    await owner(sql`update service_vacancy set confirmed_at = '2027-03-03T00:10:00Z'`)
    await night('2027-03-03')
    expect(await codes()).toEqual([[], []])
    await owner(sql`delete from own_match`)
    await owner(sql`update service_vacancy set confirmed_at = null`)
    await night('2027-02-08')
    expect(await codes()).toEqual([[]])
    await night('2027-03-03')
    expect(await codes()).toContainEqual(['bed_confirmed'])
  })
})

describe('what turned her away', () => {
  it('is kept of 5 days before alone, found or not', async () => {
    await writePolicy(world, 'hostel', { peopleFromPrison: 'no', couple: 'no' })
    await owner(sql`update case_triage set facts = facts || '{"couple": "yes"}' where case_id = ${caseId}`)
    await night('2027-02-08')
    await night('2027-03-03')
    const { rows } = await sql`
      select days_before, turned_away from own_match where case_id = ${caseId} order by days_before desc`.execute(
      world.database.owner,
    )
    expect(rows).toEqual([
      { daysBefore: 28, turnedAway: [] },
      { daysBefore: 5, turnedAway: ['people_from_prison.no', 'couple.no'] },
    ])
  })
})

describe('what was found', () => {
  it('is read by nobody who looks at a case, and changed by no worker', async () => {
    await night('2027-02-08')
    for (const viewer of [world.viewers.lowNewtonOfficer, world.viewers.commissioner]) {
      const read = asViewer(world.database.app, viewer, trx =>
        trx.selectFrom('ownMatch').selectAll().execute(),
      )
      await expect(read).rejects.toThrow(/permission denied/)
    }
    const change = asWorker(world.database.worker, trx =>
      trx.updateTable('ownMatch').set({ found: 'none' }).execute(),
    )
    await expect(change).rejects.toThrow(/permission denied/)
  })
})
