import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '@db/id'
import { asViewer } from '@db/viewer-transaction'
import type { SignedInViewer } from '@db/viewer'
import { domainContext } from '@tests/factories/domain-context'
import { addMember, addOrganisation } from '@tests/factories/organisation'
import { createTestDatabase, type TestDatabase } from '@tests/support/database'
import type { DomainContext } from '../../context'
import { createCase } from './create-case.server'
import { moveReleaseDate } from '../../casework/move-release-date.server'
import type { NewCase } from './case-form'
import { casesFor } from '../../../screens/cases/facts.server'
import { findCaseFor } from '../../../screens/case/facts.server'
import { TOPIC_CODES } from '../answers/fact-topics'
import { topicVersions } from '../answers/topic-versions.server'
import { updateFacts } from '../../casework/update-facts.server'

const OK = { ok: true }
const NOW = new Date('2026-11-22T10:00:00Z')
const KAY: NewCase = {
  prisonNumber: 'Z4410KD',
  name: 'Kay Marrow',
  dateOfBirth: '1992-03-28',
  sex: 'woman',
  custodyStatus: 'sentenced',
  releaseConfidence: 'firm',
  releaseOn: '2026-12-28',
  releaseType: 'automatic',
  homeAuthority: 'E08000024',
}

let database: TestDatabase
let app: DomainContext
let officer: SignedInViewer
let colleague: SignedInViewer
let stranger: SignedInViewer
let provider: SignedInViewer

beforeAll(async () => {
  database = await createTestDatabase()
  app = domainContext(database, NOW)
  const team = await addOrganisation(database.owner)
  officer = await addMember(database.owner, team, 'officer')
  colleague = await addMember(database.owner, team, 'officer')
  stranger = await addMember(
    database.owner,
    await addOrganisation(database.owner, { prisonCode: 'DMI' }),
    'officer',
  )
  provider = await addMember(
    database.owner,
    await addOrganisation(database.owner, { kind: 'provider' }),
    'provider_manager',
  )
})

afterAll(() => database.drop())

function form(body = 'a body') {
  return { key: newId(), fingerprint: body }
}

async function openCase(prisonNumber: string, changes: Partial<NewCase> = {}): Promise<string> {
  const made = await createCase(
    app,
    officer,
    { ...KAY, prisonNumber, anotherPerson: `yes ${prisonNumber}`, ...changes },
    form(),
  )
  if (!made.ok) throw new Error(made.reason)
  return made.caseId
}

