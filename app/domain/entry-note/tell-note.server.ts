import { sql, type Transaction } from 'kysely'
import { newId } from '@db/id'
import { type FormRequest, once } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { recordAudit } from '../audit/record-audit.server'
import { namesSomebodyOfTheTeam } from '../case/find/names-of-the-team.server'
import type { DomainContext } from '../context'
import type { NoteTold } from './note'

/** 'today': the same was told of the same entry today, taken back or not. 'own': one's own entry is mended, not told of. 'names_person': see the words. */
export type TellResult =
  | { ok: true; noteId: string }
  | { ok: false; reason: 'not_found' | 'different' | 'today' | 'own' | 'names_person' }

/** Tells whoever keeps an entry, and editors, that something is wrong with it: once a day for one kind. */
export async function tellNote(
  app: DomainContext,
  viewer: SignedInViewer,
  { serviceId, ...said }: NoteTold & { serviceId: string },
  request: FormRequest,
): Promise<TellResult> {
  if (await namesSomebodyOfTheTeam(app, viewer, said.words ?? ''))
    return { ok: false, reason: 'names_person' }
  return asViewer(app.db, viewer, async (trx): Promise<TellResult> => {
    const done = await once(trx, viewer, request, () => tell(app, trx, viewer, { serviceId, ...said }))
    return done.kind === 'different' ? { ok: false, reason: 'different' } : done.answer
  })
}

async function tell(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  { serviceId, kind, words }: NoteTold & { serviceId: string },
): Promise<TellResult> {
  const standing = await toldOf(trx, viewer, serviceId)
  if (standing !== 'others') return { ok: false, reason: standing }
  if (await wasToldToday(trx, viewer, { serviceId, kind })) return { ok: false, reason: 'today' }
  const id = newId()
  const row = {
    id,
    serviceId,
    kind,
    words,
    toldBy: viewer.personId,
    toldOrganisationId: viewer.organisationId,
  }
  const told = await trx
    .insertInto('entryNote')
    .values(row)
    .onConflict(conflict => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!told) return { ok: false, reason: 'today' }
  await app.jobs.enqueue(trx, 'notify', { entryNoteId: id, told: 'note' })
  await recordAudit(trx, viewer, { action: 'entry_note.tell', subjectKind: 'service', subjectId: serviceId })
  return { ok: true, noteId: id }
}

/** Taken back or not: whoever keeps the entry was told of each by mail. Two forms at once are held by the index. */
async function wasToldToday(
  trx: Transaction<DB>,
  { personId }: SignedInViewer,
  { serviceId, kind }: { serviceId: string; kind: NoteTold['kind'] },
): Promise<boolean> {
  const told = await trx
    .selectFrom('entryNote')
    .select('id')
    .where('toldBy', '=', personId)
    .where('serviceId', '=', serviceId)
    .where('kind', '=', kind)
    .where('toldOn', '=', sql<string>`(app_now() at time zone 'Europe/London')::date`)
    .executeTakeFirst()
  return told !== undefined
}

/** Whose entry it is to the viewer, of those that others can be told about: one that is approved and not closed. */
export async function toldOf(
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  serviceId: string,
): Promise<'others' | 'own' | 'not_found'> {
  const service = await trx
    .selectFrom('service')
    .select('organisationId')
    .where('id', '=', serviceId)
    .where('approvedAt', 'is not', null)
    .where('archivedAt', 'is', null)
    .executeTakeFirst()
  if (!service) return 'not_found'
  return service.organisationId === viewer.organisationId ? 'own' : 'others'
}
