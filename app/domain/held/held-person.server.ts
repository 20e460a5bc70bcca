import { sql, type Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { recordAudit } from '../audit/record-audit.server'
import { crnMark } from '../case/record/name-marks'
import { CRN_PATTERN, PRISON_NUMBER_PATTERN, tidyNumber } from '../case/record/person-case'
import type { DomainContext } from '../context'
import { KEPT_TABLES } from '../retention/kept-tables'
import type { HeldRow, Names } from './held-fields'
import { openSealed } from './open-sealed.server'

/** A case of the person, at whatever prison. */
export interface PersonCase {
  id: string
  reference: string
  organisationName: string
  openedAt: Date
  closedAt: Date | null
}

/** A release on a prison's list that means the person. */
export interface Listed {
  prisonCode: string
  releaseOn: string
}

/** What is held in one table. */
export interface HeldTable {
  table: string
  what: string
  rows: HeldRow[]
}

export interface HeldOnPerson {
  cases: (PersonCase & { tables: HeldTable[] })[]
  names: Names
}

/** The cases of a person by prison number or CRN, and where a prison's list names them. For an administrator; each look-up is audited by the keyed hash of the number, found or not, and each case found. */
export async function findPerson(
  { db, keys }: DomainContext,
  viewer: SignedInViewer,
  typed: string,
): Promise<{ cases: PersonCase[]; listed: Listed[] }> {
  const number = tidyNumber(typed)
  return asViewer(db, viewer, async trx => {
    const hashes = PRISON_NUMBER_PATTERN.test(number) ? [keys.lookupHash(number)] : []
    const prisons = CRN_PATTERN.test(number) ? await prisonIds(trx) : []
    const marks = prisons.map(id => crnMark(keys, id, number))
    const cases = await casesOf(trx, { hashes, marks, ofCase: null })
    const { rows: listed } = await sql<Listed>`
      select prison_code, release_on::text from listed_of_person(${hashes}::bytea[])`.execute(trx)
    await recordAudit(trx, viewer, {
      ...{ action: 'person.look_up', subjectKind: 'person', subjectId: null },
      detail: {
        mark: keys.lookupHash(number).toString('hex'),
        cases: cases.length,
        listed: listed.length,
      },
    })
    for (const { id: subjectId } of cases)
      await recordAudit(trx, viewer, { action: 'case.find', subjectKind: 'case', subjectId })
    return { cases, listed }
  })
}

/**
 * Everything that is held on the person of a case, in all cases of the person, table by table as the database has them, its words opened. For an administrator;
 * null for anybody else and for any other id. That it was read is audited for each case.
 */
export async function heldOnPerson(
  { db, keys }: DomainContext,
  viewer: SignedInViewer,
  caseId: string,
): Promise<HeldOnPerson | null> {
  return asViewer(db, viewer, async trx => {
    const cases = await casesOf(trx, { hashes: [], marks: [], ofCase: caseId })
    if (cases.length === 0) return null
    const held = []
    for (const found of cases) {
      await recordAudit(trx, viewer, { action: 'case.export', subjectKind: 'case', subjectId: found.id })
      const { rows } = await sql<{
        wrapped: Buffer | null
      }>`select key_of_case(${found.id}) as wrapped`.execute(trx)
      const wrapped = rows[0]?.wrapped ?? null
      const key = wrapped && keys.unwrap(wrapped, found.id)
      const tables = (await tablesOf(trx, found.id)).map(each => ({
        ...each,
        rows: each.rows.map(row => openSealed(keys, key, { caseId: found.id, table: each.table }, row)),
      }))
      held.push({ ...found, tables })
    }
    return { cases: held, names: await namesOf(trx) }
  })
}

/** Whether a case is there for the viewer to ask about: for an administrator, every one. */
export function isHeld({ db }: DomainContext, viewer: SignedInViewer, caseId: string): Promise<boolean> {
  return asViewer(db, viewer, async trx => {
    const cases = await casesOf(trx, { hashes: [], marks: [], ofCase: caseId })
    return cases.length > 0
  })
}

async function casesOf(
  trx: Transaction<DB>,
  { hashes, marks, ofCase }: { hashes: Buffer[]; marks: Buffer[]; ofCase: string | null },
): Promise<PersonCase[]> {
  const { rows } = await sql<PersonCase>`
    select * from cases_of_person(${hashes}::bytea[], ${marks}::bytea[], ${ofCase}::uuid)`.execute(trx)
  return rows
}

/** In the order of KEPT_TABLES, which has every table. */
async function tablesOf(trx: Transaction<DB>, caseId: string): Promise<HeldTable[]> {
  const { rows } = await sql<{ keptIn: string; entry: string }>`
    select kept_in, entry::text from held_on_case(${caseId})`.execute(trx)
  const order = Object.keys(KEPT_TABLES)
  return [...new Set(rows.map(({ keptIn }) => keptIn))]
    .sort((one, other) => order.indexOf(one) - order.indexOf(other))
    .map(table => ({
      table,
      what: KEPT_TABLES[table]?.what ?? table,
      rows: rows.filter(({ keptIn }) => keptIn === table).map(({ entry }) => JSON.parse(entry) as HeldRow),
    }))
}

async function prisonIds(trx: Transaction<DB>): Promise<string[]> {
  const rows = await trx.selectFrom('organisation').select('id').where('kind', '=', 'prison').execute()
  return rows.map(({ id }) => id)
}

async function namesOf(trx: Transaction<DB>): Promise<Names> {
  const organisations = await trx.selectFrom('organisation').select(['id', 'name']).execute()
  const services = await trx.selectFrom('service').select(['id', 'name']).execute()
  const people = await trx
    .selectFrom('auditedPeople')
    .select(['id', 'name'])
    .$narrowType<{ id: string; name: string }>()
    .execute()
  return new Map([...organisations, ...services, ...people].map(({ id, name }) => [id, name]))
}
