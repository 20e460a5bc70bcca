import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asViewer } from '@db/viewer-transaction'
import { newId } from '@db/id'
import { type FilledCase, filledCase, TYPED } from '@tests/factories/filled-case'
import {
  anotherCase,
  createReferralWorld,
  form,
  type ReferralWorld,
  submitted,
} from '@tests/factories/referral-world'
import { closeCase } from '../casework/close-case.server'
import { findReferralFor } from '../referral/record/referral-queries.server'
import { correctClosing } from '../casework/correct-closing.server'
import { KEPT_TABLES } from '../retention/kept-tables'
import { heldFields, heldValues } from './held-fields'
import { findPerson, heldOnPerson } from './held-person.server'
import { ownWords } from './own-words.server'
import { strikeWords } from './strike-words.server'
import { findWordsPlace, WORDS_PLACES, type WordsPlace } from './words-places'
import { WORDS_STRUCK } from '../words/struck'

const CLOSED_FOR = 'typed on closing'
let world: ReferralWorld
let filled: FilledCase
let again: FilledCase
let closing = ''
beforeAll(async () => {
  world = await createReferralWorld()
  again = await filledCase(world, 1)
  world.passTo(new Date('2027-02-01T09:00:00Z'))
  filled = await filledCase(world)
  const why = { reason: 'housed', note: CLOSED_FOR, notKnown: 'yes' } as const
  const { caseId } = filled
  const { version } = await world.database.owner
    .selectFrom('personCase')
    .select('version')
    .where('id', '=', caseId)
    .executeTakeFirstOrThrow()
  const officer = world.viewers.lowNewtonOfficer
  expect(await closeCase(world.app, officer, { caseId, version }, why, form())).toEqual({ ok: true })
  const { id } = await world.database.owner
    .selectFrom('caseClosing')
    .select('id')
    .where('caseId', '=', caseId)
    .executeTakeFirstOrThrow()
  closing = id
})
afterAll(() => world.database.drop())

const held = () => heldOnPerson(world.app, world.viewers.administrator, filled.caseId)

async function identity() {
  const found = await held()
  const [row] = found?.cases[0]?.tables.find(({ table }) => table === 'case_identity')?.rows ?? []
  return row
}

