import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '@db/id'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { addAccount } from '@tests/factories/account'
import { domainContext } from '@tests/factories/domain-context'
import { addOrganisation } from '@tests/factories/organisation'
import { createTestDatabase, type TestDatabase } from '@tests/support/database'
import type { EntryFields } from './entry'
import { registerEntries, registerEntry } from './entries.server'
import { addEntry, changeEntry, strikeVersion } from './write-entry.server'

const NOW = new Date('2027-02-01T10:00:00Z')
const LATER = new Date('2027-02-03T10:00:00Z')

const ACTION: EntryFields = {
  subject: 'supply.women_only',
  place: 'E08000024',
  words: 'Commission six women-only beds',
  owner: 'Head of commissioning, Sunderland',
  costPounds: 84_000,
  dueOn: '2027-06-30',
  nature: null,
  severity: null,
  state: 'to_start',
}
const RISK: EntryFields = {
  ...ACTION,
  words: 'The landlord may sell',
  costPounds: null,
  dueOn: null,
  nature: 'risk',
  severity: 'medium',
  state: 'open',
}

let database: TestDatabase
let commissioner: SignedInViewer
let administrator: SignedInViewer
let editor: SignedInViewer
let officer: SignedInViewer
const at = (now: Date) => domainContext(database, now)
const form = (key = newId()) => ({ key, fingerprint: key })

beforeAll(async () => {
  database = await createTestDatabase()
  const { owner } = database
  const partnership = await addOrganisation(owner, { kind: 'commissioner' })
  const region = await addOrganisation(owner, { kind: 'region' })
  const prison = await addOrganisation(owner, { prisonCode: 'LNI' })
  commissioner = await addAccount(owner, partnership, 'commissioner', 'c@register.example')
  administrator = await addAccount(owner, region, 'administrator', 'a@register.example')
  editor = await addAccount(owner, region, 'editor', 'e@register.example')
  officer = await addAccount(owner, prison, 'officer', 'o@register.example')
})
afterAll(() => database.drop())

async function added(fields = ACTION, kind: 'action' | 'concern' = 'action'): Promise<string> {
  const result = await addEntry(at(NOW), commissioner, { ...fields, kind }, form())
  if (!result.ok) throw new Error(result.reason)
  return result.entryId
}

