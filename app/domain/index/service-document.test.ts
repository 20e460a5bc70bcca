import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import { newId } from '@db/id'
import { asIndexer } from '@db/viewer-transaction'
import { createInsideEngine } from '@search/inside/inside-engine'
import { searchQuery } from '@search/search-query'
import { addOrganisation } from '@tests/factories/organisation'
import { addService } from '@tests/factories/service'
import { createTestDatabase, type TestDatabase } from '@tests/support/database'
import { documentRows } from './document-rows.server'
import { allDocuments, loadDocuments } from './service-document.server'
import { londonDay } from '../time/calendar'

const NOW = new Date('2026-11-22T10:00:00Z')
const DAY = 86_400_000

let database: TestDatabase
let provider: string

beforeAll(async () => {
  database = await createTestDatabase()
  provider = await addOrganisation(database.owner, { kind: 'provider', name: 'Marlpit Women’s Project' })
})

afterAll(() => database.drop())

async function closeOff(bedspaceId: string, during: string): Promise<void> {
  await database.owner
    .insertInto('bedspaceClaim')
    .values({ id: newId(), bedspaceId, kind: 'void', voidReason: 'repair', during })
    .execute()
}

describe('the document of a service', () => {
  it('says what is stated, where it is and which days are free', async () => {
    const { id, bedspaceIds } = await addService(database.owner, {
      organisationId: provider,
      name: 'Harebell Row',
      authorities: ['E08000024', 'E08000023'],
      pathways: ['accommodation'],
      complexNeeds: 'yes',
      policy: {
        sex: 'women',
        couple: 'no',
        children: { rule: 'live_in', most: 2 },
        peopleFromPrison: 'case_by_case',
      },
      verifiedAt: new Date(NOW.getTime() - DAY),
      site: { town: 'Sunderland', lat: 54.9, lng: -1.38 },
      confirmedAt: new Date(NOW.getTime() - DAY),
      bedspaces: 2,
    })
    await closeOff(bedspaceIds[0] ?? '', '[2026-10-01,2026-11-25)')
    await closeOff(bedspaceIds[0] ?? '', '[2026-12-11,)')
    await closeOff(bedspaceIds[1] ?? '', '[2026-11-01,2026-12-10)')
    const [document] = await loadDocuments(database.app, [id], NOW)
    expect(document).toMatchObject({
      id,
      name: 'Harebell Row',
      provider: 'Marlpit Women’s Project',
      kindLabel: 'Supported housing',
      authorities: ['E08000023', 'E08000024'],
      authorityNames: ['South Tyneside', 'Sunderland'],
      sex: 'women',
      womenOnly: true,
      takesChildren: 'yes',
      takesCouples: 'no',
      acceptsPeopleFromPrison: 'case_by_case',
      complexNeeds: true,
      wheelchair: null,
      position: { lat: 54.9, lng: -1.38 },
      town: 'Sunderland',
      freeSince: Date.parse('2026-12-10T00:00:00Z') / 1000,
      freshUntil: Math.floor(NOW.getTime() / 1000) + 6 * 86_400,
      checkUntil: Math.floor(NOW.getTime() / 1000) + 13 * 86_400,
    })
    // From 25 November (day 20782, seen from its midnight on) to Monday 7 December: two nights on is Wednesday, and two
    // working days of turnaround are done on Friday 11, when the next claim begins.
    expect([document?.freeOn.length, document?.freeOn[0], document?.freeOn.at(-1)]).toEqual([
      13, 207821795564800, 207941795564800,
    ])
  })

  it('does not change by a byte when a hidden address does', async () => {
    const { id } = await addService(database.owner, {
      organisationId: provider,
      kind: 'refuge',
      confidential: true,
      authorities: ['E08000021'],
      policy: { sex: 'women' },
    })
    const hidden = { name: 'House', address: '1 Secret Street', postcode: 'NE1 1AA', lat: 54.97, lng: -1.61 }
    await database.owner
      .insertInto('confidentialSite')
      .values({ id: newId(), serviceId: id, ...hidden })
      .execute()
    const before = JSON.stringify(await loadDocuments(database.app, [id], NOW))
    await database.owner
      .updateTable('confidentialSite')
      .set({ address: '9 Other Road', postcode: 'DH1 1AA', lat: 54.7, lng: -1.5 })
      .execute()
    expect(JSON.stringify(await loadDocuments(database.app, [id], NOW))).toBe(before)
    expect(before).toContain('"position":null')
  })

  it('is gone once the service is archived', async () => {
    const { id } = await addService(database.owner, { organisationId: provider, archivedAt: NOW })
    expect(await loadDocuments(database.app, [id, newId()], NOW)).toEqual([])
  })

  it('comes with all others for a rebuild, and can be searched', async () => {
    await addService(database.owner, {
      organisationId: provider,
      name: 'Stories from home',
      kind: 'parenting_programme',
      programme: { deliveredIn: ['prison'], prisonCodes: ['LNI'] },
    })
    const engine = createInsideEngine()
    await engine.rebuild(allDocuments(database.app, () => NOW))
    const found = await engine.search(
      searchQuery({ audience: 'public', now: NOW, today: londonDay(NOW), facets: { prison: ['LNI'] } }),
    )
    expect(found.hits).toHaveLength(1)
    expect((await engine.health()).documents).toBe(3)
  })
})

