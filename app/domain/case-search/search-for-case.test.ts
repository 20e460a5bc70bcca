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
import { Policy } from '../eligibility/policy'
import { searchDirectory } from '../directory/search-directory.server'
import { EMPTY_QUERY } from '../directory/search-query'
import { allDocuments } from '../index/service-document.server'
import { findServiceFor } from '../service/service-queries.server'
import type { CaseSearchQuery } from './case-search'
import { createCase } from '../case/record/create-case.server'
import { decideForCase } from '../../screens/case-refer/facts.server'
import type { FactsPatch } from '../case/answers/facts-form'
import type { TopicCode } from '../case/answers/fact-topics'
import { searchForCase } from './search-for-case.server'
import { updateFacts } from '../casework/update-facts.server'

const NOW = new Date('2026-11-22T10:00:00Z')
const HOUR = 3_600_000
const SUNDERLAND = 'E08000024'
const NEWCASTLE = 'E08000021'
const QUERY: CaseSearchQuery = { ...EMPTY_QUERY, group: 'eligible' }
const SILENT = { info: () => {}, warn: () => {}, error: () => {} }

let database: TestDatabase
let officer: SignedInViewer
let stranger: SignedInViewer
let caseId: string
let app: ReturnType<typeof domainContext> & { search: ReturnType<typeof createSearchService> }
const services: Record<string, string> = {}
const bedspaces: Record<string, string | undefined> = {}

beforeAll(async () => {
  database = await createTestDatabase()
  const engine = createInsideEngine()
  const search = createSearchService({ inside: engine, log: SILENT, clock: () => NOW })
  app = { ...domainContext(database, NOW), search }
  officer = await addMember(database.owner, await addOrganisation(database.owner), 'officer')
  stranger = await addMember(
    database.owner,
    await addOrganisation(database.owner, { prisonCode: 'DMI' }),
    'officer',
  )
  await addWorld()
  await engine.rebuild(allDocuments(database.app, () => NOW))
  caseId = await openKnownCase('Z3001AA', {})
})

afterAll(() => database.drop())

async function addWorld(): Promise<void> {
  const provider = await addOrganisation(database.owner, { kind: 'provider', name: 'Tarnfold Trust' })
  const add = async (name: string, fields: object, policy: object = OPEN_TO_ALL) => {
    const base = {
      organisationId: provider,
      name,
      verifiedAt: NOW,
      supportLevel: 'high',
      policy: Policy.parse(policy),
    }
    const made = await addService(database.owner, { authorities: [NEWCASTLE], ...base, ...fields })
    services[name] = made.id
    bedspaces[name] = made.bedspaceIds[0]
  }
  await add('Free far away', { bedspaces: 1, confirmedAt: new Date(NOW.getTime() - HOUR) })
  await add('Free nearby', {
    bedspaces: 1,
    confirmedAt: new Date(NOW.getTime() - HOUR),
    authorities: [SUNDERLAND],
  })
  await add('Never confirmed', { bedspaces: 3, authorities: [SUNDERLAND] })
  await add('Lodge Gate House', { bedspaces: 1 }, { ...OPEN_TO_ALL, sex: 'men' })
  await add('Case by case', {}, { ...OPEN_TO_ALL, peopleFromPrison: 'case_by_case' })
  await add('Asks about women-only', {}, { ...OPEN_TO_ALL, sex: 'mixed' })
  await add('Mothers Together', {
    kind: 'parenting_programme',
    programme: { deliveredIn: ['prison'], prisonCodes: ['DMI'], audiences: ['mothers'] },
  })
  await add('For professionals', { visibility: 'professionals' }, { ...OPEN_TO_ALL, sex: 'men' })
  await add('Older only', { visibility: 'professionals' }, { ...OPEN_TO_ALL, ageMin: 50 })
  await add('Older mentors', { kind: 'mentoring', visibility: 'professionals' })
  await add(
    'Sunderland housing options',
    { kind: 'council_housing_options', authorities: [SUNDERLAND], visibility: 'public' },
    { ...OPEN_TO_ALL, peopleFromPrison: 'case_by_case' },
  )
}

