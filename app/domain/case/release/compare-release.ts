import { formatDayLong, type Day } from '../../time/calendar'
import { dayBoxes } from '../answers/fact-form-value'
import {
  DATE_CHANGE_CAUSE_LABELS,
  type DateChangeCause,
  RELEASE_CONFIDENCE_LABELS,
  RELEASE_TYPE_LABELS,
  type ReleaseConfidence,
  type ReleaseType,
} from '../record/person-case'
import type { ComparedAnswers } from '../answers/topic-answers'

export interface ReleaseKept {
  releaseOn: Day | null
  releaseConfidence: ReleaseConfidence
  releaseType: ReleaseType | null
}

/** What the form of a release date starts from; the cause of a move is asked each time. */
export function releaseFormValue({ releaseOn, releaseConfidence, releaseType }: ReleaseKept) {
  return {
    releaseConfidence,
    releaseOn: releaseOn === null ? {} : dayBoxes(releaseOn),
    releaseType: releaseType ?? 'unknown',
    cause: '',
  }
}

/** A move of the release date, a line an answer, to be copied where it could not be kept. */
export function moveLines(move: ReleaseKept & { cause: DateChangeCause }): string[] {
  const lines = compareRelease(move, move).map(({ question, yours }) => `${question}: ${yours}`)
  return [[`Why did it move: ${DATE_CHANGE_CAUSE_LABELS[move.cause]}`, ...lines].join('\n')]
}

/** True where a move would change nothing that is kept. */
export function isSameRelease(one: ReleaseKept, other: ReleaseKept): boolean {
  return compareRelease(one, other).every(({ yours, theirs }) => yours === theirs)
}

/** Two versions of a release, line by line. */
export function compareRelease(yours: ReleaseKept, theirs: ReleaseKept): ComparedAnswers[] {
  const line = (question: string, words: (release: ReleaseKept) => string) => ({
    question,
    yours: words(yours),
    theirs: words(theirs),
  })
  return [
    line('Release date', ({ releaseOn }) =>
      releaseOn === null ? 'Not known yet' : formatDayLong(releaseOn),
    ),
    line('How sure', ({ releaseConfidence }) => RELEASE_CONFIDENCE_LABELS[releaseConfidence]),
    line('Type of release', ({ releaseType }) => RELEASE_TYPE_LABELS[releaseType ?? 'unknown']),
  ]
}
