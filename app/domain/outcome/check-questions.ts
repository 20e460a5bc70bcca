import type { SpanName } from '../time/spans'
import {
  type CheckKind,
  COUNCIL_NOTICE_LABELS,
  DAY_91_LABELS,
  FIRST_NIGHT_LABELS,
  HNIA_LABELS,
  HOME_LABELS,
  HOUSING_LABELS,
  ROUTE_LABELS,
  YES_NO_UNKNOWN,
} from './checks'

/** How each check is asked for and read back: its fields in the order of the page. Safe for the browser. */

export interface CheckQuestion {
  field: string
  kind: 'choice' | 'day' | 'council' | 'tick'
  question: string
  hint?: string
  /** For 'choice': the stored code and its words. */
  choices?: Readonly<Record<string, string>>
  /** For 'day': what it may mean. */
  span?: SpanName
  /** Asked only where another answer is this one; kept as null elsewhere. */
  onlyWhen?: { field: string; is: string }
  /** It must be answered, if only with "not known": the one the check is about. */
  isLead?: true
}

export interface Check {
  title: string
  /** What is asked, in a sentence under the title. */
  asks: string
  questions: readonly CheckQuestion[]
}

const ROUTE_HINT = 'Where there were several, the one that counted in the end'

export const CHECKS: Readonly<Record<CheckKind, Check>> = {
  reception: {
    title: 'Reception check',
    asks: 'The housing needs initial assessment (HNIA), within 4 days of reception, and what it found.',
    questions: [
      lead('housing', 'Where could they live on release, as things stand?', HOUSING_LABELS),
      choice('hnia', 'Has the assessment been done?', HNIA_LABELS),
      day('hniaOn', 'Day it was done', 'housingAssessed', { field: 'hnia', is: 'done' }),
      day('receivedOn', 'Day of reception into prison', 'received'),
      choice('home', 'Is there a home from before?', HOME_LABELS),
      choice('arrears', 'Are there rent arrears?', YES_NO_UNKNOWN),
      choice('benefit', 'Is a benefit being paid towards the rent?', YES_NO_UNKNOWN),
    ],
  },
  council_notice: {
    title: 'Council told of the release',
    asks: 'No council hears of a release unless the person agrees, chooses which, and consents to their contact details being passed on.',
    questions: [
      lead('told', 'Was a council told?', COUNCIL_NOTICE_LABELS),
      ...told([
        { field: 'council', kind: 'council', question: 'Which council?' },
        { field: 'toldOn', kind: 'day', question: 'Day it was told', span: 'councilTold' },
        { field: 'agreed', kind: 'tick', question: 'The person agreed that a council is told' },
        { field: 'chosen', kind: 'tick', question: 'The person chose this council' },
        {
          field: 'contactPassed',
          kind: 'tick',
          question: 'The person consented to their contact details being passed on',
        },
      ]),
    ],
  },
  night_before: {
    title: 'Night before release',
    asks: 'Whether a place was approved by midnight before the release, whoever found it.',
    questions: [
      lead('secured', 'Was there an approved place at midnight before release?', YES_NO_UNKNOWN),
      { ...choice('route', 'Found by which way?', ROUTE_LABELS), onlyWhen: { field: 'secured', is: 'yes' } },
    ],
  },
  first_night: {
    title: 'First night',
    asks: 'Where the person slept on the night of the release.',
    questions: [
      lead('housed', 'Were they housed on the first night?', FIRST_NIGHT_LABELS),
      ...housed([
        choice('route', 'Found by which way?', ROUTE_LABELS, ROUTE_HINT),
        { field: 'where', kind: 'council', question: 'In which authority?' },
        choice(
          'safe',
          'Does the person say it is safe?',
          YES_NO_UNKNOWN,
          'A stay with family or friends counts as housed only where they say it is safe',
        ),
        choice('suitable', 'Does the person say it is suitable?', YES_NO_UNKNOWN),
      ]),
    ],
  },
  day_91: {
    title: 'Day 91',
    asks: 'Where the person is 91 days after the release.',
    questions: [lead('settled', 'Where are they on day 91?', DAY_91_LABELS)],
  },
}

function choice(
  field: string,
  question: string,
  choices: Readonly<Record<string, string>>,
  hint?: string,
): CheckQuestion {
  return { field, kind: 'choice', question, choices, ...(hint && { hint }) }
}

function lead(...of: Parameters<typeof choice>): CheckQuestion {
  return { ...choice(...of), isLead: true }
}

function day(
  field: string,
  question: string,
  span: SpanName,
  onlyWhen?: CheckQuestion['onlyWhen'],
): CheckQuestion {
  return {
    field,
    kind: 'day',
    question,
    span,
    hint: 'Leave empty if it is not known',
    ...(onlyWhen && { onlyWhen }),
  }
}

function told(questions: readonly CheckQuestion[]): CheckQuestion[] {
  return questions.map(each => ({ ...each, onlyWhen: { field: 'told', is: 'told' } }))
}

function housed(questions: readonly CheckQuestion[]): CheckQuestion[] {
  return questions.map(each => ({ ...each, onlyWhen: { field: 'housed', is: 'housed' } }))
}