describe('opening a case', () => {
  it('makes one case however often the form is sent, and refuses another body under its key', async () => {
    const request = form()
    const first = await createCase(app, officer, { ...KAY, prisonNumber: 'Z1001AA' }, request)
    const again = await createCase(app, officer, { ...KAY, prisonNumber: 'Z1001AA' }, request)
    const other = await createCase(app, officer, KAY, { ...request, fingerprint: 'another body' })
    expect(first.ok && first.reference).toMatch(/^C-1\d{4}$/)
    expect(again).toEqual(first)
    expect(other).toEqual({ ok: false, reason: 'different' })
  })

  it('gives the open case of the same person instead of a second', async () => {
    const caseId = await openCase('Z1002AA')
    expect(await createCase(app, colleague, { ...KAY, prisonNumber: 'Z1002AA' }, form())).toEqual({
      ok: false,
      reason: 'already_open',
      caseId,
    })
  })

  it('knows of the case another prison has of the same person whom to ring, and opens one once that is done', async () => {
    await openCase('Z1008AA')
    const same = { ...KAY, prisonNumber: 'Z1008AA' }
    expect(await createCase(app, stranger, same, form())).toEqual({
      ok: false,
      reason: 'open_elsewhere',
      prison: { name: expect.stringContaining('prison') as string, phone: null },
    })
    const rungOfAnother = { ...same, openElsewhere: 'yes Z1002AA' }
    expect(await createCase(app, stranger, rungOfAnother, form())).toMatchObject({ reason: 'open_elsewhere' })
    expect(await createCase(app, stranger, { ...same, openElsewhere: 'yes Z1008AA' }, form())).toMatchObject({
      ok: true,
    })
  })

  it('asks of somebody with the same name and date of birth under another number whether she is another person', async () => {
    const there = { ...KAY, name: 'Zoë Pender-Hart', dateOfBirth: '1989-02-14' } as const
    const caseId = await openCase('Z1020AA', there)
    const alike = { ...there, name: 'zoe pender hart', prisonNumber: 'Z1021AA' }
    const refused = { ok: false, reason: 'another_number', caseId }
    const found = () =>
      database.owner
        .selectFrom('auditEntry')
        .select('personId')
        .where('action', '=', 'case.find')
        .where('subjectId', '=', caseId)
        .execute()
    expect(await createCase(app, colleague, alike, form())).toEqual(refused)
    expect(await createCase(app, colleague, { ...alike, anotherPerson: 'yes Z1020AA' }, form())).toEqual(
      refused,
    )
    expect(await found()).toEqual([{ personId: colleague.personId }, { personId: colleague.personId }])
    const others = [
      { ...alike, dateOfBirth: '1989-02-15' as const, prisonNumber: 'Z1022AA' },
      { ...alike, name: 'Zoe Pendlebury', prisonNumber: 'Z1023AA' },
      { ...alike, anotherPerson: 'yes Z1021AA' },
    ]
    for (const other of others)
      expect(await createCase(app, colleague, other, form())).toMatchObject({ ok: true })
    // What another team keeps is not told.
    const elsewhere = { ...alike, prisonNumber: 'Z1024AA' }
    expect(await createCase(app, stranger, elsewhere, form())).toMatchObject({ ok: true })
  })

  it('ends at one case when colleagues open it in the same instant', async () => {
    const twin = { ...KAY, prisonNumber: 'Z1003AA', anotherPerson: 'yes Z1003AA' }
    const results = await Promise.all(
      [officer, colleague, officer, colleague].map(each => createCase(app, each, twin, form())),
    )
    expect(results.filter(result => result.ok)).toHaveLength(1)
    expect(new Set(results.map(result => 'caseId' in result && result.caseId)).size).toBe(1)
  })

  it('keeps nothing that names the person in the clear', async () => {
    const caseId = await openCase('Z1004AA')
    const row = await database.owner
      .selectFrom('caseIdentity')
      .selectAll()
      .where('caseId', '=', caseId)
      .executeTakeFirstOrThrow()
    const kept = Buffer.concat([row.name, row.prisonNumber, row.dateOfBirth, row.prisonNumberHash]).toString(
      'latin1',
    )
    expect(kept).not.toMatch(/Marrow|Z1004AA|1992/)
  })
})

