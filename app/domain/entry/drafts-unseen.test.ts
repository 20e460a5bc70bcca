import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asIndexer, asViewer, asWorker } from '@db/viewer-transaction'
import { addMember, addOrganisation } from '@tests/factories/organisation'
import { addService } from '@tests/factories/service'
import { createTestDatabase, type TestDatabase } from '@tests/support/database'

const TABLES = [
  'site',
  'service_area',
  'service_pathway',
  'service_policy',
  'programme',
  'cohort',
  'bedspace',
  'service_vacancy',
] as const
/** What is claimed on its bedspaces is seen by whoever sees them. */
const CLAIMS = 'claims'
const SEEN = [...TABLES, CLAIMS]
/** A commissioner was never granted where a service is. */
const OF_COMMISSIONER = SEEN.filter(table => table !== 'site')

let database: TestDatabase
let draft: string
let approved: string
let provider: string
const bedspaces = new Map<string, string[]>()
beforeAll(async () => {
  database = await createTestDatabase()
  provider = await addOrganisation(database.owner, { kind: 'provider' })
  draft = await addWhole(database.owner, null)
  approved = await addWhole(database.owner, new Date('2027-02-01T09:00:00Z'))
})
afterAll(() => database.drop())

/** A service with a row in each of the tables. */
async function addWhole(owner: Kysely<DB>, approvedAt: Date | null): Promise<string> {
  const cohort = { startsOn: '2027-03-01', endsOn: '2027-04-01', lastReferralOn: '2027-02-20', capacity: 8 }
  const { id, bedspaceIds } = await addService(owner, {
    ...{ organisationId: provider, approvedAt, authorities: ['E08000021'], pathways: ['health'] },
    ...{ policy: { sex: 'women' }, site: {}, bedspaces: 1, programme: {}, cohorts: [cohort] },
  })
  bedspaces.set(id, bedspaceIds)
  const [bedspaceId = ''] = bedspaceIds
  const claim = { id: crypto.randomUUID(), bedspaceId, kind: 'void', voidReason: 'repair' } as const
  await owner
    .insertInto('bedspaceClaim')
    .values({ ...claim, during: '[2027-02-01,2027-02-09)' })
    .execute()
  await owner
    .insertInto('serviceVacancy')
    .values({ serviceId: id, confirmedAt: new Date('2027-02-01T09:00:00Z') })
    .onConflict(conflict => conflict.doNothing())
    .execute()
  return id
}

async function member(organisationId: string, role: SignedInViewer['role']): Promise<SignedInViewer> {
  return addMember(database.owner, organisationId, role)
}

type Query = (trx: Kysely<DB>) => Promise<string[]>

/** Of which tables a reader sees the rows of a service, by plain SQL. */
async function tablesSeen(
  read: (query: Query) => Promise<string[]>,
  serviceId: string,
  tables: readonly string[] = SEEN,
): Promise<string[]> {
  return read(async trx => {
    const seen: string[] = []
    for (const table of tables) {
      const { rows } = await (table === CLAIMS ? claimsOf(serviceId) : rowsOf(table, serviceId)).execute(trx)
      if (rows.length > 0) seen.push(table)
    }
    return seen
  })
}

function rowsOf(table: string, serviceId: string) {
  return sql`select 1 from ${sql.table(table)} where service_id = ${serviceId}`
}

/** By the bedspaces' own ids, for a claim says nothing of its service. */
function claimsOf(serviceId: string) {
  return sql`select 1 from bedspace_claim where bedspace_id = any(${bedspaces.get(serviceId) ?? []}::uuid[])`
}

const as = (viewer: SignedInViewer) => (query: Query) => asViewer(database.app, viewer, query)

describe('on the database itself, what belongs to an entry nobody approved', () => {
  it('is seen by its own people and editors alone, and by all who see services once it is approved', async () => {
    const prison = await addOrganisation(database.owner)
    const another = await addOrganisation(database.owner, { kind: 'provider' })
    const region = await addOrganisation(database.owner, { kind: 'region' })
    for (const reader of [await member(another, 'provider_manager'), await member(prison, 'officer')]) {
      expect(await tablesSeen(as(reader), draft), reader.role).toEqual([])
      expect(await tablesSeen(as(reader), approved), reader.role).toEqual(SEEN)
    }
    const commissioner = as(
      await member(await addOrganisation(database.owner, { kind: 'commissioner' }), 'commissioner'),
    )
    expect(await tablesSeen(commissioner, draft, OF_COMMISSIONER)).toEqual([])
    expect(await tablesSeen(commissioner, approved, OF_COMMISSIONER)).toEqual(OF_COMMISSIONER)
    const indexer = (query: Query) => asIndexer(database.app, query)
    expect(await tablesSeen(indexer, draft)).toEqual([])
    expect(await tablesSeen(indexer, approved)).toEqual(SEEN)
    for (const reader of [await member(provider, 'provider_worker'), await member(region, 'editor')])
      expect(await tablesSeen(as(reader), draft), reader.role).toEqual(SEEN)
    expect(await tablesSeen(query => asWorker(database.worker, query), draft)).toEqual(SEEN)
  })
})
