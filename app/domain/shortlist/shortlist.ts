import { z } from 'zod'
import type { Group } from '../eligibility/decision'

/** The places a team thinks of for a case, and what it notes of each. Safe for the browser. */

export const SHORTLIST_NOTE_LIMIT = 500

/** How a service that keeps bedspaces stands on the day one is needed. */
export type VacancyStanding = 'free' | 'to_check' | 'full' | 'not_confirmed'

/** How a service stood, or stands, for the case: what changed since it was put on the list is told by two of these. */
export interface Standing {
  group: Group
  /** Null for a service that keeps no bedspaces. */
  vacancy: VacancyStanding | null
}

/** One wording of a note; null where it was taken away, or struck out. */
export interface NoteWritten {
  note: string | null
  writtenAt: Date
  writtenBy: string
  /** Its words should never have been typed and are gone: who says so, and since when. */
  struck: { at: Date; by: string } | null
}

/** A service on the shortlist of a case. */
export interface ShortlistEntry {
  id: string
  serviceId: string
  addedAt: Date
  addedBy: string
  then: Standing
  /** The note that stands. */
  note: string | null
  noteVersion: number
  /** What it said before, the latest first. */
  earlier: readonly NoteWritten[]
}

const note = z
  .string()
  .max(SHORTLIST_NOTE_LIMIT, `The note must be ${SHORTLIST_NOTE_LIMIT} characters or fewer`)
  .nullable()
  .default(null)

/** Reads what is sent of one service and the shortlist: to add it, with a note or without, to note something of it, to strike its note out, or to take it off. */
export const shortlistSchema = z.object({
  change: z.enum(['add', 'note', 'strike', 'remove'], { error: 'Choose what to do with the shortlist' }),
  note,
  /** Where it was pressed, to go back to. */
  back: z.string().nullable().default(null),
})