describe('reading a case', () => {
  it('is for the whole team, and for nobody else', async () => {
    const caseId = await openCase('Z1005AA')
    expect(await findCaseFor(app, colleague, caseId)).toMatchObject({
      tier: 3,
      identity: { name: 'Kay Marrow', prisonNumber: 'Z1005AA', dateOfBirth: '1992-03-28', crn: null },
      daysToRelease: 36,
      group: '56_days',
      version: 1,
    })
    expect(await findCaseFor(app, stranger, caseId)).toBeNull()
    expect(await findCaseFor(app, provider, caseId)).toBeNull()
    expect(await findCaseFor(app, officer, newId())).toBeNull()
    expect(await findCaseFor(app, officer, 'not-an-id')).toBeNull()
  })

  it('leaves a trace', async () => {
    const caseId = await openCase('Z1006AA')
    await findCaseFor(app, colleague, caseId)
    const trace = await database.owner
      .selectFrom('auditEntry')
      .select(['action', 'personId'])
      .where('subjectId', '=', caseId)
      .orderBy('happenedAt')
      .execute()
    expect(trace).toEqual([
      { action: 'case.create', personId: officer.personId },
      { action: 'case.read', personId: colleague.personId },
    ])
  })

  it('shows a provider with tier 1 the facts of triage and no identity', async () => {
    const caseId = await openCase('Z1007AA')
    await database.owner
      .insertInto('caseReader')
      .values({ id: newId(), caseId, organisationId: provider.organisationId, tier: 1, referralId: newId() })
      .execute()
    const seen = await findCaseFor(app, provider, caseId)
    expect(seen).toMatchObject({ tier: 1, identity: null })
    expect(seen?.facts).toMatchObject({
      ageBand: '30_39',
      sex: 'female',
      ageAtRelease: null,
      homeAuthority: null,
    })
  })

  it('queues by the day of release, dates not known last', async () => {
    const team = await addOrganisation(database.owner)
    const member = await addMember(database.owner, team, 'officer')
    const open = (prisonNumber: string, changes: Partial<NewCase>) =>
      createCase(
        app,
        member,
        { ...KAY, prisonNumber, anotherPerson: `yes ${prisonNumber}`, ...changes },
        form(),
      )
    await open('Z2001AA', { releaseOn: null, releaseConfidence: 'not_known' })
    await open('Z2002AA', { releaseOn: '2026-12-28' })
    await open('Z2003AA', { releaseOn: '2026-11-25' })
    // Twelve days ago: late, but nobody who is still to leave.
    await open('Z2004AA', { releaseOn: '2026-11-10' })
    const queue = await casesFor(app.db, member, app.keys, { page: 1, now: NOW })
    expect(
      queue.cases.map(({ prisonNumber, daysToRelease, group }) => ({ prisonNumber, daysToRelease, group })),
    ).toEqual([
      { prisonNumber: 'Z2004AA', daysToRelease: -12, group: '5_days' },
      { prisonNumber: 'Z2003AA', daysToRelease: 3, group: '5_days' },
      { prisonNumber: 'Z2002AA', daysToRelease: 36, group: '56_days' },
      { prisonNumber: 'Z2001AA', daysToRelease: null, group: 'not_known' },
    ])
    expect(queue.cases[0]?.referrals).toEqual({
      open: 0,
      offered: 0,
      accepted: 0,
      parked: 0,
      arrived: 0,
      ended: 0,
    })
    expect(queue).toMatchObject({
      total: 4,
      counts: { '5_days': 2, '56_days': 1, not_known: 1 },
      leavingSoon: 1,
      leavingWithoutReferral: 1,
    })
  })
})

