import { authorityName } from '~/domain/area/region'
import { HOME_ELSEWHERE_LABELS } from '~/domain/case/record/person-case'
import { arises } from '~/domain/outcome/check-form'
import { type CheckQuestion, CHECKS } from '~/domain/outcome/check-questions'
import type { CheckState } from '~/domain/outcome/check-states'
import type { CheckAnswers, CheckKind } from '~/domain/outcome/checks'
import { formatDayLong, type Day } from '~/domain/time/calendar'
import { dayOrYear } from '~/domain/time/near-time'
import { labelOf } from '~/domain/words/codes'

/** A council or an authority in a list of them. */
export function councilWords(code: string): string {
  return code === 'outside' || code === 'unknown' ? ELSEWHERE[code] : authorityName(code)
}

const ELSEWHERE = { outside: HOME_ELSEWHERE_LABELS.outside, unknown: 'Not known' }

/** What was answered, a line a question that arose. */
export function checkLines(kind: CheckKind, answers: CheckAnswers): { key: string; value: string }[] {
  const given: Readonly<Record<string, string | null>> = answers
  return CHECKS[kind].questions
    .filter(each => arises(each, given))
    .map(each => ({ key: each.question, value: answerWords(each, given[each.field] ?? null) }))
}

function answerWords({ kind, choices = {} }: CheckQuestion, answer: string | null): string {
  if (answer === null) return kind === 'tick' ? 'No' : 'Not known'
  if (kind === 'day') return formatDayLong(answer)
  if (kind === 'tick') return 'Yes'
  return kind === 'council' ? councilWords(answer) : labelOf(choices, answer)
}

/** How a check stands, in words: 'Due Fri 6 November', 'Was due Fri 6 November', 'From Mon 3 May'. */
export function standingWords({ standing, dueOn, from }: CheckState, today: Day): string {
  const words: Record<CheckState['standing'], string> = {
    recorded: 'Recorded',
    to_record: dueWords(dueOn, today),
    again: 'Record again: the release has moved',
    not_yet: from === null ? 'Once a release date is known' : `From ${dayOrYear(from, today)}`,
    none: 'Nobody was released',
    mistake: 'Not asked: opened by mistake',
  }
  return words[standing]
}

function dueWords(dueOn: Day | null, today: Day): string {
  if (dueOn === null) return 'To record'
  if (dueOn === today) return 'Due today'
  return `${dueOn < today ? 'Was due' : 'Due'} ${dayOrYear(dueOn, today)}`
}

/** Where a check of a case is recorded. */
export function checkAddress(caseId: string, kind: CheckKind): string {
  return `/cases/${caseId}/checks/${kind.replaceAll('_', '-')}`
}
