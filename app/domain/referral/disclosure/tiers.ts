import { FACT_LABELS } from '../../eligibility/fact-labels'
import { type FactField, type PersonFacts, type Tier, tierOf } from '../../eligibility/facts'
import { wantedAreas } from '../../case/record/case-in-words'
import * as choices from '../../case/answers/fact-choices'
import { arises } from '../../case/answers/facts-form'
import { shownAnswer } from '../../case/answers/fact-shown'
import { type Question, TOPIC_CODES, type TopicCode, TOPICS } from '../../case/answers/fact-topics'
import {
  CUSTODY_STATUS_LABELS,
  type CustodyStatus,
  type ReleaseConfidence,
} from '../../case/record/person-case'
import { formatDayLong, type Day } from '../../time/calendar'
import { authorityName, prisonName } from '../../area/region'
import { householdLine, whoLine } from './triage'
import { releaseShown } from './release-shown'

/**
 * What a provider reads of a person, field by field: from which tier on, where, and in which words (product.md, "Who sees
 * what"). What is shown before she agrees and the provider's own page are both made from this table. Safe for the browser.
 */

export interface Row {
  key: string
  value: string
}

/** A person as far as she may be read here: what a reader's tier does not reach is null, or unknown among the facts. */
export interface DisclosedPerson {
  /** The referral's own; null until it is sent. */
  reference: string | null
  prisonCode: string
  releaseOn: Day | null
  /** Where the week alone may be read: its Sunday, and `releaseOn` is its Monday. */
  releaseUntil?: Day | null
  releaseConfidence: ReleaseConfidence
  identity: { name: string; prisonNumber: string; dateOfBirth: Day; crn: string | null } | null
  custody: { custodyStatus: CustodyStatus } | null
  facts: PersonFacts
  /** Facts saved anew that she does not agree to pass on: in their place stands what `withheldWords` says, or to ring. */
  withheld?: readonly FactField[]
  withheldWords?: string
}

/** A fact of the eligibility engine, or what is told of her besides. */
export type DisclosedField =
  | FactField
  | 'reference'
  | 'prison'
  | 'releaseWeek'
  | 'releaseDay'
  | 'name'
  | 'dateOfBirth'
  | 'prisonNumber'
  | 'crn'

/** Where it stands on the provider's page. */
export type Part = 'glance' | 'identity' | TopicCode

export interface Disclosed {
  /** What the words tell of. */
  fields: readonly DisclosedField[]
  tier: Tier
  /** From this tier on another row says the same more exactly. */
  until?: Tier
  part: Part
  /** The fact that raises the question. Where it is withheld so is this: that there is an answer would tell what it is. */
  raisedBy?: FactField
  label: string
  /** Null where there is nothing to be said of it. */
  words: (person: DisclosedPerson, today: Day) => string | null
}

export const NOT_KNOWN = 'Not known yet'
export const DOES_NOT_APPLY = 'Does not apply'

const HOUSEHOLD = ['couple', 'childrenPlan', 'childBands', 'pregnancy', 'pets', 'petCouldBeFostered'] as const
const BANDS = ['rosh', 'violence', 'arson', 'sexualOffence', 'offencesAgainstChildren'] as const

const AT_ONCE: readonly Disclosed[] = [
  glance('Reference', ['reference'], ({ reference }) => reference ?? 'Given when it is sent'),
  glance('Who', ['sex', 'ageBand'], ({ facts }) => whoLine(facts)),
  glance('Leaves', ['prison'], ({ prisonCode }) => prisonName(prisonCode)),
  { ...glance('Release', ['releaseWeek'], (person, today) => releaseShown(person, 1, today)), until: 2 },
  {
    ...glance('Release', ['release', 'releaseDay'], (person, today) => releaseShown(person, 2, today)),
    tier: 2,
  },
  glance('Preferred areas', ['preferredAuthorities'], ({ facts }) => wantedAreas(facts)),
  glance('Household', HOUSEHOLD, ({ facts }) => householdLine(facts)),
  glance('Support', ['supportNeed'], ({ facts }) => choices.SUPPORT_NEED[facts.supportNeed]),
  glance('Money', ['funding'], ({ facts }) => choices.FUNDING[facts.funding]),
  glance('Curfew or tag', ['curfew'], ({ facts }) => choices.YES_NO[facts.curfew]),
  glance('Supervised OST', ['supervisedOst'], ({ facts }) => choices.YES_NO[facts.supervisedOst]),
  glance('Risk in bands', BANDS, ({ facts }) => riskBands(facts)),
]