describe('the register', () => {
  it('is kept by commissioners and administrators, read by editors, and closed to everybody else', async () => {
    const entryId = await added()
    const change = (viewer: SignedInViewer, version: number) =>
      changeEntry(at(LATER), viewer, { ...ACTION, entryId, version, state: 'under_way' }, form())
    expect(await change(administrator, 1)).toEqual({ ok: true, entryId })
    expect(await change(editor, 2)).toEqual({ ok: false, reason: 'not_found' })
    await expect(addEntry(at(NOW), editor, { ...ACTION, kind: 'action' }, form())).rejects.toThrow(
      /row-level/,
    )
    expect((await registerEntry(database.app, editor, entryId))?.entry.state).toBe('under_way')
    expect(await registerEntry(database.app, officer, entryId)).toBeNull()
  })

  it('keeps what every field was before it was corrected, by whom and when', async () => {
    const entryId = await added()
    const corrected: EntryFields = {
      subject: 'pathway.accommodation',
      place: 'DMI',
      words: 'Commission eight women-only beds',
      owner: 'Director of public health',
      costPounds: null,
      dueOn: '2027-09-30',
      nature: null,
      severity: null,
      state: 'done',
    }
    expect(
      await changeEntry(at(LATER), administrator, { ...corrected, entryId, version: 1 }, form()),
    ).toMatchObject({ ok: true })
    const found = await registerEntry(database.app, commissioner, entryId)
    expect(found?.entry).toEqual({ id: entryId, kind: 'action', version: 2, writtenAt: LATER, ...corrected })
    expect(found?.earlier).toEqual([
      {
        ...ACTION,
        version: 1,
        writtenAt: NOW,
        writtenBy: 'Person at c@register.example',
        struckAt: null,
        struckBy: null,
      },
    ])
  })

  it('is not written over what somebody else wrote meanwhile, nor twice by one form', async () => {
    const entryId = await added()
    const once = form()
    const change = { ...ACTION, entryId, version: 1, state: 'done' } as const
    expect(await changeEntry(at(LATER), commissioner, change, once)).toMatchObject({ ok: true })
    expect(await changeEntry(at(LATER), commissioner, change, once)).toMatchObject({ ok: true })
    expect(await changeEntry(at(LATER), administrator, change, form())).toEqual({
      ok: false,
      reason: 'stale',
    })
    expect((await registerEntry(database.app, commissioner, entryId))?.entry.version).toBe(2)
  })

  it('strikes words out of what was said before, and never out of what stands', async () => {
    const entryId = await added(RISK, 'concern')
    await changeEntry(
      at(NOW),
      commissioner,
      { ...RISK, words: 'The lease ends', entryId, version: 1 },
      form(),
    )
    const strike = (version: number) => strikeVersion(at(LATER), administrator, { entryId, version }, form())
    expect(await strike(2)).toEqual({ ok: false, reason: 'standing' })
    expect(await strike(3)).toEqual({ ok: false, reason: 'not_found' })
    expect(await strike(1)).toEqual({ ok: true, entryId })
    expect(await strike(1)).toEqual({
      ...{ ok: false, reason: 'struck', by: 'Person at a@register.example', at: LATER.toISOString() },
    })
    const found = await registerEntry(database.app, commissioner, entryId)
    expect(found?.entry.words).toBe('The lease ends')
    expect(found?.earlier).toMatchObject([
      { words: null, owner: null, struckAt: LATER, struckBy: 'Person at a@register.example' },
    ])
    const kept = await database.owner.selectFrom('registerVersion').select('words').execute()
    expect(kept.map(({ words }) => words)).not.toContain('The landlord may sell')
  })

  it('lists actions by the day they are due, and concerns the most severe first', async () => {
    const last = await added({ ...ACTION, dueOn: '2031-01-01' })
    const first = await added({ ...ACTION, dueOn: '2026-01-01' })
    const high = await added({ ...RISK, severity: 'high' }, 'concern')
    const low = await added({ ...RISK, severity: 'low' }, 'concern')
    const ids = (await registerEntries(database.app, editor)).map(({ id }) => id)
    expect(ids.indexOf(first)).toBeLessThan(ids.indexOf(last))
    expect(ids.indexOf(high)).toBeLessThan(ids.indexOf(low))
  })
})

describe('the tables of the register', () => {
  it('take no other name than the writer’s, and lose no wording without its strike', async () => {
    for (const keeper of [commissioner, administrator]) {
      const other = keeper === commissioner ? administrator : commissioner
      const entryId = await added()
      const corrected = { ...ACTION, words: 'Commission nine', entryId, version: 1 }
      await changeEntry(at(LATER), keeper, corrected, form())
      const query = (change: ReturnType<typeof sql>) =>
        asViewer(database.app, keeper, async trx => Number((await change.execute(trx)).numAffectedRows))
      const of = (version: number) => sql`where entry_id = ${entryId} and version = ${version}`
      const struckBy = (by: SignedInViewer) =>
        sql`set words = null, owner = null, struck_by = ${by.personId}, struck_at = now()`
      const written = (by: SignedInViewer) => sql`
        insert into register_version (entry_id, version, subject, place, words, owner, state, written_by, written_at)
        values (${entryId}, 3, 'supply.women_only', 'region', 'w', 'o', 'done', ${by.personId}, now())`

      const refused = [
        sql`update register_version set words = 'Something else' ${of(1)}`,
        sql`update register_version ${struckBy(other)} ${of(1)}`,
        written(other),
        sql`update register_entry set version = 1 where id = ${entryId}`,
        sql`update register_entry set version = 9 where id = ${entryId}`,
      ]
      for (const change of refused) await expect(query(change)).rejects.toThrow(/row-level security/)
      expect(await query(sql`update register_version ${struckBy(keeper)} ${of(2)}`)).toBe(0)
      expect(await query(sql`update register_version ${struckBy(keeper)} ${of(1)}`)).toBe(1)
      expect(await query(sql`update register_version ${struckBy(keeper)} ${of(1)}`)).toBe(0)
      expect(await query(written(keeper))).toBe(1)
    }
  })
})
