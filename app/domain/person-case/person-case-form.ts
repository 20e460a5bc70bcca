import { z } from 'zod'
import { authorities } from '../region/region'
import { ageOn, type Day } from '../region/calendar'
import { dayField, optionalDayField } from './day-field'
import {
  CUSTODY_STATUSES,
  PRISON_NUMBER_PATTERN,
  RELEASE_CONFIDENCES,
  RELEASE_TYPES,
  SEXES,
  tidyNumber,
} from './person-case'

const NAME_LIMIT = 100
const YOUNGEST_AT_RELEASE = 18
const OLDEST = 110

/**
 * A case in under two minutes. Takes the day it is in London. Everything not asked here can be answered later, and
 * 'not known yet' is an answer to everything but who the person is.
 */
export function newCaseSchema(today: Day) {
  return z
    .object({
      prisonNumber: prisonNumberField,
      name: z
        .string({ error: 'Enter the person’s full name' })
        .trim()
        .min(1, 'Enter the person’s full name')
        .max(NAME_LIMIT, `The name must be ${NAME_LIMIT} characters or fewer`),
      dateOfBirth: dayField({ name: 'date of birth', example: '28 3 1992' }),
      sex: z.enum(SEXES, { error: 'Choose woman, man or not known yet' }),
      custodyStatus: z.enum(CUSTODY_STATUSES, { error: 'Choose sentenced, on remand or recalled' }),
      releaseConfidence: z.enum(RELEASE_CONFIDENCES, {
        error: 'Choose how sure the release date is, or that it is not known yet',
      }),
      releaseOn: optionalDayField({ name: 'release date', example: '28 12 2026' }),
      releaseType: z.enum(RELEASE_TYPES, { error: 'Choose the type of release, or not known yet' }),
      homeAuthority: z.enum([...authorities.map(each => each.code), 'outside', 'unknown'], {
        error: 'Choose the home authority, outside the North East, or not known yet',
      }),
    })
    .check(
      releaseDateStands(today),
      told<Pick<Release, 'releaseOn'> & { dateOfBirth: Day }>(
        'dateOfBirth',
        ['dateOfBirth', 'releaseOn'],
        typed => ageProblem(typed.dateOfBirth, typed.releaseOn ?? today, today),
      ),
    )
}

type Release = { releaseOn: Day | null; releaseConfidence: string }

/** What is wrong between answers, said beside one of them: whatever else is wrong, if those it reads could be read. */
function told<Typed extends object>(
  field: keyof Typed & string,
  reads: readonly (keyof Typed)[],
  problemOf: (typed: Typed) => string | null,
) {
  return z.refine<Typed>(typed => problemOf(typed) === null, {
    path: [field],
    when: ({ issues }) => !issues.some(({ path }) => reads.some(name => name === path?.[0])),
    error: ({ input }) => problemOf(input as Typed) ?? undefined,
  })
}

/** What a new case is made from. */
export type NewCase = z.output<ReturnType<typeof newCaseSchema>>

/** A prison number as typed, spaces and small letters forgiven. */
export const prisonNumberField = z
  .string({ error: 'Enter the prison number' })
  .transform(tidyNumber)
  .pipe(
    z
      .string()
      .regex(
        PRISON_NUMBER_PATTERN,
        'The prison number must be a letter, 4 numbers and 2 letters, like Z1234AB',
      ),
  )

/** Checks the release date against how sure it is said to be, whatever else on the form is wrong. */
export function releaseDateStands(today: Day) {
  return told<Release>('releaseOn', ['releaseOn', 'releaseConfidence'], typed =>
    releaseDateProblem(typed.releaseOn, typed.releaseConfidence, today),
  )
}

/** Why a release date cannot stand, in words that say how to mend it, or null. */
function releaseDateProblem(releaseOn: Day | null, confidence: string, today: Day): string | null {
  if (confidence === 'not_known') {
    return releaseOn === null ? null : 'Clear the release date, or choose firm or likely'
  }
  if (releaseOn === null) return 'Enter the release date, or choose not known yet'
  return releaseOn < today ? 'The release date must be today or later' : null
}

function ageProblem(dateOfBirth: Day, releaseOn: Day, today: Day): string | null {
  if (dateOfBirth >= today) return 'The date of birth must be in the past'
  const age = ageOn(dateOfBirth, releaseOn)
  if (age < YOUNGEST_AT_RELEASE) return 'Check the date of birth: the person must be 18 or over on release'
  return age > OLDEST ? 'Check the year of birth: it makes the person over 110' : null
}
