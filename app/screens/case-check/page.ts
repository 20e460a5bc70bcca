import { dayBoxes } from '~/domain/case/answers/fact-form-value'
import { BECAUSE_LABELS } from '~/domain/outcome/check-form'
import { CHECKS } from '~/domain/outcome/check-questions'
import type { CheckRecord } from '~/domain/outcome/check-records.server'
import { type CheckState, mayRecord } from '~/domain/outcome/check-states'
import { type CheckAnswers, type CheckKind, isCheckKind } from '~/domain/outcome/checks'
import type { RecordCheckResult } from '~/domain/outcome/record-check.server'
import { formatDayLong, formatInstant, type Day } from '~/domain/time/calendar'
import { checkLines, standingWords } from '~/screens/case/check-words'
import { inSentence } from '~/domain/words/english'

/** The page of one check in words. */
export function checkPage(state: CheckState, records: readonly CheckRecord[], today: Day) {
  const { kind, standing } = state
  const stands = records.find(({ replaced }) => replaced === null)
  return {
    kind,
    standing: standingWords(state, today),
    /** Whether it may be recorded at all; where it may not, the standing says from when on. */
    isOpen: mayRecord(state),
    /** An answer stands, and another in its place needs a reason. */
    asksBecause: stands !== undefined && standing !== 'again',
    start: stands && standing !== 'again' ? formValue(kind, stands.answers) : {},
    recorded: stands ? `Recorded ${formatInstant(stands.recordedAt)} by ${stands.recordedBy}` : null,
    earlier: records.flatMap(each => {
      const line = earlierLine(each)
      return line ? [line] : []
    }),
  }
}

function formValue(kind: CheckKind, answers: CheckAnswers): Record<string, unknown> {
  const given: Readonly<Record<string, string | null>> = answers
  return Object.fromEntries(
    CHECKS[kind].questions.map(({ field, kind: asked }) => {
      const answer = given[field] ?? null
      return [field, asked === 'day' ? (answer === null ? {} : dayBoxes(answer)) : answer]
    }),
  )
}

/** What was recorded and does not stand, with why; null for the one that stands. */
export function earlierLine({ id, kind, answers, recordedAt, recordedBy, replaced }: CheckRecord) {
  if (replaced === null) return null
  const { relabelled } = replaced
  const anew = relabelled ? `, said so by ${relabelled.by}, ${formatInstant(relabelled.at)}` : ''
  return {
    id,
    at: recordedAt.toISOString(),
    when: formatInstant(recordedAt),
    lines: checkLines(kind, answers),
    why: `${BECAUSE_LABELS[replaced.because]} (${replaced.by}, ${formatInstant(replaced.at)}${anew})`,
    by: recordedBy,
  }
}

export type EarlierLine = NonNullable<ReturnType<typeof earlierLine>>

type Reason = Exclude<
  Extract<RecordCheckResult, { ok: false }>['reason'],
  'not_found' | 'different' | 'too_early'
>

/** Why nothing was recorded, above the form that keeps what was typed. */
export const NOT_RECORDED: Readonly<Record<Reason, string>> = {
  stale:
    'A colleague recorded this while you had the page open. Read it below, then save yours if it still holds',
  unchanged: 'This is what is recorded already. Change an answer, or go back',
  because_missing: 'Choose whether it has changed, or was recorded wrongly',
}

/** Why a check cannot be recorded yet. */
export function tooEarly(kind: CheckKind, from: Day | null): string {
  const { title } = CHECKS[kind]
  return from === null
    ? `${title}: this can be recorded once the case has a release date`
    : `${title}: this can be known from ${formatDayLong(from)} on, not before. If the release has moved, move its date first`
}

export function checkSaved(kind: CheckKind): string {
  return `Recorded: ${inSentence(CHECKS[kind].title)}`
}

export const RELABELLED = 'Why it no longer stands has been said anew'

/** Where the page of one check lies. */
export function checkPath(caseId: string, kind: CheckKind): string {
  return `/cases/${caseId}/checks/${kind.replaceAll('_', '-')}`
}

/** The check an address names ('first-night'), or null. */
export function checkFrom(part: string | undefined): CheckKind | null {
  const kind = (part ?? '').replaceAll('-', '_')
  return isCheckKind(kind) ? kind : null
}
