import { z } from 'zod'
import type { Day } from '../time/calendar'
import type { StaffedHours } from '../vacancy/freshness/staffed-time'
import { type EntryField } from './field'
import { ENTRY_PARTS } from './parts'
import { entryForm } from './read-field'

/** What is asked before an entry can be begun. Safe for the browser. */

const { basics, where, contact } = ENTRY_PARTS
const asked = [...basics.fields, ...where.fields, ...contact.fields] as readonly EntryField[]

export interface NewEntry {
  /** Whose it is, where an editor makes it; otherwise the viewer's own organisation's. */
  organisationId: string | null
  name: string
  kind: string
  summary: string
  isForWomenOrAbuse: boolean
  areas: readonly string[]
  staffedHours: StaffedHours
}

/** In the order of the page. */
export const NEW_ENTRY_FIELDS = ['name', 'kind', 'summary', 'areas', 'staffedHours'].flatMap(name =>
  asked.filter(field => field.name === name),
)

export const WOMEN_QUESTION = 'Is it for women only, or for people who have been abused?'

/** Reads it. Its own rows say what each answer may be; whose it is an editor alone says. */
export function newEntryForm(today: Day) {
  return (
    entryForm(NEW_ENTRY_FIELDS, today)
      .extend({
        isForWomenOrAbuse: z
          .enum(['yes', 'no'], {
            error: 'Say whether it is for women only, or for people who have been abused',
          })
          .transform(answer => answer === 'yes'),
        organisationId: z.uuid().nullable().default(null).catch(null),
      })
      // Each answer has been read by its row of the table of parts.
      .transform(answers => answers as unknown as NewEntry)
  )
}