async function openKnownCase(
  prisonNumber: string,
  safety: FactsPatch,
  areas: FactsPatch = {},
): Promise<string> {
  const made = await createCase(
    app,
    officer,
    {
      prisonNumber,
      name: 'Kay Marrow',
      anotherPerson: `yes ${prisonNumber}`,
      dateOfBirth: '1992-03-28',
      sex: 'woman',
      custodyStatus: 'sentenced',
      releaseConfidence: 'firm',
      releaseOn: '2026-12-28',
      releaseType: 'automatic',
      homeAuthority: SUNDERLAND,
    },
    { key: newId(), fingerprint: 'new' },
  )
  if (!made.ok) throw new Error(made.reason)
  const topics: [string, FactsPatch][] = Object.entries({
    ...KNOWN_ANSWERS,
    areas: { ...KNOWN_ANSWERS.areas, ...areas },
    safety: { abuse: 'none', fleeingViolence: 'no', ...safety },
  })
  for (const [topic, facts] of topics) {
    const update = { caseId: made.caseId, topic: topic as TopicCode, facts, version: 0 }
    const kept = await updateFacts(app, officer, update, { key: newId(), fingerprint: topic })
    if (!kept.ok) throw new Error(kept.reason)
  }
  return made.caseId
}

async function search(query: Partial<CaseSearchQuery> = {}, id = caseId) {
  const answer = await searchForCase(app, officer, id, { ...QUERY, ...query })
  if (answer === null) throw new Error('No case')
  return answer.result
}

