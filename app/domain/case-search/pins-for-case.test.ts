import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '@db/id'
import type { SignedInViewer } from '@db/viewer'
import { createInsideEngine } from '@search/inside/inside-engine'
import { createSearchService } from '@search/search-service'
import { domainContext } from '@tests/factories/domain-context'
import { addMember, addOrganisation } from '@tests/factories/organisation'
import { KNOWN_ANSWERS, OPEN_TO_ALL } from '@tests/factories/plain-person'
import { addService } from '@tests/factories/service'
import { createTestDatabase, type TestDatabase } from '@tests/support/database'
import type { FactsPatch } from '../case/answers/facts-form'
import type { TopicCode } from '../case/answers/fact-topics'
import { createCase } from '../case/record/create-case.server'
import { updateFacts } from '../casework/update-facts.server'
import { directoryPins } from '../directory/service-pins.server'
import { EMPTY_QUERY } from '../directory/search-query'
import { Policy } from '../eligibility/policy'
import { allDocuments } from '../index/service-document.server'
import type { CaseSearchQuery } from './case-search'
import { countForCase, pinsForCase } from './pins-for-case.server'
import { searchForCase } from './search-for-case.server'

const NOW = new Date('2026-11-22T10:00:00Z')
const DURHAM = 'E06000047'
const QUERY: CaseSearchQuery = { ...EMPTY_QUERY, group: 'eligible' }
const SILENT = { info: () => {}, warn: () => {}, error: () => {} }
const MANY = 25

let database: TestDatabase
let officer: SignedInViewer
let stranger: SignedInViewer
let caseId: string
let app: ReturnType<typeof domainContext> & { search: ReturnType<typeof createSearchService> }
const services: Record<string, string> = {}

beforeAll(async () => {
  database = await createTestDatabase()
  const engine = createInsideEngine()
  app = {
    ...domainContext(database, NOW),
    search: createSearchService({ inside: engine, log: SILENT, clock: () => NOW }),
  }
  officer = await addMember(database.owner, await addOrganisation(database.owner), 'officer')
  const elsewhere = await addOrganisation(database.owner, { prisonCode: 'DMI' })
  stranger = await addMember(database.owner, elsewhere, 'officer')
  await addWorld()
  await engine.rebuild(allDocuments(database.app, () => NOW))
  await hide('Hidden since')
  caseId = await openCase()
})

afterAll(() => database.drop())

describe('the pins of a search for a case', () => {
  it('are of the whole group that is shown, each with what is free on the day of release', async () => {
    const pins = await pinsOf('eligible')
    expect(pins.filter(pin => pin.name.startsWith('House'))).toHaveLength(MANY)
    expect(pins.find(pin => pin.name === 'Free and confirmed')).toEqual({
      id: services['Free and confirmed'],
      name: 'Free and confirmed',
      provider: 'Tarnfold Trust',
      kind: 'supported_housing',
      phone: '0191 498 0002',
      lat: 54.78,
      lng: -1.58,
      distanceMiles: null,
      asked: expect.objectContaining({ referralRoute: 'here' }) as unknown,
      vacancy: 'free',
      vacancyOn: '2026-12-28',
    })
    expect(pins.find(pin => pin.name === 'Never confirmed')?.vacancy).toBe('not-confirmed')
    expect(pins.find(pin => pin.name === 'House 1')?.vacancy).toBeNull()
    expect((await pinsOf('not_eligible')).map(pin => pin.name)).toEqual(['Men only'])
  })

  it('hold nothing that she avoids, shows no place or became confidential', async () => {
    const names = (await pinsOf('eligible')).map(pin => pin.name)
    expect(names).not.toContain('To be avoided')
    expect(names).not.toContain('Without a place')
    expect(names).not.toContain('Hidden since')
  })

  it('are no search: none is kept, and the audit says that she was decided for', async () => {
    const before = await times('case.decide')
    await pinsOf('eligible')
    expect(await database.owner.selectFrom('caseSearch').selectAll().execute()).toEqual([])
    expect([(await times('case.decide')) - before, await times('case.search')]).toEqual([1, 0])
    await searchForCase(app, officer, caseId, QUERY)
    await pinsOf('eligible')
    expect(await database.owner.selectFrom('caseSearch').selectAll().execute()).toHaveLength(1)
  })

  it('are for the team of the case alone', async () => {
    expect(await pinsForCase(app, stranger, caseId, QUERY)).toBeNull()
    expect(await pinsForCase(app, officer, newId(), QUERY)).toBeNull()
  })

  it('are beside a number: of the same group, placed or not, and of nothing she avoids', async () => {
    const counted = (query: Partial<CaseSearchQuery>, who = officer) =>
      countForCase(app, who, caseId, { ...QUERY, ...query })
    const { counts } = (await searchForCase(app, officer, caseId, QUERY))?.result ?? { counts: null }
    expect(await counted({})).toBe(counts?.eligible)
    expect(await counted({ words: 'To be avoided' })).toBe(await counted({ words: 'Nobody calls it so' }))
    expect(await counted({ group: 'not_eligible' })).toBe(1)
    expect(await counted({}, stranger)).toBeNull()
  })
})