describe('everything held on one person', () => {
  it('holds every table that belongs to a case, and what is kept apart from it', async () => {
    const tables = (await held())?.cases[0]?.tables ?? []
    const names = tables.map(({ table }) => table)
    const ofACase = Object.keys(KEPT_TABLES).filter(table =>
      ['case', 'referral'].includes(KEPT_TABLES[table]?.ends ?? ''),
    )
    expect(ofACase.filter(table => !names.includes(table))).toEqual([])
    expect(names).toContain('audit_entry')
    for (const { what, rows } of tables) expect([what, rows.length > 0]).toEqual([what, true])
  })

  it('holds who she is and every word that was typed, opened; keys and marks are said to be that', async () => {
    expect(await identity()).toMatchObject({
      name: 'Wren Siskin',
      date_of_birth: '1991-02-03',
      prison_number: expect.stringMatching(/^T\d{4}AA$/) as string,
      prison_number_hash: 'A mark made with a key, from which nothing can be read',
    })
    const text = JSON.stringify(await held())
    for (const words of [...Object.values(TYPED), CLOSED_FOR])
      expect([words, text.includes(words)]).toEqual([words, true])
    expect(text).not.toMatch(/\\\\x[0-9a-f]{8}/)
  })

  it('is found by prison number, by CRN, and by any of her cases, by an administrator alone', async () => {
    const { app, viewers } = world
    const number = String((await identity())?.prison_number)
    const [found] = (await findPerson(app, viewers.administrator, ` ${number.toLowerCase()} `)).cases
    expect(found).toMatchObject({ id: filled.caseId, closedAt: expect.any(Date) as Date })
    expect((await findPerson(app, viewers.administrator, 'A0000AA')).cases).toEqual([])
    for (const viewer of [
      viewers.editor,
      viewers.lowNewtonOfficer,
      viewers.firstManager,
      viewers.coordinator,
      viewers.commissioner,
    ]) {
      expect(await heldOnPerson(app, viewer, filled.caseId).catch(() => null)).toBeNull()
      const asked = await findPerson(app, viewer, number).catch(() => ({ cases: [] }))
      expect(asked.cases).toEqual([])
    }
  })

  it('leaves a row in the audit each time it is read', async () => {
    const rows = () =>
      world.database.owner
        .selectFrom('auditEntry')
        .select(['personId', 'subjectId'])
        .where('action', '=', 'case.export')
        .execute()
    const before = (await rows()).length
    await held()
    const after = await rows()
    expect(after).toHaveLength(before + 1)
    expect(after.at(-1)).toEqual({ personId: world.viewers.administrator.personId, subjectId: filled.caseId })
  })

  it('leaves a row in the audit for each look-up, found or not, by a mark and no number', async () => {
    const { app, viewers, database } = world
    const lookUps = () =>
      database.owner
        .selectFrom('auditEntry')
        .select(['id', 'personId', 'subjectId', 'detail'])
        .where('action', '=', 'person.look_up')
        .execute()
    const before = new Set((await lookUps()).map(({ id }) => id))
    await database.owner
      .insertInto('releaseListEntry')
      .values({
        ...{ id: newId(), prisonCode: 'LNI', sex: 'woman', releaseOn: '2027-03-08' },
        ...{ organisationId: viewers.lowNewtonOfficer.organisationId, listedAt: app.clock() },
        listedBy: viewers.lowNewtonOfficer.personId,
        prisonNumberHash: app.keys.lookupHash('A7602AB'),
      })
      .execute()
    for (const number of ['A7601AB', 'A7602AB', 'X760100'])
      await findPerson(app, viewers.administrator, number)
    const rows = (await lookUps()).filter(({ id }) => !before.has(id))
    const mark = expect.stringMatching(/^[0-9a-f]{64}$/) as string
    const by = { id: expect.any(String) as string, personId: viewers.administrator.personId, subjectId: null }
    const looked = (listed: number) => ({ ...by, detail: { mark, cases: 0, listed } })
    expect(rows).toHaveLength(3)
    expect(rows).toEqual(expect.arrayContaining([looked(0), looked(1)]))
    expect(rows.filter(({ detail }) => (detail as { listed: number }).listed === 0)).toHaveLength(2)
    expect(rows.map(({ detail }) => JSON.stringify(detail)).join()).not.toMatch(/A760[12]AB|X760100/)
  })

  it('is said in words where there are some, and to a machine as it is held', () => {
    const row = {
      ...{
        handed_by: 'b7d71fe3-2d2b-465a-ae27-da5edcaae8d2',
        release_on: '2027-03-08',
        crn: null,
        active: true,
      },
      ...{ id: '6dfa8bbb-ef36-4abc-9269-d077949cf29e', until: 'infinity', at: '2027-07-01T10:00:00+00:00' },
      ...{ home_authority: 'E08000021', facts: { pets: 'dog', boysAgeLimit: 3, ageAtRelease: { min: 47 } } },
    }
    const names = new Map([['b7d71fe3-2d2b-465a-ae27-da5edcaae8d2', 'Ann Officer']])
    const pets = 'Is there a pet, or an assistance dog, that has to come too?'
    expect(heldFields(row, names).map(({ label, value }) => `${label}: ${value}`)).toEqual([
      ...['Handed by: Ann Officer', 'Release on: 8 March 2027', 'Active: Yes', 'Until: Without an end'],
      ...['At: 1 July 2027, 11:00', 'Home authority: Newcastle upon Tyne', `${pets}: Dog`],
      ...['Boys age limit: 3', 'Age at release: Min: 47'],
    ])
    expect(heldValues(row)).toMatchObject({
      'Release on': '2027-03-08',
      CRN: null,
      [pets]: 'dog',
      Active: true,
    })
  })
})

