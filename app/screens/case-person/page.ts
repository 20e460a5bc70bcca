import { dayBoxes } from '~/domain/case/answers/fact-form-value'
import type { ComparedAnswers } from '~/domain/case/answers/topic-answers'
import { type CaseBasicsKept, fieldLabel, fieldWords } from '~/domain/case/history/case-fields'

/** What the page that corrects a person says where nothing was corrected. */
export const NOT_CORRECTED = {
  unchanged: 'Nothing differs from what is kept. Change what is wrong, or go back',
  stale: 'The case was changed after you opened this page: compare both versions',
} as const

const PERSON = ['prisonNumber', 'name', 'crn', 'dateOfBirth', 'sex', 'homeAuthority'] as const
type Person = Pick<CaseBasicsKept, (typeof PERSON)[number]>

/** What the form starts from. */
export function personFormValue({ dateOfBirth, crn, ...kept }: Person) {
  return { ...kept, crn: crn ?? '', dateOfBirth: dayBoxes(dateOfBirth) }
}

/** Two versions of who a case is of, line by line. */
export function comparePerson(yours: Person, theirs: Person): ComparedAnswers[] {
  return PERSON.map(field => ({
    question: fieldLabel(field),
    yours: fieldWords(field, yours[field]),
    theirs: fieldWords(field, theirs[field]),
  }))
}

/** What was typed, a line a field, to be copied where it could not be kept. */
export function personLines(typed: Person): string[] {
  return [PERSON.map(field => `${fieldLabel(field)}: ${fieldWords(field, typed[field])}`).join('\n')]
}
