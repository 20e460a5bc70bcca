import type { Transaction } from 'kysely'
import type { KeyRing } from '@db/encryption/key-ring'
import type { DB } from '@db/schema'
import { caseKeyFor, openNote } from '../case/record/case-note.server'
import type { Group } from '../eligibility/decision'
import type { NoteWritten, ShortlistEntry, VacancyStanding } from './shortlist'

/** Where the words of a note are sealed. */
export function shortlistNotePlace(id: string) {
  return { table: 'case_shortlist_note', row: id, column: 'note' } as const
}

const NO_NOTES: ReadonlyMap<string, readonly NoteWritten[]> = new Map()

/** What is on the shortlist of a case with its notes, the latest first; nothing for whoever is not of the prison's team. */
export async function shortlistOf(
  trx: Transaction<DB>,
  keys: KeyRing,
  caseId: string,
): Promise<ShortlistEntry[]> {
  const rows = await trx
    .selectFrom('caseShortlist as l')
    .innerJoin('person', 'person.id', 'l.addedBy')
    .select(['l.id', 'l.serviceId', 'l.addedAt', 'l.groupThen', 'l.vacancyThen', 'l.noteVersion'])
    .select('person.name as addedBy')
    .where('l.caseId', '=', caseId)
    .where('l.removedAt', 'is', null)
    .orderBy('l.addedAt', 'desc')
    .orderBy('l.id')
    .execute()
  const notes = rows.some(row => row.noteVersion > 0) ? await notesOf(trx, keys, caseId) : NO_NOTES
  return rows.map(({ groupThen, vacancyThen, ...row }) => {
    const written = notes.get(row.id) ?? []
    return {
      ...row,
      // The columns' own checks admit these codes only.
      then: { group: groupThen as Group, vacancy: vacancyThen as VacancyStanding | null },
      note: written[0]?.note ?? null,
      earlier: written.slice(1),
    }
  })
}

/** The services on the shortlist of a case, by id. */
export async function shortlistedIds(trx: Transaction<DB>, caseId: string): Promise<ReadonlySet<string>> {
  const rows = await trx
    .selectFrom('caseShortlist')
    .select('serviceId')
    .where('caseId', '=', caseId)
    .where('removedAt', 'is', null)
    .execute()
  return new Set(rows.map(row => row.serviceId))
}

/** Every wording of the notes of a case, by entry, the latest first. */
async function notesOf(
  trx: Transaction<DB>,
  keys: KeyRing,
  caseId: string,
): Promise<ReadonlyMap<string, readonly NoteWritten[]>> {
  const key = await caseKeyFor(trx, keys, caseId)
  const rows = await trx
    .selectFrom('caseShortlistNote as n')
    .innerJoin('person', 'person.id', 'n.writtenBy')
    .leftJoin('person as striker', 'striker.id', 'n.struckBy')
    .select(['n.id', 'n.entryId', 'n.note', 'n.writtenAt', 'person.name as writtenBy'])
    .select(['n.struckAt', 'striker.name as struckBy'])
    .where('n.caseId', '=', caseId)
    .orderBy('n.version', 'desc')
    .execute()
  const notes = new Map<string, NoteWritten[]>()
  for (const { id, entryId, note, writtenAt, writtenBy, struckAt, struckBy } of rows) {
    const opened = {
      note: openNote(keys, key, caseId, shortlistNotePlace(id), note),
      struck: struckAt && { at: struckAt, by: struckBy ?? '' },
      writtenAt,
      writtenBy,
    }
    notes.set(entryId, [...(notes.get(entryId) ?? []), opened])
  }
  return notes
}
