import type { Transaction } from 'kysely'
import type { KeyRing } from '@db/encryption/key-ring'
import type { DB } from '@db/schema'
import { caseKeyFor, openNote } from '../case/record/case-note.server'
import { whatWasTried } from './what-was-tried.server'
import { type EndedAs, type EndSaid, HIDDEN_PLACES, type NobodyFits, Tried } from './nobody-fits'

/** Where the words of an answer are sealed. */
export function answerPlace(id: string) {
  return { table: 'nobody_fits_answer', row: id, column: 'note' } as const
}

/** The entries of a case that the viewer may read, the latest first: its own team all, the coordinator the one she has agreed to. */
export async function entriesOf(trx: Transaction<DB>, keys: KeyRing, caseId: string): Promise<NobodyFits[]> {
  const rows = await selectEntries(trx)
    .where('q.caseId', '=', caseId)
    .orderBy('q.recordedAt', 'desc')
    .execute()
  const answers = await answersOf(trx, keys, caseId)
  const changes = await endChanges(trx, caseId)
  const tried = await named(
    trx,
    rows.map(row => Tried.parse(row.tried)),
  )
  return rows.map(({ agreed, ...row }, at) => ({
    id: row.id,
    caseId: row.caseId,
    // The columns' own checks admit these codes only.
    agreed: agreed as NobodyFits['agreed'],
    tried: tried[at]!,
    recordedAt: row.recordedAt,
    recordedBy: row.recordedBy,
    taken: row.takenAt && { at: row.takenAt, by: row.takenBy ?? '' },
    ended: row.endedAt && {
      at: row.endedAt,
      by: row.endedBy,
      as: row.endedAs as EndedAs,
      was: changes.filter(({ entryId }) => entryId === row.id),
    },
    answers: answers.filter(each => each.entryId === row.id),
  }))
}

/** What has been tried for a case by now, as it would be put down. */
export async function triedNow(trx: Transaction<DB>, caseId: string): Promise<NobodyFits['tried']> {
  const [tried] = await named(trx, [await whatWasTried(trx, caseId)])
  return tried!
}

/** What waits for the coordinator who looks, the longest first. */
export async function waitingEntries(trx: Transaction<DB>) {
  return selectEntries(trx)
    .where('q.endedAt', 'is', null)
    .where('q.agreed', '=', 'yes')
    .orderBy('q.recordedAt')
    .orderBy('q.id')
    .execute()
}

/** The team to ring about a case: its prison, and that one's telephone. */
export async function officersContact(trx: Transaction<DB>, organisationId: string) {
  return trx
    .selectFrom('organisation')
    .select(['name as team', 'phone'])
    .where('id', '=', organisationId)
    .executeTakeFirstOrThrow()
}

/** The same with the services of its referrals by name, but those that hide. */
async function named(trx: Transaction<DB>, tried: readonly Tried[]): Promise<NobodyFits['tried'][]> {
  const names = await serviceNames(
    trx,
    tried.flatMap(({ referrals }) => referrals.flatMap(({ serviceId }) => serviceId ?? [])),
  )
  return tried.map(({ referrals, ...searched }) => ({
    ...searched,
    referrals: referrals.map(({ hidden, serviceId, ...referral }) => ({
      ...referral,
      serviceName: hidden ? HIDDEN_PLACES[hidden] : (names.get(serviceId ?? '') ?? 'A service that is gone'),
    })),
  }))
}

function selectEntries(trx: Transaction<DB>) {
  return trx
    .selectFrom('nobodyFits as q')
    .innerJoin('person as p', 'p.id', 'q.recordedBy')
    .leftJoin('person as t', 't.id', 'q.takenBy')
    .leftJoin('person as e', 'e.id', 'q.endedBy')
    .select(['q.id', 'q.caseId', 'q.agreed', 'q.tried', 'q.recordedAt', 'p.name as recordedBy'])
    .select(['q.takenAt', 't.name as takenBy', 'q.endedAt', 'q.endedAs', 'e.name as endedBy'])
}

async function serviceNames(
  trx: Transaction<DB>,
  serviceIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (serviceIds.length === 0) return new Map()
  const ids = [...new Set(serviceIds)]
  const rows = await trx.selectFrom('service').select(['id', 'name']).where('id', 'in', ids).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** What was said before of how its entries ended, the latest first; as far as the viewer may read it: its own team. */
async function endChanges(trx: Transaction<DB>, caseId: string): Promise<(EndSaid & { entryId: string })[]> {
  const rows = await trx
    .selectFrom('nobodyFitsEndChange as h')
    .innerJoin('person as p', 'p.id', 'h.changedBy')
    .select(['h.entryId', 'h.was', 'p.name as by', 'h.changedAt as at'])
    .where('h.caseId', '=', caseId)
    .orderBy('h.changedAt', 'desc')
    .execute()
  return rows.map(row => ({ ...row, was: row.was as EndedAs }))
}

async function answersOf(trx: Transaction<DB>, keys: KeyRing, caseId: string) {
  const rows = await trx
    .selectFrom('nobodyFitsAnswer as a')
    .innerJoin('person as p', 'p.id', 'a.writtenBy')
    .select(['a.id', 'a.entryId', 'a.note', 'a.writtenAt as at', 'p.name as by'])
    .where('a.caseId', '=', caseId)
    .orderBy('a.writtenAt', 'desc')
    .execute()
  const key = rows.length > 0 ? await caseKeyFor(trx, keys, caseId) : null
  return rows.map(({ note, ...row }) => ({
    ...row,
    words: openNote(keys, key, caseId, answerPlace(row.id), note),
  }))
}
