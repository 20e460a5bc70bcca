import { authorityName } from '../../area/region'
import { type FactField, PersonFacts } from '../../eligibility/facts'
import { type Day, formatDayLong } from '../../time/calendar'
import { labelOf } from '../../words/codes'
import { shownAnswer } from '../answers/fact-shown'
import { type Question, TOPIC_CODES, TOPICS } from '../answers/fact-topics'
import { CLOSING_REASON_LABELS } from '../closing/case-closing'
import type { CaseIdentity } from '../record/case-identity.server'
import {
  CUSTODY_STATUS_LABELS,
  type CustodyStatus,
  HOME_ELSEWHERE_LABELS,
  RELEASE_CONFIDENCE_LABELS,
  RELEASE_TYPE_LABELS,
  type ReleaseConfidence,
  type ReleaseType,
  type Sex,
  SEX_LABELS,
} from '../record/person-case'

/** What a case says of the person and of how she is held, each of which can be corrected. Safe for the browser. */

/** Every such value of a case, but the day of release, whose moves have their own record. */
export interface CaseBasicsKept extends CaseIdentity {
  sex: Sex
  homeAuthority: string
  custodyStatus: CustodyStatus
  statusSince: Day | null
  releaseConfidence: ReleaseConfidence
  releaseType: ReleaseType | null
}

export type CaseField = keyof CaseBasicsKept

/** Why the case was closed, which is said on its closing. */
type ClosingField = 'closingReason' | 'closingNote'

/** What the history of a case names: a value of the case or of its closing, or a question that was answered. */
export type HistoryField = CaseField | ClosingField | `answer.${FactField}`

interface FieldWords {
  label: string
  say: (value: string) => string
}

const asItIs = (value: string) => value

const FIELD_WORDS: Readonly<Record<CaseField | ClosingField, FieldWords>> = {
  name: { label: 'Name', say: asItIs },
  prisonNumber: { label: 'Prison number', say: asItIs },
  crn: { label: 'CRN', say: asItIs },
  dateOfBirth: { label: 'Date of birth', say: formatDayLong },
  sex: { label: 'Sex', say: value => labelOf(SEX_LABELS, value) },
  homeAuthority: { label: 'Home area', say: homeWords },
  custodyStatus: { label: 'Status', say: value => labelOf(CUSTODY_STATUS_LABELS, value) },
  statusSince: { label: 'Status since', say: formatDayLong },
  releaseConfidence: {
    label: 'How sure the release date is',
    say: value => labelOf(RELEASE_CONFIDENCE_LABELS, value),
  },
  releaseType: { label: 'Type of release', say: value => labelOf(RELEASE_TYPE_LABELS, value) },
  closingReason: { label: 'Why it closed', say: value => labelOf(CLOSING_REASON_LABELS, value) },
  closingNote: { label: 'Note on the closing', say: asItIs },
}

export const CASE_FIELDS = Object.keys(FIELD_WORDS).filter(
  (field): field is CaseField => !field.startsWith('closing'),
)

const QUESTIONS: ReadonlyMap<string, Question> = new Map(
  TOPIC_CODES.flatMap(topic => TOPICS[topic].questions.map(each => [`answer.${each.field}`, each] as const)),
)

/** What a field is called: 'Home area', or the question itself. */
export function fieldLabel(field: HistoryField): string {
  return QUESTIONS.get(field)?.question ?? FIELD_WORDS[field as CaseField | ClosingField]?.label ?? field
}

/** A value of a field in words. */
export function fieldWords(field: HistoryField, value: unknown): string {
  const question = QUESTIONS.get(field)
  if (question) return shownAnswer(question, PersonFacts.parse({ [question.field]: value ?? undefined }))
  return typeof value === 'string'
    ? FIELD_WORDS[field as CaseField | ClosingField].say(value)
    : 'Not known yet'
}

/** A home area in words. */
export function homeWords(homeAuthority: string): string {
  return homeAuthority === 'outside' || homeAuthority === 'unknown'
    ? HOME_ELSEWHERE_LABELS[homeAuthority]
    : authorityName(homeAuthority)
}
