import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asIndexer, asViewer } from '@db/viewer-transaction'
import { addOrganisation } from '@tests/factories/organisation'
import { addService } from '@tests/factories/service'
import { createTestDatabase, type TestDatabase } from '@tests/support/database'
import { Policy } from '../eligibility/policy'
import { serviceCards } from './service-card.server'

const TODAY = '2026-11-26'
const PUBLIC = { kind: 'public' } as const
/** product.md, "Who uses it": of a policy the public reads these, and nothing else. */
const PUBLIC_CRITERIA = ['ageMax', 'ageMin', 'children', 'couple', 'peopleFromPrison', 'pets', 'sex']

let database: TestDatabase
let provider: string
beforeAll(async () => {
  database = await createTestDatabase()
  provider = await addOrganisation(database.owner, { kind: 'provider' })
})
afterAll(() => database.drop())

/** Every criterion stated. */
const STATED = {
  sex: 'women',
  sexNote: 'a secret note',
  ageMin: 18,
  ageMax: 40,
  peopleFromPrison: 'yes',
  convictions: { rule: 'none_unspent' },
  arson: { rule: 'never' },
  sexualOffence: 'never',
  offencesAgainstChildren: 'never',
  domesticAbusePerpetrator: 'never',
  violence: { highest: 'low' },
  rosh: { highest: 'medium' },
  substances: { recovery: 'yes', ost: 'no', active: 'no' },
  injecting: 'no',
  nrpf: 'no',
  children: { rule: 'live_in', most: 1, highestAge: 4, boysHighestAge: null },
  pregnancy: { toWeek: 30 },
  couple: 'no',
  pets: 'no',
  access: { wheelchair: 'yes', levelAccess: 'no', lift: 'no', stairs: 'yes' },
  localConnection: 'required',
  onlyFor: ['domestic_abuse'],
  arrearsLimitPence: 100,
  funding: ['council'],
  weeklyChargePence: 100,
  curfew: 'no',
  supportHoursPerWeek: 3,
}

async function add(more: object = {}) {
  const verifiedAt = new Date('2026-11-18T09:00:00Z')
  const service = { organisationId: provider, policy: STATED, verifiedAt, bedspaces: 2 }
  return (await addService(database.owner, { ...service, ...more })).id
}

async function cardOf(id: string) {
  return asViewer(database.app, PUBLIC, async trx => (await serviceCards(trx, [id], TODAY)).get(id))
}

describe('what the public reads of a policy', () => {
  it('is what people ring to ask, and no rule of risk', async () => {
    expect(Object.keys(STATED)).toEqual(Object.keys(Policy.shape))
    const id = await add()
    const { rows } = await asViewer(database.app, PUBLIC, trx =>
      sql<Record<string, unknown>>`select * from service_asked where service_id = ${id}`.execute(trx),
    )
    expect(Object.keys(rows[0] ?? {}).sort()).toEqual(['rooms', 'serviceId', 'takes', 'verifiedAt'])
    expect(Object.keys(rows[0]?.takes as object).sort()).toEqual(PUBLIC_CRITERIA)
    expect(rows[0]?.rooms).toEqual(['self_contained'])
  })

  it('is nothing of a service for professionals, or of one that is archived', async () => {
    const ids = [
      await add({ visibility: 'professionals' }),
      await add({ archivedAt: new Date('2026-11-01') }),
    ]
    const seen = () => sql`select 1 from service_asked where service_id in (${sql.join(ids)})`
    const of = await asViewer(database.app, PUBLIC, trx => seen().execute(trx))
    expect(of.rows).toEqual([])
    expect((await asIndexer(database.app, trx => seen().execute(trx))).rows).toHaveLength(2)
  })

  it('is not the policy itself, nor how many bedspaces there are', async () => {
    for (const table of ['service_policy', 'bedspace', 'service_vacancy']) {
      const read = asViewer(database.app, PUBLIC, trx => sql`select 1 from ${sql.table(table)}`.execute(trx))
      await expect(read, table).rejects.toThrow('permission denied')
    }
  })
})

describe('a card', () => {
  it('holds what people ask, and when that was checked', async () => {
    const card = await cardOf(await add({ assuredOn: '2026-10-01', languages: ['English', 'Polish'] }))
    expect(card?.asked).toMatchObject({
      isHome: true,
      takes: { sex: 'women', ageMin: 18, ageMax: 40, peopleFromPrison: 'yes', couple: 'no', pets: 'no' },
      rooms: ['self_contained'],
      languages: ['English', 'Polish'],
      checkedOn: '2026-11-18',
    })
  })

  it('says nothing of a policy that is none, and counts it as not checked', async () => {
    for (const policy of [['women'], { sex: 'cats' }, 'women']) {
      const card = await cardOf(await add({ policy, assuredOn: '2026-10-01' }))
      expect(card?.asked.takes.sex, JSON.stringify(policy)).toBeNull()
    }
    const card = await cardOf(await add({ policy: { sex: 'cats' }, assuredOn: '2026-10-01' }))
    expect(card?.asked).toMatchObject({ checkedOn: null, assuredOn: '2026-10-01' })
  })

  it('holds the first run of a programme that one can still be referred to', async () => {
    const run = (startsOn: string, lastReferralOn: string) => ({
      ...{ startsOn, endsOn: '2027-03-01', lastReferralOn },
      capacity: 8,
    })
    const programme = { audiences: ['mothers'], deliveredIn: ['prison'], prisonCodes: ['LNI'] }
    const kind = 'parenting_programme'
    const cohorts = [
      run('2027-01-11', '2027-01-04'),
      run('2026-12-01', '2026-11-25'),
      run('2026-12-14', '2026-11-26'),
    ]
    const card = await cardOf(await add({ kind, programme, cohorts }))
    expect(card?.asked.programme).toEqual({
      ...programme,
      hasRuns: true,
      run: { startsOn: '2026-12-14', endsOn: '2027-03-01', lastReferralOn: '2026-11-26' },
    })
  })

  it('holds a run that has begun for as long as it takes referrals', async () => {
    const programme = { audiences: ['mothers'], deliveredIn: ['community'], prisonCodes: [] }
    const days = { startsOn: '2026-11-10', endsOn: '2027-01-25', lastReferralOn: '2026-12-01' }
    const cohorts = [{ ...days, capacity: 8 }]
    const card = await cardOf(await add({ kind: 'parenting_programme', programme, cohorts }))
    expect(card?.asked.programme?.run).toEqual(days)
  })
})
