import type { Transaction } from 'kysely'
import { newId } from '@db/id'
import { type FormRequest, once } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { recordAudit } from '../audit/record-audit.server'
import { standsAs } from '../case/answers/write-facts.server'
import { sealNote } from '../case/record/case-note.server'
import { lockCase } from '../case/record/lock-case.server'
import { personForAct } from '../case/record/open-person.server'
import type { DomainContext } from '../context'
import { type StruckAlready, struckAlreadyBy } from '../words/struck'
import type { ShortlistEntry } from './shortlist'
import { shortlistNotePlace, shortlistOf } from './shortlist-entries.server'
import { standingNow } from './standing-now.server'

interface OnShortlist {
  caseId: string
  serviceId: string
}

/**
 * 'noted': it is on the list already with a note of its own, which one that was typed beside it does not replace. 'gone': somebody
 * took it off, and there is nothing to write a note on.
 */
export type ShortlistResult =
  { ok: true } | { ok: false; reason: 'not_found' | 'stale' | 'noted' | 'gone' | 'different' } | StruckAlready

type Act = (trx: Transaction<DB>, entry: ShortlistEntry | null) => Promise<ShortlistResult>

/**
 * Puts a service on the shortlist of an open case of the viewer's team, with how it stands now. Adding twice is once; a note
 * typed with it is kept where there is none. 'not_found' for a service that is not there, or is avoided.
 */
export function addToShortlist(
  app: DomainContext,
  viewer: SignedInViewer,
  { note, ...on }: OnShortlist & { note: string | null },
  request: FormRequest,
): Promise<ShortlistResult> {
  return change(app, viewer, on, request, async (trx, entry) => {
    if (entry === null) return insertEntry(app, trx, viewer, { ...on, note })
    if (note === null || note === entry.note) return { ok: true }
    if (entry.note !== null) return { ok: false, reason: 'noted' }
    return writeNote(app, trx, viewer, {
      caseId: on.caseId,
      entryId: entry.id,
      version: entry.noteVersion,
      note,
    })
  })
}

/** Takes a service off the shortlist; what is not on it is off already. Its notes stay in the history of the case. */
export function removeFromShortlist(
  app: DomainContext,
  viewer: SignedInViewer,
  on: OnShortlist,
  request: FormRequest,
): Promise<ShortlistResult> {
  return change(app, viewer, on, request, async (trx, entry) => {
    if (entry === null) return { ok: true }
    await trx
      .updateTable('caseShortlist')
      .set({ removedBy: viewer.personId, removedAt: app.clock() })
      .where('id', '=', entry.id)
      .execute()
    await audit(trx, viewer, on.caseId, 'case.shortlist_remove')
    return { ok: true }
  })
}

/** Writes the note anew, or with null takes it away: 'stale' where somebody wrote one after `version` was read. The old one is kept. */
export function noteOnShortlist(
  app: DomainContext,
  viewer: SignedInViewer,
  { version, note, ...on }: OnShortlist & { version: number; note: string | null },
  request: FormRequest,
): Promise<ShortlistResult> {
  return change(app, viewer, on, request, async (trx, entry) => {
    if (entry === null) return { ok: false, reason: 'gone' }
    if (entry.note === note) return { ok: true }
    if (entry.noteVersion !== version) return { ok: false, reason: 'stale' }
    return writeNote(app, trx, viewer, { caseId: on.caseId, entryId: entry.id, version, note })
  })
}

/**
 * Strikes out every wording of the note of a service for a case, those of a time before it was taken off and added again too: the
 * sealed text is gone, who struck it out and when stays. 'stale' where somebody wrote one after `version` was read.
 */
