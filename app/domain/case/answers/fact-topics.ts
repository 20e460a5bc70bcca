import type { FactField } from '../../eligibility/facts'
import * as choices from './fact-choices'

/** How a fact is asked for and read back; fact-answer.ts says how each kind is parsed and shown. */
export type QuestionKind =
  | 'choice'
  | 'many'
  | 'flag'
  | 'pounds'
  | 'year'
  | 'month'
  | 'day'
  | 'authorities'
  | 'children'
  | 'connections'
  | 'exclusions'
  | 'avoid'

export interface Question {
  field: FactField
  kind: QuestionKind
  /** The label of a field or the legend of its group. */
  question: string
  hint?: string
  /** For 'flag': the legend over its one box. */
  legend?: string
  /** For 'choice' and 'many': the stored code and its words. */
  choices?: Readonly<Record<string, string>>
  /** For 'month': what it may mean. */
  span?: 'due' | 'lastConviction'
  /** Asked only where another answer of the topic is one of these. The answer is kept as unknown elsewhere. */
  onlyWhen?: { field: FactField; is: readonly string[] }
}

export interface Topic {
  title: string
  questions: readonly Question[]
}

export const TOPIC_CODES = ['household', 'needs', 'risk', 'areas', 'money', 'safety'] as const
export type TopicCode = (typeof TOPIC_CODES)[number]

const EMPTY_IF_UNKNOWN = 'Leave empty if it is not known yet'
const KEPT_FOR = 'Some places are only for people of whom this is so'
const CONVICTED = ['conviction']
const WITH_CHILDREN = ['elsewhere', 'visits', 'live_in', 'undecided']