describe('a search for a case', () => {
  it('decides every match and shows one group, confirmed vacancies first and not confirmed last', async () => {
    const result = await search()
    expect(result.counts).toEqual({ eligible: 4, eligible_once_answered: 1, discuss: 1, not_eligible: 4 })
    expect(result.hits.map(hit => hit.name)).toEqual([
      'Free nearby',
      'Free far away',
      'Older mentors',
      'Never confirmed',
    ])
    expect(result.hits[0]).toMatchObject({
      isPreferredArea: true,
      vacancy: { free: 1, freshness: { state: 'confirmed' } },
      referral: null,
    })
    expect(result.whatElse).toBeNull()
  })

  it('says which answers would decide how many more places', async () => {
    const result = await search({ group: 'eligible_once_answered' })
    expect(result.hits.map(hit => hit.name)).toEqual(['Asks about women-only'])
    expect(result.answersToGive).toEqual({ fields: ['needsWomenOnly'], services: 1 })
  })

  it('narrows by facets and words like any search', async () => {
    expect((await search({ facets: { authority: [SUNDERLAND] } })).hits.map(hit => hit.name)).toEqual([
      'Free nearby',
      'Never confirmed',
    ])
    expect((await search({ words: 'nearby' })).counts.eligible).toBe(1)
    expect((await search({ vacancy: 'now' })).counts).toMatchObject({ eligible: 3, discuss: 0 })
  })

  it('decides a programme by where the person is held', async () => {
    const result = await search({ group: 'not_eligible', words: 'mothers together' })
    const answer = result.hits[0]?.decision.answers.find(each => each.criterion === 'programme_prison')
    expect(answer?.reason).toBe('It runs in HMP & YOI Durham only')
  })

  it('leaves no trace of what the person avoids', async () => {
    const plain = await search()
    const avoiding = await openKnownCase('Z3002AA', {
      avoid: { authorities: [SUNDERLAND], serviceIds: [services['Lodge Gate House'] ?? ''] },
    })
    const result = await search({}, avoiding)
    expect(result.counts).toEqual({ eligible: 2, eligible_once_answered: 1, discuss: 1, not_eligible: 3 })
    expect(result.facets.authority).toEqual({ [NEWCASTLE]: 7 })
    expect(plain.facets.authority).toEqual({ [NEWCASTLE]: 8, [SUNDERLAND]: 2 })
    expect(result.vacancies?.now).toBe((plain.vacancies?.now ?? 0) - 3)
    const ticked = await search({ facets: { authority: [SUNDERLAND] } }, avoiding)
    expect(ticked.total).toBe(0)
    expect(ticked.facets.kind).toEqual({})
    expect(ticked.councils).toEqual([])
    expect(await decideForCase(app, officer, avoiding, services['Free nearby'] ?? '')).toBeNull()
    // 'Lodge Gate House' alone holds the word, and is avoided: no step may tell that anything does.
    const typed = { words: 'lodge parenting' }
    expect((await search(typed)).step.unknown).toEqual([])
    const { step } = await search(typed, avoiding)
    expect(step.unknown.map(part => part.text)).toEqual(['“lodge”'])
    expect(step.others).toEqual([])
  })

  it('shows the council she turns to apart: of the areas preferred, else of home, save where it is asked for', async () => {
    const { owner } = database
    const organisationId = await addOrganisation(owner, { kind: 'provider', name: 'Gateshead Council' })
    const gateshead = {
      organisationId,
      name: 'Gateshead housing options',
      kind: 'council_housing_options',
      authorities: ['E08000037'],
    }
    const { id } = await addService(owner, gateshead)
    const names = (result: { councils: readonly { name: string }[] }) =>
      result.councils.map(({ name }) => name)
    const plain = await search({ group: 'discuss' })
    expect(plain.hits.map(({ name }) => name)).toEqual(['Case by case'])
    expect(plain.facets.kind.council_housing_options).toBeUndefined()
    expect(names(plain)).toEqual(['Sunderland housing options'])
    const asked = await search({ group: 'discuss', facets: { kind: ['council_housing_options'] } })
    expect(asked.hits.map(({ name }) => name)).toEqual(['Sunderland housing options'])

    const preferring = async (prisonNumber: string, areas: string[], safety: FactsPatch = {}) =>
      names(await search({}, await openKnownCase(prisonNumber, safety, { preferredAuthorities: areas })))
    expect(await preferring('Z3011AA', ['E08000037'])).toEqual(['Gateshead housing options'])
    expect(await preferring('Z3012AA', [])).toEqual(['Sunderland housing options'])
    const avoid = { authorities: ['E08000037'], serviceIds: [] }
    expect(await preferring('Z3013AA', ['E08000037', SUNDERLAND], { avoid })).toEqual([
      'Sunderland housing options',
    ])
    await owner.updateTable('service').set({ archivedAt: NOW }).where('id', '=', id).execute()
  })

  it('names the single rule and what else there is where nothing is eligible', async () => {
    const result = await search({ words: 'older only', facets: { kind: ['supported_housing'] } })
    expect(result.counts.eligible).toBe(0)
    expect(result.whatElse?.obstacle).toMatchObject({ criterion: 'age', alone: true })
    expect(result.councils.map(card => card.name)).toEqual(['Sunderland housing options'])
  })

  it('names nowhere else that does not take her, and keeps what does not say', async () => {
    const organisationId = await addOrganisation(database.owner, { kind: 'provider', name: 'Wharf Homes' })
    const add = (name: string, kind: string, policy?: object) =>
      addService(database.owner, {
        organisationId,
        name,
        kind,
        authorities: [SUNDERLAND],
        ...(policy && { policy: Policy.parse(policy) }),
      })
    await add('Approved premises for men', 'approved_premises', { sex: 'men' })
    await add('Approved premises for women', 'approved_premises', { ...OPEN_TO_ALL, sex: 'women' })
    await add('Approved premises for nobody from prison', 'approved_premises', { peopleFromPrison: 'no' })
    await add('Approved premises that do not say', 'approved_premises')
    await add('Night shelter for men', 'emergency', { sex: 'men' })
    await add('Night shelter from 18 to 25', 'emergency', { sex: 'mixed', ageMin: 18, ageMax: 25 })
    await add('Night shelter', 'emergency', { sex: 'mixed', ageMin: 18 })
    const { whatElse } = await search({ words: 'older only' })
    expect(whatElse?.approvedPremises.map(card => card.name)).toEqual([
      'Approved premises for women',
      'Approved premises that do not say',
    ])
    expect(whatElse?.emergency.map(card => card.name)).toEqual(['Night shelter'])
  })

  it('says what each filter taken away would bring, decided for her, and what one answer alone would decide', async () => {
    const narrow = { words: 'older only', facets: { kind: ['supported_housing'] } }
    const { wouldBring } = await search(narrow)
    // Without the words three places to live fit: two that are free and one nobody confirmed. Without the kind nothing does.
    expect(wouldBring.filters).toEqual([
      { text: '“older”', without: { ...QUERY, ...narrow, words: '' }, services: 3 },
    ])
    expect(wouldBring.answers).toEqual([])
    const asks = await search({ words: 'asks about women-only' })
    expect(asks.wouldBring.answers).toEqual([{ field: 'needsWomenOnly', services: 1 }])
    expect((await search()).wouldBring).toEqual({ answers: [], filters: [] })
    const avoiding = await openKnownCase('Z3020AA', {
      avoid: { authorities: [SUNDERLAND], serviceIds: [] },
    })
    const avoided = await search(narrow, avoiding)
    expect(avoided.wouldBring.filters.map(({ services }) => services)).toEqual([1])
  })

  it('counts for a filter taken away nothing that only matches a part of what is left', async () => {
    const narrow = { words: 'lodge xyzzy', facets: { kind: ['supported_housing'] } }
    const { step, hits, wouldBring } = await search({ ...narrow, group: 'not_eligible' })
    expect(step.dropped.map(part => part.text)).toEqual(['“xyzzy”'])
    expect(hits.map(hit => hit.name)).toEqual(['Lodge Gate House'])
    expect(wouldBring.filters).toEqual([])
    // Without ‘lodge’ the other word is given up too, and whatever is left fits.
    expect((await search(narrow)).wouldBring.filters).toEqual([])
  })

  it('names for a mother what there is for her children, the councils of other areas, and numbers out of hours', async () => {
    const organisationId = await addOrganisation(database.owner, { kind: 'provider', name: 'Tyne Families' })
    const family = {
      organisationId,
      name: 'Young parents of Tyne',
      kind: 'young_parents',
      authorities: [SUNDERLAND],
    }
    const far = {
      organisationId,
      name: 'Hartlepool housing options',
      kind: 'council_housing_options',
      authorities: ['E06000001'],
      outOfHoursPhone: '01429 498 001',
    }
    const ids = [(await addService(database.owner, family)).id, (await addService(database.owner, far)).id]
    const none = { words: 'older only', facets: { kind: ['supported_housing'] } }
    const alone = await search(none)
    expect(alone.whatElse?.forChildren).toEqual([])
    expect(alone.otherCouncils).toMatchObject([
      { name: 'Hartlepool housing options', outOfHoursPhone: '01429 498 001' },
    ])
    const mother = await openKnownCase('Z3021AA', {})
    const facts = { ...KNOWN_ANSWERS.household, childrenPlan: 'elsewhere' } as const
    const household = { caseId: mother, topic: 'household', facts, version: 1 } as const
    const kept = await updateFacts(app, officer, household, { key: newId(), fingerprint: 'mother' })
    expect(kept.ok).toBe(true)
    const hers = await search(none, mother)
    expect(hers.whatElse?.forChildren.map(card => card.name)).toEqual(['Young parents of Tyne'])
    const avoid = { authorities: ['E06000001', SUNDERLAND], serviceIds: [] }
    const avoiding = await search(none, await openKnownCase('Z3022AA', { avoid }))
    expect([...avoiding.councils, ...avoiding.otherCouncils]).toEqual([])
    await database.owner.updateTable('service').set({ archivedAt: NOW }).where('id', 'in', ids).execute()
  })

  it('tells services for the other sex alone from none at all', async () => {
    const forMen = await search({ words: 'lodge gate house', facets: { kind: ['supported_housing'] } })
    expect(forMen).toMatchObject({ total: 1, whatElse: { checked: 1, obstacle: null } })
    const none = await search({ facets: { kind: ['bond_scheme'] } })
    expect(none).toMatchObject({ total: 0, whatElse: { checked: 0, obstacle: null } })
  })

  it('does not take a course for a place to live', async () => {
    expect(await search()).toMatchObject({ counts: { eligible: 4 }, placesToLive: 3, whatElse: null })
    const mixed = await search({ words: 'older' })
    expect(mixed).toMatchObject({ counts: { eligible: 1 }, placesToLive: 0 })
    expect(mixed.whatElse?.obstacle).toMatchObject({ criterion: 'age', serviceCount: 1 })
    expect((await search({ words: 'mentors' })).whatElse).toBeNull()
  })

  it('counts what is free on the release day', async () => {
    const bedspaceId = bedspaces['Free far away'] ?? ''
    const claim = {
      id: newId(),
      bedspaceId,
      during: '[2026-12-20,2027-01-10)',
      kind: 'void',
      voidReason: 'repair',
    }
    await database.owner.insertInto('bedspaceClaim').values(claim).execute()
    const vacancy = async (query: Partial<CaseSearchQuery>) =>
      (await search({ words: 'far away', ...query })).hits[0]?.vacancy
    expect(await vacancy({})).toMatchObject({ free: 0, expected: { on: '2027-01-10' } })
    expect(await vacancy({ vacancy: 'now' })).toMatchObject({ free: 1, countedOn: null })
    await database.owner.deleteFrom('bedspaceClaim').where('id', '=', claim.id).execute()
    expect(await vacancy({})).toMatchObject({ free: 1, countedOn: '2026-12-28' })
    await database.owner
      .updateTable('personCase')
      .set({ releaseConfidence: 'likely' })
      .where('id', '=', caseId)
      .execute()
    expect(await vacancy({})).toMatchObject({ countedOn: '2026-12-28' })
    await database.owner
      .updateTable('personCase')
      .set({ releaseConfidence: 'firm' })
      .where('id', '=', caseId)
      .execute()
  })

  it('is kept once a day for the same criteria, without the words', async () => {
    const id = await openKnownCase('Z3003AA', {})
    await search({ words: 'refuge near mum' }, id)
    await search({ words: 'refuge near mum', page: 2, group: 'discuss' }, id)
    await search({ words: 'hostel' }, id)
    const rows = await database.owner.selectFrom('caseSearch').selectAll().where('caseId', '=', id).execute()
    expect(rows).toHaveLength(2)
    expect(JSON.stringify(rows)).not.toMatch(/mum|hostel/)
    expect(rows[0]?.searchedOn).toBe('2026-11-22')
  })

  it('is evidence of need where the answers are known and nothing narrows it, and is kept again once they are', async () => {
    const id = await openKnownCase('Z3004AA', {})
    const answer = (rosh: 'unknown' | 'low', version: number) =>
      updateFacts(
        app,
        officer,
        { caseId: id, topic: 'risk', facts: { ...KNOWN_ANSWERS.risk, rosh }, version },
        { key: newId(), fingerprint: rosh },
      )
    await answer('unknown', 1)
    await search({}, id)
    await answer('low', 2)
    await search({}, id)
    await search({ words: 'nearby' }, id)
    const rows = await database.owner
      .selectFrom('caseSearch')
      .select('criteria')
      .where('caseId', '=', id)
      .execute()
    const criteria = rows.map(row => row.criteria as { isEvidence: boolean; words: string | null })
    expect(criteria.map(({ isEvidence, words }) => [isEvidence, words !== null])).toEqual([
      [false, false],
      [true, false],
      [false, true],
    ])
  })

  it('is for the team of the case alone', async () => {
    expect(await searchForCase(app, stranger, caseId, QUERY)).toBeNull()
    expect(await searchForCase(app, officer, newId(), QUERY)).toBeNull()
  })
})

