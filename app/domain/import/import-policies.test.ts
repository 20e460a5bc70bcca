import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { SignedInViewer } from '@db/viewer'
import { domainContext } from '@tests/factories/domain-context'
import { addMember, addOrganisation } from '@tests/factories/organisation'
import { form } from '@tests/factories/referral-world'
import { addService } from '@tests/factories/service'
import { createTestDatabase, type TestDatabase } from '@tests/support/database'
import type { DomainContext } from '../context'
import { keptPolicy } from '../policy/kept-policy.server'
import { POLICY_HEADINGS } from '../policy/policy-cells'
import { csvText } from '../sheet/csv'
import { applyImport, exportFile, previewImport } from './imports.server'

const WHAT = 'policies'

let database: TestDatabase
let app: DomainContext
let provider: string
let manager: SignedInViewer
let worker: SignedInViewer
let stranger: SignedInViewer
let editor: SignedInViewer
let house: string
let hostel: string

beforeAll(async () => {
  database = await createTestDatabase()
  app = domainContext(database, new Date('2027-02-01T09:00:00Z'))
  const { owner } = database
  const other = await addOrganisation(owner, { kind: 'provider' })
  stranger = await addMember(owner, other, 'provider_manager')
  editor = await addMember(owner, await addOrganisation(owner, { kind: 'region' }), 'editor')
})
afterAll(() => database.drop())
beforeEach(async () => {
  const { owner } = database
  provider = await addOrganisation(owner, { kind: 'provider' })
  manager = await addMember(owner, provider, 'provider_manager')
  worker = await addMember(owner, provider, 'provider_worker')
  const made = { organisationId: provider }
  const policy = { sex: 'women', children: { rule: 'live_in', highestAge: 7 }, weeklyChargePence: 1250 }
  const notes = ['=No cars, "ever"', 'No dogs']
  house = (await addService(owner, { ...made, name: 'A house', policy, policyNotes: notes })).id
  hostel = (await addService(owner, { ...made, name: 'B hostel' })).id
})

function lines(...rows: string[][]): string {
  return csvText(rows)
}

async function take(text: string, who = manager) {
  const preview = await previewImport(app, who, { what: WHAT, text })
  if (!preview?.ok) throw new Error(JSON.stringify(preview))
  return applyImport(app, who, { what: WHAT, text, seen: preview.seen }, form())
}

async function statedOf(id: string) {
  const kept = await keptPolicy(database.app, manager, id)
  return kept && { ...kept.policy, notes: kept.notes, version: kept.version }
}

