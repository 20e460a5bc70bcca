import { dayBoxes } from '~/domain/case/answers/fact-form-value'
import type { ComparedAnswers } from '~/domain/case/answers/topic-answers'
import { type CaseBasicsKept, fieldLabel, fieldWords } from '~/domain/case/history/case-fields'
import { compareRelease } from '~/domain/case/release/compare-release'
import { STATUS_HOW_LABELS } from '~/domain/case/record/person-case'
import { type Day, formatDayLong } from '~/domain/time/calendar'

/** What the page that changes a status says where nothing was changed. */
export const NOT_CHANGED = {
  unchanged: 'This is the status and the release already recorded. Change what is wrong, or go back',
  stale: 'The case was changed after you opened this page: compare both versions',
} as const

/** Beside the day of a new status that lies before `since`, the day of the one it replaces. */
export function beforeReplaced(since: Day): string {
  return `That is before the day of the status it replaces (${formatDayLong(since)}). If that day is wrong, correct it first: leave the status as it was, choose “${STATUS_HOW_LABELS.wrong}” and save the right day`
}

const STATUS = ['custodyStatus', 'statusSince'] as const
type Status = Pick<CaseBasicsKept, (typeof STATUS)[number] | 'releaseConfidence' | 'releaseType'> & {
  releaseOn: Day | null
}

/** What the form starts from; whether it changed or was wrong is asked each time. */
export function statusFormValue({ custodyStatus, statusSince, ...release }: Status) {
  const { releaseOn, releaseConfidence, releaseType } = release
  return {
    custodyStatus,
    how: '',
    statusSince: statusSince === null ? {} : dayBoxes(statusSince),
    releaseConfidence,
    releaseOn: releaseOn === null ? {} : dayBoxes(releaseOn),
    releaseType: releaseType ?? 'unknown',
  }
}

/** Two versions of how a person is held and is to leave, line by line. */
export function compareStatus(yours: Status, theirs: Status): ComparedAnswers[] {
  const status = STATUS.map(field => ({
    question: fieldLabel(field),
    yours: fieldWords(field, yours[field]),
    theirs: fieldWords(field, theirs[field]),
  }))
  return [...status, ...compareRelease(yours, theirs)]
}

/** What was typed, a line a field, to be copied where it could not be kept. */
export function statusLines(typed: Status): string[] {
  return [
    compareStatus(typed, typed)
      .map(({ question, yours }) => `${question}: ${yours}`)
      .join('\n'),
  ]
}