describe('the directory', () => {
  it('shows the public services alone, and nothing of vacancies', async () => {
    const result = await searchDirectory(
      app,
      { kind: 'public' },
      { ...EMPTY_QUERY, vacancy: 'now', sort: 'available' },
    )
    expect(result.total).toBe(8)
    expect(result.vacancies).toBeNull()
    expect(result.hits.every(hit => hit.vacancy === null)).toBe(true)
    expect(result.byAuthority).toEqual({ [NEWCASTLE]: 5, [SUNDERLAND]: 3 })
  })

  it('shows professionals what is free, confirmed first', async () => {
    const result = await searchDirectory(app, officer, EMPTY_QUERY)
    expect(result.total).toBe(11)
    expect(result.hits[0]?.vacancy?.free).toBe(1)
    const only = await searchDirectory(app, officer, {
      ...EMPTY_QUERY,
      vacancy: 'now',
      confirmedRecently: true,
    })
    expect(only.hits.map(hit => hit.name)).toEqual(['Free far away', 'Free nearby'])
  })
})

describe('a service’s own page', () => {
  it('keeps policy and vacancy for those who are signed in', async () => {
    const id = services['Free nearby'] ?? ''
    const open = await findServiceFor(app.db, { kind: 'public' }, id, NOW)
    expect(open).toMatchObject({ name: 'Free nearby', provider: 'Tarnfold Trust', forProfessionals: null })
    const signedIn = await findServiceFor(app.db, officer, id, NOW)
    expect(signedIn?.forProfessionals).toMatchObject({
      isPolicyVerified: true,
      vacancy: { total: 1, free: 1 },
    })
    expect(signedIn?.forProfessionals?.policy).toContainEqual({ criterion: 'sex', words: 'Sex: women' })
  })

  it('is not there for the public when it is for professionals, nor when there is none', async () => {
    const id = services['For professionals'] ?? ''
    expect(await findServiceFor(app.db, { kind: 'public' }, id, NOW)).toBeNull()
    expect(await findServiceFor(app.db, officer, id, NOW)).toMatchObject({ visibility: 'professionals' })
    expect(await findServiceFor(app.db, officer, newId(), NOW)).toBeNull()
    expect(await findServiceFor(app.db, officer, 'x', NOW)).toBeNull()
  })

  it('can be read by a commissioner, who sees no site', async () => {
    const region = await addOrganisation(database.owner, { kind: 'region' })
    const commissioner = await addMember(database.owner, region, 'commissioner')
    const seen = await findServiceFor(app.db, commissioner, services['Free nearby'] ?? '', NOW)
    expect(seen).toMatchObject({ sites: [], forProfessionals: { vacancy: { total: 1 } } })
    expect((await searchDirectory(app, commissioner, EMPTY_QUERY)).total).toBe(11)
  })
})