describe('words that should never have been typed', () => {
  const ROWS: Record<WordsPlace, () => { row: string; words: string }> = {
    case_change: () => ({ row: filled.rows.before, words: TYPED.before }),
    case_closing: () => ({ row: closing, words: CLOSED_FOR }),
    case_shortlist_note: () => ({ row: filled.rows.shortlist, words: TYPED.shortlist }),
    nobody_fits_answer: () => ({ row: filled.rows.answer, words: TYPED.answer }),
    referral_note: () => ({ row: filled.rows.declined, words: TYPED.declined }),
    offer: () => ({ row: filled.rows.extension, words: TYPED.extension }),
  }
  /** Sealed or hashed, and no words: who she is, which is corrected, and keys, marks and hashes. */
  const NO_WORDS = [
    'case_identity.crn',
    'case_identity.date_of_birth',
    'case_identity.name',
    'case_identity.prison_number',
    'case_identity.prison_number_hash',
    'case_key.wrapped_key',
    'case_name_mark.mark',
    'struck_words.mark',
  ]

  it('lie in places that are all known', async () => {
    const { rows } = await sql<{ name: string }>`select c.table_name || '.' || c.column_name as name
      from information_schema.columns c where c.table_schema = 'public' and c.data_type = 'bytea'
        and c.table_name = any (${Object.keys(KEPT_TABLES).filter(table => ['case', 'referral'].includes(KEPT_TABLES[table]?.ends ?? ''))})
      order by 1`.execute(world.database.owner)
    const places = Object.entries(WORDS_PLACES).map(([table, { column }]) => `${table}.${column}`)
    expect(rows.map(({ name }) => name)).toEqual([...places, ...NO_WORDS].sort())
    expect(findWordsPlace('person_case')).toBeNull()
  })

  it.each(Object.keys(ROWS) as WordsPlace[])(
    'are struck out of %s by an administrator, once, and who and when stays',
    async place => {
      const { app, viewers, database } = world
      const { row, words } = ROWS[place]()
      const strike = (viewer = viewers.administrator) =>
        strikeWords(app, viewer, { caseId: filled.caseId, place, row }, form())
      expect(JSON.stringify(await held())).toContain(words)
      for (const viewer of [viewers.durhamOfficer, viewers.commissioner, viewers.editor])
        expect(await strike(viewer)).toEqual({ ok: false, reason: 'not_found' })
      expect(await strike()).toEqual({ ok: true })
      const struck = { ok: false, reason: 'struck', by: 'Test administrator', at: app.clock().toISOString() }
      expect(await strike()).toEqual(struck)
      const now = await held()
      expect(JSON.stringify(now)).not.toContain(words)
      const [left] =
        now?.cases[0]?.tables.find(({ table }) => table === place)?.rows.filter(({ id }) => id === row) ?? []
      expect([null, WORDS_STRUCK]).toContain(left?.[WORDS_PLACES[place].column])
      expect(
        await database.owner
          .selectFrom('struckWords')
          .select(['struckBy', 'struckAt'])
          .where('keptIn', '=', place)
          .where('rowId', '=', row)
          .execute(),
      ).toEqual([{ struckBy: viewers.administrator.personId, struckAt: app.clock() }])
    },
  )

  it('are struck out again where somebody typed anew, and no more often than that', async () => {
    const { app, viewers, database } = world
    const { caseId } = filled
    const strike = () =>
      strikeWords(app, viewers.administrator, { caseId, place: 'case_closing', row: closing }, form())
    const { version } = await database.owner
      .selectFrom('personCase')
      .select('version')
      .where('id', '=', caseId)
      .executeTakeFirstOrThrow()
    const anew = { reason: 'housed', note: 'typed after the strike' } as const
    const officer = viewers.lowNewtonOfficer
    expect(await correctClosing(app, officer, { caseId, version }, anew, form())).toEqual({ ok: true })
    expect(JSON.stringify(await held())).toContain('typed after the strike')
    expect(await strike()).toEqual({ ok: true })
    expect(JSON.stringify(await held())).not.toContain('typed after the strike')
    expect(await strike()).toMatchObject({ ok: false, reason: 'struck' })
    const struck = await database.owner
      .selectFrom('struckWords')
      .select('id')
      .where('rowId', '=', closing)
      .execute()
    expect(struck).toHaveLength(2)
  })

  it('are struck out by the team where its own prison wrote them, and not where a provider did', async () => {
    const { app, viewers } = world
    const strike = (place: WordsPlace, row: string) =>
      strikeWords(app, viewers.lowNewtonColleague, { caseId: again.caseId, place, row }, form())
    expect(await strike('case_shortlist_note', again.rows.shortlist)).toEqual({ ok: true })
    expect(await strike('referral_note', again.rows.declined)).toEqual({ ok: false, reason: 'not_found' })
    expect(await strike('offer', again.rows.extension)).toEqual({ ok: false, reason: 'not_found' })
    // Another case's row under this case's address.
    expect(await strike('referral_note', filled.rows.declined)).toEqual({ ok: false, reason: 'not_found' })
  })

  it('are listed for the team that wrote them with a referral, and gone for everybody once struck', async () => {
    const { app, viewers, database } = world
    const caseId = await anotherCase(world)
    const words = 'Her sister Canary rang'
    const { referralId } = await submitted(world, 'hostel', caseId, 3, words)
    const listed = (viewer = viewers.lowNewtonOfficer) =>
      asViewer(database.app, viewer, trx => ownWords(trx, app.keys, viewer, { caseId, referralId: null }))
    expect(await listed()).toMatchObject([{ row: referralId, words, isStruck: false }])
    expect(await listed(viewers.durhamOfficer)).toEqual([])
    const struck = { caseId, place: 'referral_note', row: referralId } as const
    expect(await strikeWords(app, viewers.lowNewtonColleague, struck, form())).toEqual({ ok: true })
    expect(await listed()).toMatchObject([{ row: referralId, words: WORDS_STRUCK, isStruck: true }])
    const read = await findReferralFor(app, viewers.lowNewtonOfficer, referralId)
    expect(read?.justification).toBe(WORDS_STRUCK)
  })
})