describe('changing a case', () => {
  it('keeps the answers of a topic and leaves the others', async () => {
    const caseId = await openCase('Z1009AA')
    const money = { caseId, topic: 'money', facts: { funding: 'housing_benefit' }, version: 0 } as const
    expect(await updateFacts(app, officer, money, form())).toMatchObject({ ok: true })
    const risk = {
      caseId,
      topic: 'risk',
      facts: { arson: 'conviction', arsonYear: 2019 },
      version: 0,
    } as const
    expect(await updateFacts(app, colleague, risk, form())).toMatchObject({ ok: true })
    expect((await findCaseFor(app, officer, caseId))?.facts).toMatchObject({
      funding: 'housing_benefit',
      arson: 'conviction',
      arsonYear: 2019,
      ageAtRelease: { min: 34, max: 34 },
    })
  })

  it('refuses answers drawn before the same topic was saved, and strangers', async () => {
    const caseId = await openCase('Z1010AA')
    const update = { caseId, topic: 'money', facts: { recourse: 'no' }, version: 0 } as const
    await updateFacts(app, officer, update, form())
    expect(await updateFacts(app, colleague, update, form())).toEqual({ ok: false, reason: 'stale' })
    expect(await updateFacts(app, colleague, { ...update, version: 1 }, form())).toMatchObject({ ok: true })
    expect(await updateFacts(app, officer, { ...update, version: 1 }, form())).toEqual({
      ok: false,
      reason: 'stale',
    })
    expect(await updateFacts(app, stranger, update, form())).toEqual({ ok: false, reason: 'not_found' })
    expect((await findCaseFor(app, officer, caseId))?.topicVersions).toEqual({
      household: 0,
      needs: 0,
      risk: 0,
      areas: 0,
      money: 2,
      safety: 0,
    })
  })

  it('takes every topic from pages opened before any of them was saved, and a date moved beside them', async () => {
    const caseId = await openCase('Z1013AA')
    const saved = await Promise.all(
      TOPIC_CODES.map(topic => updateFacts(app, officer, { caseId, topic, facts: {}, version: 0 }, form())),
    )
    expect(saved).toMatchObject([OK, OK, OK, OK, OK, OK])
    const move = {
      releaseOn: '2027-01-20',
      releaseConfidence: 'firm',
      releaseType: 'automatic',
      cause: 'calculation',
      version: 1,
    } as const
    expect(await moveReleaseDate(app, officer, caseId, move, form())).toMatchObject(OK)
  })

  it('tells a provider at triage nothing of answers on safety, not even that there are any', async () => {
    const caseId = await openCase('Z1014AA')
    const { organisationId } = provider
    await database.owner
      .insertInto('caseReader')
      .values({ id: newId(), caseId, organisationId, tier: 1, referralId: newId() })
      .execute()
    for (const topic of ['risk', 'safety'] as const)
      await updateFacts(app, officer, { caseId, topic, facts: {}, version: 0 }, form())
    const versions = await asViewer(app.db, provider, trx => topicVersions(trx, caseId))
    expect(versions).toMatchObject({ risk: 1, safety: 0 })
  })

  it('moves the release date, keeps what it was, and works ages out again', async () => {
    const caseId = await openCase('Z1011AA', { dateOfBirth: '2002-01-10' })
    expect((await findCaseFor(app, officer, caseId))?.facts.ageAtRelease).toEqual({ min: 24, max: 24 })
    const move = {
      releaseOn: '2027-01-20',
      releaseConfidence: 'firm',
      releaseType: 'automatic',
      cause: 'calculation',
      version: 1,
    } as const
    expect(await moveReleaseDate(app, officer, caseId, move, form())).toEqual({
      ok: true,
      toReconfirm: [],
      inConflict: [],
      affected: [],
    })
    const again = { ...move, version: 2 }
    expect(await moveReleaseDate(app, officer, caseId, again, form())).toEqual({
      ok: false,
      reason: 'unchanged',
    })
    expect(await moveReleaseDate(app, stranger, caseId, again, form())).toEqual({
      ok: false,
      reason: 'not_found',
    })
    const moved = await findCaseFor(app, officer, caseId)
    expect(moved).toMatchObject({
      releaseOn: '2027-01-20',
      version: 2,
      dateChanges: [{ oldReleaseOn: '2026-12-28', newReleaseOn: '2027-01-20', cause: 'calculation' }],
    })
    expect(moved?.facts).toMatchObject({ ageAtRelease: { min: 25, max: 25 }, ageBand: '25_29' })
    const factsIn = (table: 'caseTriage' | 'caseNeeds') =>
      database.owner.selectFrom(table).select('facts').where('caseId', '=', caseId).executeTakeFirstOrThrow()
    expect((await factsIn('caseTriage')).facts).toMatchObject({ ageBand: '25_29' })
    expect((await factsIn('caseTriage')).facts).not.toHaveProperty('release')
    expect((await factsIn('caseNeeds')).facts).toMatchObject({
      release: { from: '2027-01-20', to: '2027-01-20' },
    })
  })

  it('is not a provider’s to do, by any query', async () => {
    const caseId = await openCase('Z1012AA')
    const written = await asViewer(app.db, provider, trx =>
      trx.updateTable('caseTriage').set({ facts: '{}' }).where('caseId', '=', caseId).executeTakeFirst(),
    )
    expect(written.numUpdatedRows).toBe(0n)
  })
})
