import { z } from 'zod'
import type { Day } from '../../time/calendar'
import { optionalDayField } from '../../time/day-field'
import { DATE_CHANGE_CAUSES, RELEASE_CONFIDENCES, RELEASE_TYPES } from '../record/person-case'
import { releaseDateCleared, releaseDateStands } from '../record/case-form'

/** A release date that moves: the new date or 'not known', how sure, of what type, and why. Takes the London day. */
export function moveReleaseDateSchema(today: Day) {
  return z
    .object({
      releaseConfidence: z.enum(RELEASE_CONFIDENCES, {
        error: 'Choose how sure the release date is, or that it is not known yet',
      }),
      releaseOn: optionalDayField('release', { today }),
      releaseType: z.enum(RELEASE_TYPES, { error: 'Choose the type of release, or not known yet' }),
      cause: z.enum(DATE_CHANGE_CAUSES, { error: 'Choose why the date moved' }),
      version: z.number({ error: 'Open this page again: its version is missing' }),
    })
    .check(releaseDateStands(), releaseDateCleared())
}

export type ReleaseDateMove = z.output<ReturnType<typeof moveReleaseDateSchema>>
