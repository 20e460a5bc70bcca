import type { Transaction } from 'kysely'
import { newId } from '@db/id'
import { type FormRequest, once } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { recordAudit } from '../audit/record-audit.server'
import type { DomainContext } from '../context'
import { startsHidden } from './hidden/hidden'
import { isEditor } from './keeper'
import type { NewEntry } from './new-entry-form'
import { type EntryResult, KEPT_LISTS, keepCodes } from './save-part.server'

/** Begins an entry: a draft that its own people and editors see, until it is approved. */
export async function addEntry(
  app: DomainContext,
  viewer: SignedInViewer,
  entry: NewEntry,
  request: FormRequest,
): Promise<EntryResult> {
  return asViewer(app.db, viewer, async (trx): Promise<EntryResult> => {
    const result = await once(trx, viewer, request, () => insertEntry(trx, viewer, entry))
    return result.kind === 'different' ? { ok: false, reason: 'different' } : result.answer
  })
}

async function insertEntry(
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  { name, kind, summary, isForWomenOrAbuse, areas, staffedHours, organisationId }: NewEntry,
): Promise<EntryResult> {
  const id = newId()
  const owner = isEditor(viewer) ? organisationId : viewer.organisationId
  if (owner === null) return { ok: false, reason: 'not_found' }
  await trx
    .insertInto('service')
    .values({
      ...{ id, name, kind, summary, approvedAt: null, organisationId: owner },
      confidential: isForWomenOrAbuse || startsHidden({ kind }),
      staffedHours: staffedHours === null ? null : JSON.stringify(staffedHours),
    })
    .execute()
  await keepCodes(trx, KEPT_LISTS.areas, id, areas)
  await recordAudit(trx, viewer, { action: 'entry.add', subjectKind: 'service', subjectId: id })
  return { ok: true, serviceId: id }
}