describe('what a document is made from', () => {
  it('leaves a note for the index when it changes, whichever table it is in', async () => {
    const { rows } = await sql<{ table: string }>`
      select tgrelid::regclass::text as table from pg_trigger where tgname = 'note_index_change'`.execute(
      database.owner,
    )
    const { sql: text } = await asIndexer(database.app, trx =>
      Promise.resolve(documentRows(trx, '2026-11-22').compile()),
    )
    const tables = [...text.matchAll(/\b(?:from|join) (?!lateral)"?([a-z_]+)"?/g)].map(
      match => match[1] ?? '',
    )
    expect(tables).toContain('organisation')
    expect(tables).toContain('bedspace_claim')
    const noted = new Set(rows.map(row => row.table))
    expect([...new Set(tables)].filter(table => !noted.has(table))).toEqual([])
  })

  it('names a provider as it is called now', async () => {
    const renamed = await addOrganisation(database.owner, { kind: 'provider', name: 'Old Name Homes' })
    const { id } = await addService(database.owner, { organisationId: renamed, name: 'Teasel House' })
    const noted = await notesOf(id)
    await rename(renamed, 'New Name Homes')
    expect(await notesOf(id)).toBe(noted + 1)
    const [document] = await loadDocuments(database.app, [id], NOW)
    expect(document?.provider).toBe('New Name Homes')
    await rename(renamed, 'New Name Homes')
    expect(await notesOf(id)).toBe(noted + 1)
  })
})

function rename(id: string, name: string) {
  return database.owner.updateTable('organisation').set({ name }).where('id', '=', id).execute()
}

async function notesOf(serviceId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) from index_change where service_id = ${serviceId}`.execute(database.owner)
  return rows[0]?.count ?? 0
}

describe('a wheelchair', () => {
  it('is taken where the policy says so, whatever the directory held; a silent one leaves that', async () => {
    const read = async (wheelchair: boolean | null, policy: object) => {
      const { id } = await addService(database.owner, { organisationId: provider, wheelchair, policy })
      const row = await database.owner
        .selectFrom('service')
        .select('wheelchair')
        .where('id', '=', id)
        .executeTakeFirst()
      const [document] = await loadDocuments(database.app, [id], NOW)
      return [row?.wheelchair, document?.wheelchair]
    }
    expect(await read(null, { access: { wheelchair: 'yes' } })).toEqual([true, true])
    expect(await read(true, { access: { wheelchair: 'no' } })).toEqual([false, false])
    expect(await read(true, { access: { wheelchair: null } })).toEqual([true, true])
    expect(await read(false, {})).toEqual([false, false])
    expect(await read(null, {})).toEqual([null, null])
  })
})
