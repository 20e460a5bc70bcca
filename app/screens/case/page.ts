import {
  formatDay,
  formatDayLong,
  formatInstant,
  londonDay,
  relativeDay,
  relativeInstant,
  type Day,
} from '~/domain/time/calendar'
import { prisonName } from '~/domain/area/region'
import { detailsDeletedWords } from '~/screens/retention/words'
import { homeWords } from '~/domain/case/history/case-fields'
import { inSentence, listed } from '~/domain/words/english'
import { howItEnded } from '~/domain/referral/record/how-it-ended'
import { waitingWords } from './waiting-words'
import { changedWords, runWords, standingWords as nominationStanding } from '~/screens/nomination/page'
import { entryStanding } from './nobody-fits-words'
import { CLOSING_REASON_LABELS } from '~/domain/case/closing/case-closing'
import type { ClosingShown } from '~/domain/casework/case-closing-queries.server'
import { TOPIC_CODES, TOPICS, type TopicCode } from '~/domain/case/answers/fact-topics'
import type { TopicTask } from '~/domain/case/answers/missing-answers'
import {
  CUSTODY_STATUS_LABELS,
  DATE_CHANGE_CAUSE_LABELS,
  type DateChangeCause,
  RELEASE_CONFIDENCE_LABELS,
  RELEASE_TYPE_LABELS,
  SEX_LABELS,
} from '~/domain/case/record/person-case'
import { arrivedWords } from '~/domain/referral/stay/released-early'
import { referralState } from '~/domain/referral/states'
import { type NextWords, nextWords } from '~/screens/referral-lists/states'
import type { CaseDetail, DateChange } from './facts.server'
import { CHECKS } from '~/domain/outcome/check-questions'
import { type CheckState, mayRecord } from '~/domain/outcome/check-states'
import { checkAddress, checkLines, standingWords } from './check-words'
import { type AnswerShown, topicAnswers } from '~/domain/case/answers/topic-answers'
import type { AffectedNamed } from '~/domain/casework/who-is-told.server'
import type { Task } from '~/ui/task-list'
import { type CaseSummaryWords, caseSummary } from './summary'

interface Line {
  key: string
  value: string
}

/** A case's own page in words. */
export interface CasePage {
  summary: CaseSummaryWords
  missing: string
  tasks: {
    id: TopicCode
    title: string
    hint?: string
    status: 'done' | 'to-do' | 'some-missing'
    statusText?: string
  }[]
  checks: Task[]
  topics: { topic: TopicCode; title: string; answers: AnswerShown[] }[]
  referrals: (Omit<
    CaseDetail['referrals'][number],
    'stateChangedAt' | 'closedAt' | 'primaryReason' | 'detailsDeletedOn'
  > & {
    since: string
    /** 'Details deleted on 3 March 2028'; null while they are kept. */
    detailsDeleted: string | null
    /** 'Declined on 3 November 2026 (Arson)'. */
    ended: string | null
    next: NextWords
  })[]
  /** Null while the case is open. */
  closed: { when: string; by: string; why: string; note: string | null; over: string } | null
  /** Where the queue of people nobody fits stands for her, in words; null where it was never said. */
  nobodyFits: string | null
  nominations: { id: string; programme: string; run: string; standing: string; changed: string | null }[]
  /** The case of this person that the team closed before, and the day of its closing in words. */
  earlier: { id: string; closedOn: string } | null
  /** '12 answers of the last time wait to be confirmed'; null for none. */
  waiting: string | null
  release: Line[]
  moves: { id: string; when: string; at: string; what: string; by: string }[]
  person: Line[]
}

/** What the case's page says after something was done. */
export const CASE_DONE = {
  opened: 'The case is open. What is still missing can be answered as it becomes known',
  reopened: 'The case is open again',
  moved: 'The release date has been moved',
  closingCorrected: 'The reason for closing has been corrected',
  corrected: 'The person has been corrected',
  statusChanged: 'The status has been changed',
  saved: (topic: TopicCode) => `Saved: ${inSentence(TOPICS[topic].title)}`,
  referred: (reference: string, serviceName: string) => `Referral ${reference} was sent to ${serviceName}`,
} as const

/** '2 open referrals are affected'; nothing for none. */
export function affectedWords(count: number): string {
  if (count === 0) return ''
  return count === 1 ? '1 open referral is affected' : `${count} open referrals are affected`
}

/** What was done and how many open referrals it affects, and a link to each. */
export function savedWords(done: string, affected: readonly AffectedNamed[]) {
  const words = [done, affectedWords(affected.length)].filter(Boolean).join('. ')
  const links = affected.map(({ id, reference, serviceName }) => ({
    text: `${reference}, ${serviceName}`,
    href: `/referrals/${id}`,
  }))
  return [words, links] as const
}

/** What is said where a closed case cannot be reopened: the team has opened another of the same person since. */
export function anotherOpen(otherId: string) {
  return {
    title: 'This person has another open case',
    paragraphs: ['It was opened after this one was closed. This one stays closed.'],
    link: { text: 'Open the other case', href: `/cases/${otherId}` },
  }
}

const NOT_SHOWN = 'Not shown'

