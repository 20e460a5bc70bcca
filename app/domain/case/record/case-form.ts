import { z } from 'zod'
import { authorities } from '../../area/region'
import { ageOn, type Day } from '../../time/calendar'
import { dayField, optionalDayField } from '../../time/day-field'
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
const CLEAR_DATE = 'Clear the release date, or choose firm or likely'

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

export const nameField = z
  .string({ error: 'Enter the person’s full name' })
  .trim()
  .min(1, 'Enter the person’s full name')
  .max(NAME_LIMIT, `The name must be ${NAME_LIMIT} characters or fewer`)
  .regex(/\p{L}/u, 'Write the name in letters')

export const sexField = z.enum(SEXES, { error: 'Choose woman, man or not known yet' })

export const custodyStatusField = z.enum(CUSTODY_STATUSES, {
  error: 'Choose sentenced, on remand or recalled',
})

/** What was said of one number (`saidOf`), and of no other that is typed afterwards. */
export const saidField = z.string().max(20).nullable().default(null).catch(null)

export const homeField = z.enum([...authorities.map(each => each.code), 'outside', 'unknown'], {
  error: 'Choose the home authority, outside the North East, or not known yet',
})

/** How sure the release is, on which day, and of what type. Takes the London day. */
export function releaseFields(today: Day) {
  return {
    releaseConfidence: z.enum(RELEASE_CONFIDENCES, {
      error: 'Choose how sure the release date is, or that it is not known yet',
    }),
    releaseOn: optionalDayField('release', { today }),
    releaseType: z.enum(RELEASE_TYPES, { error: 'Choose the type of release, or not known yet' }),
  }
}

/**
 * A case in under two minutes. Takes the day it is in London. Everything not asked here can be answered later, and
 * 'not known yet' is an answer to everything but who the person is.
 */
export function newCaseSchema(today: Day) {
  return z
    .object({
      prisonNumber: prisonNumberField,
      name: nameField,
      dateOfBirth: dayField('birth', { today }),
      sex: sexField,
      custodyStatus: custodyStatusField,
      ...releaseFields(today),
      homeAuthority: homeField,
      /** That another prison has an open case of the number, and was rung. */
      openElsewhere: saidField,
      /** Of a number that somebody with another name and date of birth had before. */
      samePerson: saidField,
      /** That whoever has this name and date of birth, and another number, is somebody else. */
      anotherPerson: saidField,
    })
    .check(
      releaseDateStands(),
      releaseDateCleared(),
      told<Pick<Release, 'releaseOn'> & { dateOfBirth: Day }>(
        ['dateOfBirth', 'year'],
        ['dateOfBirth', 'releaseOn'],
        typed => ageProblem(typed.dateOfBirth, typed.releaseOn ?? today),
      ),
    )
}

type Release = { releaseOn: Day | null; releaseConfidence: string }

/** What is wrong between answers, said beside one of them: whatever else is wrong, if those it reads could be read. */
function told<Typed extends object>(
  path: [keyof Typed & string, ...string[]],
  reads: readonly (keyof Typed)[],
  problemOf: (typed: Typed) => string | null,
) {
  return z.refine<Typed>(typed => problemOf(typed) === null, {
    path,
    when: ({ issues }) => !issues.some(({ path }) => reads.some(name => name === path?.[0])),
    error: ({ input }) => problemOf(input as Typed) ?? undefined,
  })
}

type NewCaseForm = z.output<ReturnType<typeof newCaseSchema>>

/** What a new case is made from. Where it was not asked, nobody has said that another prison was rung. */
export type NewCase = Omit<NewCaseForm, AskedLater> & Partial<Pick<NewCaseForm, AskedLater>>

/** Asked only once it is known that it must be. */
type AskedLater = 'openElsewhere' | 'samePerson' | 'anotherPerson'

/** Checks the release date against how sure it is said to be, whatever else on the form is wrong. */
export function releaseDateStands() {
  return told<Release>(['releaseOn'], ['releaseOn', 'releaseConfidence'], typed =>
    releaseDateProblem(typed.releaseOn, typed.releaseConfidence),
  )
}

/** Where no date is known, a typed one is to be cleared: whatever else its own field asks of it is no help. */
export function releaseDateCleared() {
  return z.core._check<Release>(
    ({ value, issues }) => {
      const at = issues.findIndex(({ path }) => path?.[0] === 'releaseOn')
      if (value.releaseConfidence !== 'not_known' || at < 0) return
      issues.splice(at, 1, { code: 'custom', path: ['releaseOn'], input: value, message: CLEAR_DATE })
    },
    { when: () => true },
  )
}

/** Why a release date cannot stand, in words that say how to mend it, or null. */
function releaseDateProblem(releaseOn: Day | null, confidence: string): string | null {
  if (confidence === 'not_known') {
    return releaseOn === null ? null : CLEAR_DATE
  }
  return releaseOn === null ? 'Enter the release date, or choose not known yet' : null
}

/** Why a date of birth cannot stand beside the day of release, or the day it is; null where it can. */
export function ageProblem(dateOfBirth: Day, releaseOn: Day): string | null {
  return ageOn(dateOfBirth, releaseOn) < YOUNGEST_AT_RELEASE
    ? 'Check the date of birth: the person must be 18 or over on release'
    : null
}
