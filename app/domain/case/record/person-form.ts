import { z } from 'zod'
import type { Day } from '../../time/calendar'
import { dayField, optionalDayField } from '../../time/day-field'
import {
  custodyStatusField,
  homeField,
  nameField,
  prisonNumberField,
  releaseDateCleared,
  releaseDateStands,
  releaseFields,
  saidField,
  sexField,
} from './case-form'
import { CRN_PATTERN, STATUS_HOWS, tidyNumber } from './person-case'

/** The forms that correct who a case is of, and how she is held. Safe for the browser. */

/** Who the person is, corrected. Takes the London day. */
export function personSchema(today: Day) {
  return z.object({
    name: nameField,
    prisonNumber: prisonNumberField,
    crn: z
      .string()
      .transform(tidyNumber)
      .pipe(z.string().regex(CRN_PATTERN, 'The CRN must be a letter and 6 numbers, like X123456'))
      .nullable()
      .default(null),
    dateOfBirth: dayField('birth', { today }),
    sex: sexField,
    homeAuthority: homeField,
    /** That another prison has an open case of the number, and was rung. */
    openElsewhere: saidField,
    /** That whoever has this name and date of birth, and another number, is somebody else. */
    anotherPerson: saidField,
  })
}

export type PersonCorrected = z.output<ReturnType<typeof personSchema>>

/** What the status of a person is, since when, whether it changed or was recorded wrongly, and the release that follows. */
export function statusSchema(today: Day) {
  return z
    .object({
      custodyStatus: custodyStatusField,
      how: z.enum(STATUS_HOWS, { error: 'Choose whether the status changed or was recorded wrongly' }),
      statusSince: optionalDayField('statusSince', { today }),
      ...releaseFields(today),
    })
    .check(releaseDateStands(), releaseDateCleared())
    .refine(({ how, statusSince }) => how === 'wrong' || statusSince !== null, {
      path: ['statusSince'],
      error: 'Enter the day from which the new status holds',
    })
}

export type StatusChange = z.output<ReturnType<typeof statusSchema>>
