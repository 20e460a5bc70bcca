import { z } from 'zod'
import type { Day } from '../../time/calendar'
import { DATE_CHANGE_CAUSES } from '../record/person-case'
import { releaseDateCleared, releaseDateStands, releaseFields } from '../record/case-form'

/** A release date that moves: the new date or 'not known', how sure, of what type, and why. Takes the London day. */
export function moveReleaseDateSchema(today: Day) {
  return z
    .object({
      ...releaseFields(today),
      cause: z.enum(DATE_CHANGE_CAUSES, { error: 'Choose why the date moved' }),
      version: z.number({ error: 'Open this page again: its version is missing' }),
    })
    .check(releaseDateStands(), releaseDateCleared())
}

export type ReleaseDateMove = z.output<ReturnType<typeof moveReleaseDateSchema>>