/** The case's answers, one topic a page. Each answer is given once and serves every search and referral. */
export const TOPICS: Readonly<Record<TopicCode, Topic>> = {
  household: {
    title: 'Household and children',
    questions: [
      choice('couple', 'Is this a joint request as a couple?', choices.YES_NO, 'Each person is seen alone'),
      choice('childrenPlan', 'What is the plan for children?', choices.CHILDREN_PLAN),
      {
        field: 'children',
        kind: 'children',
        question: 'Children',
        hint: 'Age and sex only, never a name',
        onlyWhen: { field: 'childrenPlan', is: WITH_CHILDREN },
      },
      choice(
        'contactPermitted',
        'Has public protection recorded that contact with children is permitted?',
        choices.YES_NO,
        'Programmes where a child is present need this, before a birth and of carers too. No reason is kept',
      ),
      choice('pregnancy', 'Is the person pregnant?', choices.YES_NO),
      {
        field: 'dueMonth',
        kind: 'month',
        span: 'due',
        question: 'Which month is the baby due?',
        hint: EMPTY_IF_UNKNOWN,
        onlyWhen: { field: 'pregnancy', is: ['yes'] },
      },
      choice('pets', 'Is there a pet, or an assistance dog, that has to come too?', choices.PETS),
      {
        field: 'petCouldBeFostered',
        kind: 'flag',
        legend: 'Could the pet stay elsewhere?',
        question: 'The pet could be fostered for a time',
        onlyWhen: { field: 'pets', is: ['dog', 'cat', 'other'] },
      },
    ],
  },
  needs: {
    title: 'Needs',
    questions: [
      choice('supportNeed', 'How much support is needed?', choices.SUPPORT_NEED),
      choice('substances', 'Drugs and alcohol', choices.SUBSTANCES),
      choice('injecting', 'Does the person inject drugs?', choices.INJECTING),
      choice('supervisedOst', 'Is OST supervised at a pharmacy?', choices.YES_NO),
      many('accessNeeds', 'What access is needed?', choices.ACCESS_NEED),
      choice('careLeaver', 'Is the person a care leaver?', choices.YES_NO),
      choice('veteran', 'Has the person served in the armed forces?', choices.YES_NO, KEPT_FOR),
      choice('mentalHealth', 'Does the person live with mental ill health?', choices.YES_NO, KEPT_FOR),
      choice('learningDisability', 'Does the person have a learning disability?', choices.YES_NO, KEPT_FOR),
    ],
  },
  risk: {
    title: 'Risk',
    questions: [
      choice(
        'rosh',
        'Risk of serious harm (RoSH)',
        choices.ROSH,
        'A remand or short sentence without OASys is not assessed, never low',
      ),
      {
        field: 'roshAssessedOn',
        kind: 'day',
        question: 'When was it assessed?',
        hint: EMPTY_IF_UNKNOWN,
        onlyWhen: { field: 'rosh', is: ['low', 'medium', 'high', 'very_high'] },
      },
      choice('arson', 'Arson', choices.HISTORY),
      {
        field: 'arsonYear',
        kind: 'year',
        question: 'Year of the arson conviction',
        hint: EMPTY_IF_UNKNOWN,
        onlyWhen: { field: 'arson', is: CONVICTED },
      },
      choice('sexualOffence', 'Sexual offence', choices.HISTORY),
      choice('offencesAgainstChildren', 'Offences against children', choices.HISTORY),
      choice('domesticAbusePerpetrator', 'Domestic abuse towards others', choices.HISTORY),
      choice('violence', 'Violence', choices.VIOLENCE),
      {
        field: 'violenceLastYear',
        kind: 'year',
        question: 'Year of the last violent incident',
        hint: EMPTY_IF_UNKNOWN,
        onlyWhen: { field: 'violence', is: ['low', 'medium', 'high', 'very_high'] },
      },
      {
        ...many('violenceTargets', 'Who was the violence towards?', choices.VIOLENCE_TARGET),
        onlyWhen: { field: 'violence', is: ['low', 'medium', 'high', 'very_high'] },
      },
      choice('unspentConviction', 'Is there an unspent conviction?', choices.YES_NO),
      {
        field: 'lastConvictionMonth',
        kind: 'month',
        span: 'lastConviction',
        question: 'Month of the last conviction',
        hint: EMPTY_IF_UNKNOWN,
      },
      choice('curfew', 'Will there be a curfew or tag?', choices.YES_NO),
    ],
  },
  areas: {
    title: 'Areas and local connection',
    questions: [
      { field: 'preferredAuthorities', kind: 'authorities', question: 'Which areas does the person prefer?' },
      { field: 'localConnection', kind: 'connections', question: 'Is there a local connection?' },
      { field: 'licenceExclusions', kind: 'exclusions', question: 'Does the licence exclude an area?' },
      many('licenceKeepAwayFrom', 'What does the licence say to keep away from?', choices.NEAR_FEATURE),
    ],
  },
  money: {
    title: 'Money and status',
    questions: [
      choice('funding', 'How will the rent be paid?', choices.FUNDING),
      choice('canPayCharge', 'Can the person pay a weekly service charge?', choices.YES_NO),
      choice('recourse', 'Does the person have recourse to public funds?', choices.YES_NO),
      {
        field: 'arrearsPence',
        kind: 'pounds',
        question: 'Rent arrears, in pounds',
        hint: 'Enter 0 if there are none. Leave empty if it is not known yet',
      },
    ],
  },
  safety: {
    title: 'Safety',
    questions: [
      choice('needsWomenOnly', 'Does the person need a women-only place?', choices.YES_NO_NOT_SAID),
      choice('abuse', 'Has the person been abused?', choices.ABUSE),
      choice('fleeingViolence', 'Is the person fleeing violence?', choices.YES_NO_NOT_SAID),
      {
        field: 'avoid',
        kind: 'avoid',
        question: 'Areas and services to avoid',
        hint: 'These are left out of every search, print and share for this case. No provider is told of the services',
      },
      {
        field: 'avoidAreasTold',
        kind: 'flag',
        legend: 'May the assessor read the areas?',
        question: 'The person says the assessor may read the areas to avoid',
        hint: 'Only the named assessor, and only where you share everything. Without a tick nobody outside your team reads them',
      },
    ],
  },
}

/** The facts that are saved with a topic: those it asks for, and the bands that follow from children's ages. */
export function factsOf(topic: TopicCode): FactField[] {
  return TOPICS[topic].questions.flatMap(({ field }) =>
    field === 'children' ? [field, 'childBands'] : [field],
  )
}

/** True when the text is the code of a topic, as it stands in an address. */
export function isTopicCode(text: string): text is TopicCode {
  return TOPIC_CODES.some(code => code === text)
}

function choice(
  field: FactField,
  question: string,
  words: Readonly<Record<string, string>>,
  hint?: string,
): Question {
  return { field, kind: 'choice', question, choices: words, ...(hint !== undefined && { hint }) }
}

/** Any number of boxes, with one for 'none of these'; none ticked is not known yet. */
function many(field: FactField, question: string, words: Readonly<Record<string, string>>): Question {
  return { field, kind: 'many', question, choices: words, hint: 'Leave all empty if it is not known yet' }
}