export function strikeShortlistNote(
  app: DomainContext,
  viewer: SignedInViewer,
  { version, ...on }: OnShortlist & { version: number },
  request: FormRequest,
): Promise<ShortlistResult> {
  return change(app, viewer, on, request, async (trx, entry) => {
    if (entry === null) return { ok: false, reason: 'gone' }
    if (entry.noteVersion !== version)
      return (await struckSince(trx, entry, version)) ?? { ok: false, reason: 'stale' }
    await trx
      .updateTable('caseShortlistNote')
      .set({ note: null, struckBy: viewer.personId, struckAt: app.clock() })
      .where('note', 'is not', null)
      .where('entryId', 'in', of =>
        of
          .selectFrom('caseShortlist')
          .select('id')
          .where('caseId', '=', on.caseId)
          .where('serviceId', '=', on.serviceId),
      )
      .execute()
    await audit(trx, viewer, on.caseId, 'case.shortlist_strike')
    // A version of its own: a page that still holds the words cannot bring them back.
    return writeNote(app, trx, viewer, { caseId: on.caseId, entryId: entry.id, version, note: null })
  })
}

/** Where nothing was written since a version was read, and its words were struck out: by whom. */
async function struckSince(
  trx: Transaction<DB>,
  entry: { id: string; note: string | null },
  version: number,
): Promise<StruckAlready | null> {
  if (entry.note !== null) return null
  const struck = await trx
    .selectFrom('caseShortlistNote as n')
    .innerJoin('person as p', 'p.id', 'n.struckBy')
    .select(['p.name as by', 'n.struckAt as at'])
    .where('n.entryId', '=', entry.id)
    .where('n.version', '=', version)
    .executeTakeFirst()
  return struck?.at ? struckAlreadyBy({ by: struck.by, at: struck.at }) : null
}

/** One change of a shortlist, once for one form: one after the other for a case, and for an open one of the team alone. */
function change(
  app: DomainContext,
  viewer: SignedInViewer,
  { caseId, serviceId }: OnShortlist,
  request: FormRequest,
  act: Act,
): Promise<ShortlistResult> {
  return asViewer(app.db, viewer, async trx => {
    const done = await once(trx, viewer, request, async () => {
      await lockCase(trx, caseId)
      const standing = await standsAs(trx, viewer, { caseId, version: null })
      if (!standing.ok) return standing
      const entries = await shortlistOf(trx, app.keys, caseId)
      return act(trx, entries.find(entry => entry.serviceId === serviceId) ?? null)
    })
    return done.kind === 'different' ? { ok: false, reason: 'different' } : done.answer
  })
}

async function insertEntry(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  { caseId, serviceId, note }: OnShortlist & { note: string | null },
): Promise<ShortlistResult> {
  const now = app.clock()
  const person = await personForAct(app, trx, caseId)
  const stands = person && (await standingNow(trx, viewer, person, [serviceId], now)).get(serviceId)
  if (!stands) return { ok: false, reason: 'not_found' }
  const id = newId()
  await trx
    .insertInto('caseShortlist')
    .values({
      id,
      caseId,
      serviceId,
      addedBy: viewer.personId,
      addedAt: now,
      groupThen: stands.group,
      vacancyThen: stands.vacancy,
    })
    .execute()
  await audit(trx, viewer, caseId, 'case.shortlist_add')
  return note === null ? { ok: true } : writeNote(app, trx, viewer, { caseId, entryId: id, version: 0, note })
}

async function writeNote(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  {
    caseId,
    entryId,
    version,
    note,
  }: { caseId: string; entryId: string; version: number; note: string | null },
): Promise<ShortlistResult> {
  const id = newId()
  const sealed = await sealNote(trx, app.keys, caseId, shortlistNotePlace(id), note)
  await trx
    .insertInto('caseShortlistNote')
    .values({
      id,
      entryId,
      caseId,
      version: version + 1,
      note: sealed,
      writtenBy: viewer.personId,
      writtenAt: app.clock(),
    })
    .execute()
  await trx
    .updateTable('caseShortlist')
    .set({ noteVersion: version + 1 })
    .where('id', '=', entryId)
    .execute()
  await audit(trx, viewer, caseId, 'case.shortlist_note')
  return { ok: true }
}

/** Which service it was is the prison's own: the audit, which others read, says that the list changed. */
function audit(trx: Transaction<DB>, viewer: SignedInViewer, caseId: string, action: string): Promise<void> {
  return recordAudit(trx, viewer, { action, subjectKind: 'case', subjectId: caseId })
}
