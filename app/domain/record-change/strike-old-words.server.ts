import { sql } from 'kysely'
import { type FormRequest, once } from '@db/idempotency'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { type AuditedAct, recordAudit } from '../audit/record-audit.server'
import type { DomainContext } from '../context'
import type { TableWords } from './change-words'
import { columnOfPlace } from './old-words'

/** 'stands': they are what the record says now. */
export type StrikeOldResult = { ok: true } | { ok: false; reason: 'not_found' | 'different' | 'stands' }

interface Struck {
  changeId: string
  place: string
  /** The record whose history it is. */
  of: { serviceId: string } | { organisationId: string } | { applicationId: string }
}

/**
 * Strikes old words out of the history of an entry, an organisation or an application, once for one form: they go for good from every wording that is
 * kept of the row, and who struck them and when stays. Which places hold words is for `tables` to say; who may, for the database.
 */
export async function strikeOldWords(
  app: DomainContext,
  viewer: SignedInViewer,
  { changeId, place, of }: Struck,
  tables: Readonly<Record<string, TableWords>>,
  request: FormRequest,
): Promise<StrikeOldResult> {
  return asViewer(app.db, viewer, async trx => {
    const done = await once(trx, viewer, request, async (): Promise<StrikeOldResult> => {
      const change = await trx
        .selectFrom('recordChange')
        .select(['tableName', 'rowKey', 'serviceId', 'organisationId'])
        .where('id', '=', changeId)
        .executeTakeFirst()
      if (!change || !isOf(change, of)) return { ok: false, reason: 'not_found' }
      if (!Object.hasOwn(tables[change.tableName]?.words ?? {}, columnOfPlace(place)))
        return { ok: false, reason: 'not_found' }
      const { rows } = await sql<{ done: 'done' | 'stands' | null }>`
        select strike_old_words(${changeId}, ${place.split('.')}::text[], ${app.clock()}) as done`.execute(
        trx,
      )
      const answer = rows[0]?.done ?? null
      if (answer !== 'done') return { ok: false, reason: answer ?? 'not_found' }
      await recordAudit(trx, viewer, {
        action: 'entry.strike',
        ...subjectOf(of),
        detail: { table: change.tableName, place: columnOfPlace(place) },
      })
      return { ok: true }
    })
    return done.kind === 'different' ? { ok: false, reason: 'different' } : done.answer
  })
}

interface Whose {
  tableName: string
  rowKey: string
  serviceId: string | null
  organisationId: string | null
}

function isOf({ tableName, rowKey, serviceId, organisationId }: Whose, of: Struck['of']): boolean {
  if ('serviceId' in of) return serviceId === of.serviceId
  if ('organisationId' in of) return tableName === 'organisation' && organisationId === of.organisationId
  return tableName === 'organisation_application' && rowKey === of.applicationId
}

function subjectOf(of: Struck['of']): Pick<AuditedAct, 'subjectKind' | 'subjectId'> {
  if ('serviceId' in of) return { subjectKind: 'service', subjectId: of.serviceId }
  if ('organisationId' in of) return { subjectKind: 'organisation', subjectId: of.organisationId }
  return { subjectKind: 'application', subjectId: of.applicationId }
}
