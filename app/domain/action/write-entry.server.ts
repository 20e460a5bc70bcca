import { sql, type Transaction } from 'kysely'
import { newId } from '@db/id'
import { type FormRequest, once } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { recordAudit } from '../audit/record-audit.server'
import type { DomainContext } from '../context'
import type { StruckAlready } from '../words/struck'
import type { EntryFields, EntryKind } from './entry'

/**
 * 'stale': somebody changed it first. 'standing': the wording that stands is not struck out, it is corrected.
 * 'struck': somebody was first.
 */
export type EntryResult =
  | { ok: true; entryId: string }
  | { ok: false; reason: 'not_found' | 'stale' | 'standing' | 'different' }
  | StruckAlready

type Act = (trx: Transaction<DB>) => Promise<EntryResult>

/** Puts an action or a concern into the register. */
export function addEntry(
  app: DomainContext,
  viewer: SignedInViewer,
  { kind, ...fields }: EntryFields & { kind: EntryKind },
  request: FormRequest,
): Promise<EntryResult> {
  return act(app, viewer, request, async trx => {
    const id = newId()
    const now = app.clock()
    await trx.insertInto('registerEntry').values({ id, kind, addedAt: now }).execute()
    await writeVersion(trx, viewer, { entryId: id, version: 1, ...fields }, now)
    return done(trx, viewer, 'register.add', id)
  })
}

/** Words an entry anew, over the version that was shown; what it said before stays in its history. */
export function changeEntry(
  app: DomainContext,
  viewer: SignedInViewer,
  { entryId, version, ...fields }: EntryFields & { entryId: string; version: number },
  request: FormRequest,
): Promise<EntryResult> {
  return act(app, viewer, request, async trx => {
    const found = await lockEntry(trx, entryId)
    if (!found) return { ok: false, reason: 'not_found' }
    if (found.version !== version) return { ok: false, reason: 'stale' }
    const next = version + 1
    await writeVersion(trx, viewer, { entryId, version: next, ...fields }, app.clock())
    await trx.updateTable('registerEntry').set({ version: next }).where('id', '=', entryId).execute()
    return done(trx, viewer, 'register.change', entryId)
  })
}

/** Strikes the words out of an earlier wording: who did it and when is all that stays of them. */
export function strikeVersion(
  app: DomainContext,
  viewer: SignedInViewer,
  { entryId, version }: { entryId: string; version: number },
  request: FormRequest,
): Promise<EntryResult> {
  return act(app, viewer, request, async trx => {
    const found = await lockEntry(trx, entryId)
    if (!found || version < 1 || version > found.version) return { ok: false, reason: 'not_found' }
    if (version === found.version) return { ok: false, reason: 'standing' }
    const before = await struckBefore(trx, { entryId, version })
    if (before) return before
    await trx
      .updateTable('registerVersion')
      .set({ words: null, owner: null, struckBy: viewer.personId, struckAt: app.clock() })
      .where('entryId', '=', entryId)
      .where('version', '=', version)
      .where('struckAt', 'is', null)
      .execute()
    return done(trx, viewer, 'register.strike', entryId)
  })
}

async function struckBefore(
  trx: Transaction<DB>,
  { entryId, version }: { entryId: string; version: number },
): Promise<StruckAlready | null> {
  const struck = await trx
    .selectFrom('registerVersion as v')
    .innerJoin('person as p', 'p.id', 'v.struckBy')
    .select(['p.name as by', 'v.struckAt as at'])
    .where('v.entryId', '=', entryId)
    .where('v.version', '=', version)
    .executeTakeFirst()
  return struck?.at ? { ok: false, reason: 'struck', by: struck.by, at: struck.at.toISOString() } : null
}

async function act(app: DomainContext, viewer: SignedInViewer, request: FormRequest, run: Act) {
  return asViewer(app.db, viewer, async (trx): Promise<EntryResult> => {
    const result = await once(trx, viewer, request, () => run(trx))
    return result.kind === 'different' ? { ok: false, reason: 'different' } : result.answer
  })
}

/** Until this transaction ends whoever else would word it waits: an update of nothing takes the lock a reader may not ask for. */
function lockEntry(trx: Transaction<DB>, id: string) {
  return trx
    .updateTable('registerEntry')
    .set({ version: sql`version` })
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirst()
}

async function writeVersion(
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  fields: EntryFields & { entryId: string; version: number },
  now: Date,
): Promise<void> {
  await trx
    .insertInto('registerVersion')
    .values({ ...fields, writtenBy: viewer.personId, writtenAt: now })
    .execute()
}

async function done(trx: Transaction<DB>, viewer: SignedInViewer, action: string, entryId: string) {
  await recordAudit(trx, viewer, { action, subjectKind: 'register', subjectId: entryId })
  return { ok: true, entryId } as const
}