const IDENTITY: readonly Disclosed[] = [
  identity('Name', ['name'], ({ identity: told }) => told && told.name),
  identity(
    'Date of birth',
    ['dateOfBirth', 'ageAtRelease'],
    ({ identity: told }) => told && formatDayLong(told.dateOfBirth),
  ),
  identity('Prison number', ['prisonNumber'], ({ identity: told }) => told && told.prisonNumber),
  identity('CRN', ['crn'], ({ identity: told }) => told && (told.crn ?? NOT_KNOWN)),
  identity('Status', ['status'], ({ custody }) => custody && CUSTODY_STATUS_LABELS[custody.custodyStatus]),
  identity('Home area', ['homeAuthority'], ({ facts }) => homeWords(facts)),
]

/**
 * The answers of a case that triage has not read at a glance, each under its topic and each with everybody: were a row there only
 * where its question arises, the row would tell an answer. What she avoids has a row of its own.
 */
const ANSWERS: readonly Disclosed[] = TOPIC_CODES.flatMap(topic =>
  TOPICS[topic].questions
    .filter(({ field }) => tierOf(field) > 1 && field !== 'avoid' && field !== 'avoidAreasTold')
    .map(question => ({
      fields: [question.field],
      tier: tierOf(question.field),
      part: topic,
      label: FACT_LABELS[question.field],
      ...(question.onlyWhen && { raisedBy: question.onlyWhen.field }),
      words: ({ facts }: DisclosedPerson) => answerWords(question, facts),
    })),
)

const AVOIDED: Disclosed = {
  fields: ['avoid', 'avoidAreasTold'],
  tier: 3,
  part: 'safety',
  label: 'Areas to avoid',
  words: ({ facts: { avoid, avoidAreasTold } }) =>
    (avoidAreasTold && avoid?.authorities.map(authorityName).join(', ')) || null,
}

/** The table, in the order in which it is read. */
export const DISCLOSED: readonly Disclosed[] = [...AT_ONCE, ...IDENTITY, ...ANSWERS, AVOIDED]

/** True where a reader of a tier may know a field at all. False for what nobody but the prison's own team reads. */
export function readableAt(tier: Tier, field: DisclosedField): boolean {
  return DISCLOSED.some(row => row.fields.includes(field) && row.tier <= tier)
}

export const WITHHELD = 'The referrer has something to tell you: ring'

/** Rows of the table put into words for a person; a row with nothing to say is left out. */
export function inWords(rows: readonly Disclosed[], person: DisclosedPerson, today: Day): Row[] {
  return rows.flatMap(row => {
    const value = isWithheld(row, person) ? (person.withheldWords ?? WITHHELD) : row.words(person, today)
    return value === null ? [] : [{ key: row.label, value }]
  })
}

/** With the fact that raises a question goes all that is told in one row with it, so that no row says which of them it was. */
function isWithheld({ fields, raisedBy }: Disclosed, { withheld = [] }: DisclosedPerson): boolean {
  const beside = DISCLOSED.filter(row => raisedBy !== undefined && row.fields.includes(raisedBy))
  const told: readonly DisclosedField[] = [...fields, ...beside.flatMap(row => row.fields)]
  return withheld.some(field => told.includes(field))
}

function answerWords(question: Question, facts: PersonFacts): string {
  if (arises(question, facts)) return shownAnswer(question, facts)
  const isOpen = question.onlyWhen && facts[question.onlyWhen.field] === 'unknown'
  return isOpen ? NOT_KNOWN : DOES_NOT_APPLY
}

function glance(label: string, fields: readonly DisclosedField[], words: Disclosed['words']): Disclosed {
  return { fields, tier: 1, part: 'glance', label, words }
}

function identity(label: string, fields: readonly DisclosedField[], words: Disclosed['words']): Disclosed {
  return { fields, tier: 2, part: 'identity', label, words }
}

/** 'RoSH: low · Violence: none · Arson: none · …' */
function riskBands(facts: PersonFacts): string {
  const bands = [
    ['RoSH', choices.ROSH[facts.rosh]],
    ['Violence', choices.VIOLENCE[facts.violence]],
    ['Arson', choices.HISTORY[facts.arson]],
    ['Sexual offence', choices.HISTORY[facts.sexualOffence]],
    ['Against children', choices.HISTORY[facts.offencesAgainstChildren]],
  ] as const
  return bands.map(([name, band]) => `${name}: ${band.toLowerCase()}`).join(' · ')
}

function homeWords({ homeAuthority }: PersonFacts): string {
  if (homeAuthority === null) return NOT_KNOWN
  return homeAuthority === 'outside_region' ? 'Outside the region' : authorityName(homeAuthority)
}
