import type { Transaction } from 'kysely'
import { closedMeanwhile } from '@db/database-failure'
import { type FormRequest, once } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { recordAudit } from '../audit/record-audit.server'
import type { DomainContext } from '../context'
import { entryIn } from './entry.server'
import { hidingWhenDue } from './hidden/hide-when-due.server'
import { isEditor } from './keeper'
import type { entryPart } from './parts'

/** 'stale': somebody changed the entry first. 'organisation_closed': nothing of it opens before the organisation does. */
export type EntryResult = { ok: true; serviceId: string } | { ok: false; reason: EntryRefusal }

/** 'open_there' to the end: a service with referrals is to be closed. */
type EntryRefusal =
  | ('not_found' | 'stale' | 'different' | 'not_now' | 'organisation_closed')
  | ('open_there' | 'not_ticked' | 'referral_moved' | 'names_person')

type Part = NonNullable<ReturnType<typeof entryPart>>
type Values = Readonly<Record<string, unknown>>

/** Saves the answers of one page of an entry, over the version that was shown; the database keeps what was there before. */
export function savePart(
  app: DomainContext,
  viewer: SignedInViewer,
  { serviceId, version, part, values }: { serviceId: string; version: number; part: Part; values: Values },
  request: FormRequest,
): Promise<EntryResult> {
  return actOnEntry(app, viewer, { serviceId, version }, request, async trx => {
    if (part.onlyEditors && !isEditor(viewer)) return { ok: false, reason: 'not_found' }
    if (part.of === 'programme') await saveProgramme(trx, serviceId, values)
    else await saveAnswers(trx, serviceId, values)
    await recordAudit(trx, viewer, {
      ...{ action: 'entry.change', subjectKind: 'service', subjectId: serviceId },
      detail: { part: part.name },
    })
    return { ok: true, serviceId }
  })
}

/**
 * Does what changes one entry, once, where the viewer keeps it and nobody changed it since it was shown. Until the transaction ends
 * whoever else would change it waits.
 */
export function actOnEntry<Result extends EntryResult | { ok: false; reason: string }>(
  app: Pick<DomainContext, 'db'>,
  viewer: SignedInViewer,
  { serviceId, version }: { serviceId: string; version: number | null },
  request: FormRequest,
  run: (trx: Transaction<DB>) => Promise<Result>,
): Promise<EntryResult | Result> {
  const done = asViewer(app.db, viewer, async (trx): Promise<EntryResult | Result> => {
    const result = await once(trx, viewer, request, async (): Promise<EntryResult | Result> => {
      const entry = await entryIn(trx, viewer, serviceId)
      if (!entry?.mayChange) return { ok: false, reason: 'not_found' }
      const locked = await trx
        .updateTable('service')
        .set(build => ({ version: build('version', '+', 1) }))
        .where('id', '=', serviceId)
        .$if(version !== null, query => query.where('version', '=', version ?? 0))
        .returning('version')
        .executeTakeFirst()
      return locked ? run(trx) : { ok: false, reason: 'stale' }
    })
    return result.kind === 'different' ? { ok: false, reason: 'different' } : result.answer
  })
  return done.catch((error: unknown): EntryResult => {
    if (closedMeanwhile(error)) return { ok: false, reason: 'organisation_closed' }
    throw error
  })
}

/** Writes answers about a service, in the viewer's transaction; what makes its places hidden hides them. */
export async function saveAnswers(trx: Transaction<DB>, id: string, values: Values): Promise<void> {
  await hidingWhenDue(trx, id, () => saveService(trx, id, values))
}

async function saveService(trx: Transaction<DB>, id: string, values: Values): Promise<void> {
  const { areas, pathways, ...columns } = values
  if (Array.isArray(areas)) await keepCodes(trx, LISTS.areas, id, areas)
  if (Array.isArray(pathways)) await keepCodes(trx, LISTS.pathways, id, pathways)
  const set = asStored(columns)
  // Every field of a part has been read by its row of the table of parts.
  if (Object.keys(set).length > 0)
    await trx
      .updateTable('service')
      .set(set as never)
      .where('id', '=', id)
      .execute()
}

async function saveProgramme(trx: Transaction<DB>, serviceId: string, values: Values): Promise<void> {
  const set = asStored(values)
  const updated = await trx
    .updateTable('programme')
    .set(set as never)
    .where('serviceId', '=', serviceId)
    .returning('serviceId')
    .executeTakeFirst()
  if (updated) return
  await trx
    .insertInto('programme')
    .values({ type: 'family_support_worker', ...set, serviceId })
    .execute()
}

/** jsonb is written as text: a list would be taken for an array of the database. */
function asStored(values: Values): Record<string, unknown> {
  const { staffedHours, ...rest } = values
  if (staffedHours === undefined) return rest
  return { ...rest, staffedHours: staffedHours === null ? null : JSON.stringify(staffedHours) }
}

const LISTS = {
  areas: { table: 'serviceArea', column: 'authorityCode' },
  pathways: { table: 'servicePathway', column: 'pathway' },
} as const

/** Keeps exactly these codes: what stays is not touched, so that the history says what came and went. */
export async function keepCodes(
  trx: Transaction<DB>,
  { table, column }: (typeof LISTS)[keyof typeof LISTS],
  serviceId: string,
  codes: readonly string[],
): Promise<void> {
  const gone = trx.deleteFrom(table).where('serviceId', '=', serviceId)
  await (codes.length > 0 ? gone.where(column as never, 'not in', codes as never) : gone).execute()
  for (const code of codes)
    await trx
      .insertInto(table)
      .values({ serviceId, [column]: code })
      .onConflict(conflict => conflict.doNothing())
      .execute()
}

export const KEPT_LISTS = LISTS