describe('the pins of the directory', () => {
  it('are of everything found, and tell those who are signed in what is free', async () => {
    const pins = await directoryPins(app, officer, EMPTY_QUERY)
    expect(pins).toHaveLength(MANY + 4)
    expect(pins.find(pin => pin.name === 'Free and confirmed')?.vacancy).toBe('free')
  })

  it('tell the public nothing of vacancies, by whatever it asks', async () => {
    const pins = await directoryPins(app, { kind: 'public' }, { ...EMPTY_QUERY, vacancy: 'now' })
    expect(pins).toHaveLength(MANY + 4)
    expect(pins.every(pin => pin.vacancy === null)).toBe(true)
  })

  it('lie within the miles asked for, and say how far', async () => {
    const place = { label: 'Durham', lat: 54.78, lng: -1.58, approximate: true, authorities: [DURHAM] }
    const near = { text: 'Durham', miles: 2, place }
    const pins = await directoryPins(app, { kind: 'public' }, { ...EMPTY_QUERY, near })
    expect(pins.map(pin => [pin.name, pin.distanceMiles])).toEqual([['Free and confirmed', 0]])
  })
})

async function pinsOf(group: CaseSearchQuery['group']) {
  return (await pinsForCase(app, officer, caseId, { ...QUERY, group })) ?? []
}

async function times(action: string): Promise<number> {
  const rows = database.owner.selectFrom('auditEntry').select('id').where('action', '=', action)
  return (await rows.execute()).length
}

async function addWorld(): Promise<void> {
  const organisationId = await addOrganisation(database.owner, { kind: 'provider', name: 'Tarnfold Trust' })
  const site = { lat: 54.6, lng: -1.9, town: 'Barnard Castle' }
  const base = {
    organisationId,
    authorities: [DURHAM],
    policy: Policy.parse(OPEN_TO_ALL),
    site,
    verifiedAt: NOW,
    supportLevel: 'high',
  }
  const add = async (name: string, fields: object = {}) => {
    services[name] = (await addService(database.owner, { ...base, name, ...fields })).id
  }
  const free = { bedspaces: 1, confirmedAt: NOW, phone: '0191 498 0002', site: { lat: 54.78, lng: -1.58 } }
  await add('Free and confirmed', free)
  await add('Never confirmed', { bedspaces: 1 })
  await add('Men only', { policy: Policy.parse({ ...OPEN_TO_ALL, sex: 'men' }) })
  await add('To be avoided')
  await add('Without a place', { site: undefined })
  await add('Hidden since')
  for (let house = 1; house <= MANY; house++) await add(`House ${house}`)
}

/** The editor hides where it is; the index has not heard of it yet. */
async function hide(name: string): Promise<void> {
  const id = services[name] ?? ''
  await database.owner.deleteFrom('site').where('serviceId', '=', id).execute()
  await database.owner.updateTable('service').set({ confidential: true }).where('id', '=', id).execute()
}

async function openCase(): Promise<string> {
  const made = await createCase(
    app,
    officer,
    {
      prisonNumber: 'Z3001AA',
      name: 'Kay Marrow',
      dateOfBirth: '1992-03-28',
      sex: 'woman',
      custodyStatus: 'sentenced',
      releaseConfidence: 'firm',
      releaseOn: '2026-12-28',
      releaseType: 'automatic',
      homeAuthority: DURHAM,
    },
    { key: newId(), fingerprint: 'new' },
  )
  if (!made.ok) throw new Error(made.reason)
  const avoid = { authorities: [], serviceIds: [services['To be avoided'] ?? ''] }
  const safety = { abuse: 'none', fleeingViolence: 'no', avoid }
  for (const [topic, facts] of Object.entries({ ...KNOWN_ANSWERS, safety })) {
    const update = {
      caseId: made.caseId,
      topic: topic as TopicCode,
      facts: facts as FactsPatch,
      version: 0,
    }
    const kept = await updateFacts(app, officer, update, { key: newId(), fingerprint: topic })
    if (!kept.ok) throw new Error(kept.reason)
  }
  return made.caseId
}