/** Works out what a case's own page says now. */
export function casePage(found: CaseDetail, now: Date): CasePage {
  const missing = found.tasks.reduce((sum, task) => sum + task.missing.length, 0)
  return {
    summary: caseSummary(found, londonDay(now)),
    missing: missing === 0 ? 'Nothing' : `${missing} ${missing === 1 ? 'answer' : 'answers'}`,
    tasks: found.tasks.map(taskLine),
    checks: found.checks.map(state => checkLine(found, state, londonDay(now))),
    topics: TOPIC_CODES.map(topic => ({
      topic,
      title: TOPICS[topic].title,
      answers: topicAnswers(topic, found.facts),
    })),
    referrals: found.referrals.map(
      ({ stateChangedAt, closedAt: _, primaryReason, detailsDeletedOn, ...referral }) => ({
        ...referral,
        since: relativeInstant(stateChangedAt, now),
        detailsDeleted: detailsDeletedWords(detailsDeletedOn),
        ended: howItEnded({ ...referral, stateChangedAt, primaryReason }),
        next: nextWords(referralState(referral.state), found.placeStands),
      }),
    ),
    closed: found.closing && closedWords(found.closing, found.overOn),
    nobodyFits: found.nobodyFits && entryStanding(found.nobodyFits),
    nominations: found.nominations.map(each => ({
      id: each.id,
      programme: each.serviceName,
      run: runWords(each, londonDay(now)),
      standing: nominationStanding(each),
      changed: changedWords(each, 'officer'),
    })),
    earlier: found.earlier && {
      id: found.earlier.id,
      closedOn: formatDayLong(londonDay(found.earlier.closedAt)),
    },
    waiting: found.waiting === 0 || found.closing ? null : waitingWords(found.waiting),
    release: releaseLines(found, londonDay(now)),
    moves: found.dateChanges.map(moveLine),
    person: personLines(found),
  }
}

function closedWords({ reason, note, closedAt, closedBy }: ClosingShown, overOn: Day | null) {
  const over =
    overOn === null
      ? 'This case is kept for as long as somebody stays by a referral of it'
      : `This case will be deleted on ${formatDayLong(overOn)}`
  return { when: formatInstant(closedAt), by: closedBy, why: CLOSING_REASON_LABELS[reason], note, over }
}

function taskLine({ topic, title, asked, missing, neededFor }: TopicTask): CasePage['tasks'][number] {
  if (missing.length === 0) return { id: topic, title, status: 'done' }
  const count = `${missing.length} of ${asked} not known yet`
  return {
    id: topic,
    title,
    status: missing.length === asked ? 'to-do' : 'some-missing',
    statusText: count,
    ...(neededFor.length > 0 && { hint: `Needed to decide: ${listed(neededFor.map(inSentence))}` }),
  }
}

const CHECK_LOOK: Record<CheckState['standing'], Task['status']> = {
  recorded: 'done',
  to_record: 'to-do',
  again: 'some-missing',
  not_yet: 'cannot-start',
  none: 'cannot-start',
  mistake: 'cannot-start',
}

/** A check with what its leading question was answered. */
function checkLine({ id, checkRecords }: CaseDetail, state: CheckState, today: Day): Task {
  const { kind, standing } = state
  const stands = checkRecords.find(each => each.kind === kind && each.replaced === null)
  const hint = stands && checkLines(kind, stands.answers)[0]?.value
  return {
    id: `check-${kind}`,
    title: CHECKS[kind].title,
    status: CHECK_LOOK[standing],
    statusText: standingWords(state, today),
    ...(hint && { hint }),
    ...((stands || mayRecord(state)) && { to: checkAddress(id, kind) }),
  }
}

function releaseLines(found: CaseDetail, today: Day): Line[] {
  const { custody } = found
  return [
    ...releaseDayLines(found, today),
    { key: 'Type', value: custody ? RELEASE_TYPE_LABELS[custody.releaseType ?? 'unknown'] : NOT_SHOWN },
    { key: 'Status', value: custody ? statusWords(custody) : NOT_SHOWN },
  ]
}

/** 'Recalled to prison, since 3 November 2026'. */
function statusWords({ custodyStatus, statusSince }: NonNullable<CaseDetail['custody']>): string {
  const status = CUSTODY_STATUS_LABELS[custodyStatus]
  return statusSince === null ? status : `${status}, since ${formatDayLong(statusSince)}`
}

/** Once she has come, the recorded day is no longer one to come. */
function releaseDayLines({ releaseOn, releaseConfidence, arrivedOn }: CaseDetail, today: Day): Line[] {
  const day = releaseOn === null ? 'Not known yet' : `${formatDay(releaseOn)} ${releaseOn.slice(0, 4)}`
  if (arrivedOn !== null)
    return [
      { key: 'Day', value: arrivedWords(arrivedOn, today) },
      { key: 'Recorded as', value: day },
    ]
  return [
    { key: 'Day', value: releaseOn === null ? day : `${day}, ${relativeDay(releaseOn, today)}` },
    { key: 'How sure', value: RELEASE_CONFIDENCE_LABELS[releaseConfidence] },
  ]
}

function personLines({ identity, custody, reference, sex, prisonCode }: CaseDetail): Line[] {
  return [
    { key: 'Case', value: reference },
    { key: 'Prison number', value: identity?.prisonNumber ?? NOT_SHOWN },
    { key: 'CRN', value: identity ? (identity.crn ?? 'Not known yet') : NOT_SHOWN },
    { key: 'Date of birth', value: identity ? formatDayLong(identity.dateOfBirth) : NOT_SHOWN },
    { key: 'Sex', value: SEX_LABELS[sex] },
    { key: 'Prison', value: prisonName(prisonCode) },
    { key: 'Home area', value: custody ? homeWords(custody.homeAuthority) : NOT_SHOWN },
  ]
}

function moveLine({ oldReleaseOn, newReleaseOn, cause, changedAt, changedBy }: DateChange) {
  const day = (moved: Day | null) => (moved === null ? 'not known' : formatDayLong(moved))
  const why = DATE_CHANGE_CAUSE_LABELS[cause as DateChangeCause] ?? cause
  const at = changedAt.toISOString()
  return {
    id: at,
    at,
    when: formatInstant(changedAt),
    what: `From ${day(oldReleaseOn)} to ${day(newReleaseOn)}. ${why}`,
    by: changedBy,
  }
}