describe('policies by file', () => {
  it('go out as they come in: sent back, the file changes nothing', async () => {
    const text = await exportFile(app, manager, WHAT)
    expect(text?.split('\r\n')[0]).toBe(`\uFEFF${POLICY_HEADINGS.join(',')}`)
    expect(text).toContain(`${house},A house,Women only,,,`)
    expect(text).toContain(`"'=No cars, ""ever""\nNo dogs"`)
    const preview = await previewImport(app, manager, { what: WHAT, text: text ?? '' })
    expect(preview?.ok && preview.lines.map(({ name, changes }) => [name, changes])).toEqual([
      ['A house', []],
      ['B hostel', []],
    ])
  })

  it('shows what would change, then does all of it, and nothing the second time', async () => {
    const text = lines(
      ['Service ID', 'Children', 'Highest age of children', 'Funding taken', 'Couples'],
      [house, 'no children at all', '', 'The council; own_money', 'Yes'],
      [hostel, 'Not stated', '', '', 'no'],
    )
    const preview = await previewImport(app, manager, { what: WHAT, text })
    expect(preview?.ok && preview.lines).toEqual([
      {
        line: 2,
        name: 'A house',
        isNew: false,
        changes: [
          { label: 'Children', from: 'Yes', to: 'No children at all' },
          { label: 'Highest age of children', from: '7', to: 'not stated' },
          { label: 'Couples', from: 'not stated', to: 'Yes' },
          { label: 'Funding taken', from: 'not stated', to: 'The council and Own money' },
        ],
        remarks: ['You take couples, and one sex only. Is that right?'],
      },
      {
        line: 3,
        name: 'B hostel',
        isNew: false,
        changes: [{ label: 'Couples', from: 'not stated', to: 'No' }],
        remarks: [],
      },
    ])
    expect(await statedOf(hostel)).toMatchObject({ couple: null, version: 0 })
    expect(await take(text)).toEqual({ ok: true, changed: 2 })
    expect(await statedOf(house)).toMatchObject({
      sex: 'women',
      children: { rule: 'none' },
      couple: 'yes',
      funding: ['council', 'own_money'],
      weeklyChargePence: 1250,
      version: 2,
    })
    expect(await statedOf(hostel)).toMatchObject({ couple: 'no', version: 1 })
    expect(await take(text)).toEqual({ ok: true, changed: 0 })
    expect(await statedOf(house)).toMatchObject({ version: 2 })
  })

  it('says every line that is wrong, by column, and changes nothing', async () => {
    const text = lines(
      ['Service ID', 'Youngest age', 'Oldest age', 'Couples'],
      [house, '40', '30', 'Yes'],
      [hostel, '', '', ''],
      [hostel, '', '', ''],
      ['00000000-0000-4000-8000-000000000000', '', '', ''],
    )
    const cells = text.replace(`${hostel},,,`, `${hostel},old,,perhaps`)
    expect(await previewImport(app, manager, { what: WHAT, text: cells })).toEqual({
      ok: false,
      wrong: [
        { line: 3, column: 'Youngest age', say: 'Youngest age must be a whole number from 0 to 120' },
        { line: 3, column: 'Couples', say: 'Couples must be “Yes”, “Case by case” or “No”, or left empty' },
      ],
    })
    const preview = await previewImport(app, manager, { what: WHAT, text })
    expect(preview?.ok === false && preview.wrong).toEqual([
      {
        line: 2,
        column: 'Youngest age',
        say: 'The youngest age is above the oldest, so nobody would fit. Change one of them',
      },
      { line: 4, column: 'Service ID', say: 'It stands on line 3 already' },
      {
        line: 5,
        column: 'Service ID',
        say: 'No service of yours has this ID. Download your policies, and take it from there',
      },
    ])
    expect(await applyImport(app, manager, { what: WHAT, text, seen: 'x' }, form())).toMatchObject({
      ok: false,
      reason: 'shown_anew',
    })
    expect(await statedOf(house)).toMatchObject({ ageMin: null, version: 1 })
  })

  it('refuses 10,000 lines for one that is bad', async () => {
    const many: string[][] = Array.from({ length: 9_999 }, () => [crypto.randomUUID(), 'Yes'])
    const owned = [...many.map(([id]) => id!)]
    await database.owner
      .insertInto('service')
      .values(
        owned.map((id, at) => ({
          id,
          organisationId: provider,
          name: `S${at}`,
          kind: 'refuge',
          summary: '',
        })),
      )
      .execute()
    const text = lines(['Service ID', 'Couples'], ...many, [house, 'maybe'])
    const preview = await previewImport(app, manager, { what: WHAT, text })
    expect(preview?.ok === false && preview.wrong.map(({ line, column }) => [line, column])).toEqual([
      [10_001, 'Couples'],
    ])
    await database.owner.deleteFrom('service').where('kind', '=', 'refuge').execute()
  })

  it('takes nothing over that is no longer what was shown', async () => {
    const text = lines(['Service ID', 'Couples'], [house, 'No'])
    const preview = await previewImport(app, manager, { what: WHAT, text })
    if (!preview?.ok) throw new Error('refused')
    const meanwhile = lines(['Service ID', 'Couples'], [house, 'Case by case'])
    expect(await take(meanwhile, editor)).toEqual({ ok: true, changed: 1 })
    const late = await applyImport(app, manager, { what: WHAT, text, seen: preview.seen }, form())
    expect(late).toMatchObject({
      reason: 'shown_anew',
      preview: { lines: [{ changes: [{ label: 'Couples', from: 'Case by case', to: 'No' }] }] },
    })
    expect(await statedOf(house)).toMatchObject({ couple: 'case_by_case' })
  })

  it('is for those who state policies, of their own services alone', async () => {
    const text = lines(['Service ID', 'Couples'], [house, 'No'])
    expect(await previewImport(app, worker, { what: WHAT, text })).toBeNull()
    expect(await applyImport(app, worker, { what: WHAT, text, seen: '' }, form())).toEqual({
      ok: false,
      reason: 'not_found',
    })
    expect(await exportFile(app, worker, WHAT)).toBeNull()
    expect((await previewImport(app, stranger, { what: WHAT, text }))?.ok).toBe(false)
    expect(await exportFile(app, stranger, WHAT)).not.toContain('A house')
    expect(await exportFile(app, editor, WHAT)).toContain('A house')
  })
})
