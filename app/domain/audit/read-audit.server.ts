import { type Kysely, sql, type Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { pageOf, type Paging, PAGE_LENGTH } from '../list/paging'
import { addDays, type Day, londonInstant } from '../time/calendar'
import { AUDIT_KINDS, type AuditKind } from './audit-actions'
import { recordAudit } from './record-audit.server'

/** What an administrator or an editor asks of the audit. Null and empty ask for all. */
export interface AuditAsked {
  /** A case or a referral: who read this person, and what was done. */
  reference: string | null
  /** A colleague: what did this person read and do. */
  personId: string | null
  kind: AuditKind | null
  from: Day | null
  /** The last day, that day included. */
  until: Day | null
}

/** One act, the person in prison by reference alone. */
export interface AuditLine {
  id: string
  happenedAt: Date
  action: string
  subjectKind: string
  /** The reference of a case or a referral, the name of a service or of a colleague; null where it is gone, or was nothing. */
  subjectName: string | null
  personId: string | null
  personName: string | null
  organisationName: string | null
  role: string | null
}

/** The most lines a file holds; where more were found, its last line says so. */
export const FILE_LENGTH = 10_000

/** One page of what was asked for, the latest first. That it was read is itself written down. */
export async function readAudit(
  db: Kysely<DB>,
  viewer: SignedInViewer,
  asked: AuditAsked,
  page: number,
): Promise<{ lines: AuditLine[]; paging: Paging }> {
  return asViewer(db, viewer, async trx => {
    const found = await linesOf(trx, asked)
    const { total } = await found
      .select(each => each.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow()
    const paging = pageOf(page, Number(total))
    const lines = await shown(found)
      .limit(PAGE_LENGTH)
      .offset(paging.first - 1)
      .execute()
    await noteRead(trx, viewer, asked)
    return { lines, paging }
  })
}

/** The same whole, for a file, as far as FILE_LENGTH. */
export async function auditForFile(
  db: Kysely<DB>,
  viewer: SignedInViewer,
  asked: AuditAsked,
): Promise<{ lines: AuditLine[]; isCut: boolean }> {
  return asViewer(db, viewer, async trx => {
    const lines = await shown(await linesOf(trx, asked))
      .limit(FILE_LENGTH + 1)
      .execute()
    await noteRead(trx, viewer, asked)
    return { lines: lines.slice(0, FILE_LENGTH), isCut: lines.length > FILE_LENGTH }
  })
}

/** Colleagues whose acts may be asked for, by name; none for who may not read the audit. */
export async function auditedPeople(
  db: Kysely<DB>,
  viewer: SignedInViewer,
): Promise<{ id: string; name: string; organisationName: string }[]> {
  return asViewer(db, viewer, trx =>
    trx
      .selectFrom('auditedPeople')
      .select(['id', 'name', 'organisationName'])
      .orderBy('name')
      .$narrowType<{ id: string; name: string; organisationName: string }>()
      .execute(),
  )
}

async function linesOf(trx: Transaction<DB>, { reference, personId, kind, from, until }: AuditAsked) {
  let found = trx.selectFrom('auditReading')
  if (reference !== null) {
    const { rows } = await sql<{
      id: string
    }>`select subject_id as id from audited_under(${reference})`.execute(trx)
    const ids = rows.map(row => row.id)
    found = found.where(sql<boolean>`subject_id = any(${ids}::uuid[])`)
  }
  if (personId !== null) found = found.where('personId', '=', personId)
  if (from !== null) found = found.where('happenedAt', '>=', londonInstant(from, '00:00'))
  if (until !== null) found = found.where('happenedAt', '<', londonInstant(addDays(until, 1), '00:00'))
  if (kind !== null) found = found.where(ofKind(kind))
  return found
}

function ofKind(kind: AuditKind) {
  const starts = [...AUDIT_KINDS[kind].starts]
  return sql<boolean>`exists (select from unnest(${starts}::text[]) each where starts_with(action, each))`
}

function shown(found: Awaited<ReturnType<typeof linesOf>>) {
  return found
    .select(['id', 'happenedAt', 'action', 'subjectKind', 'subjectName', 'personId', 'personName'])
    .select(['organisationName', 'role'])
    .orderBy('happenedAt', 'desc')
    .orderBy('id', 'desc')
    .$narrowType<{ id: string; happenedAt: Date; action: string; subjectKind: string }>()
}

/** Whose acts were asked for, or of whom, by id alone. */
async function noteRead(
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  { reference, personId, kind }: AuditAsked,
) {
  await recordAudit(trx, viewer, {
    action: 'audit.read',
    subjectKind: personId === null ? 'session' : 'person',
    subjectId: personId,
    detail: { byReference: reference !== null, kind },
  })
}
