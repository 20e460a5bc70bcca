import type { PersonFacts } from '../eligibility/facts'
import { formatDayLong } from '../region/calendar'
import { authorityName } from '../region/region'
import { pounds } from '../service/money'
import { CHILD_SEX, CONNECTION_GROUND, EXCLUSION_EXTENT } from './fact-choices'
import type { Question } from './fact-topics'

const NOT_KNOWN = 'Not known yet'
const NONE = 'None'

/** What is kept of one answer, as a summary list shows it: 'Not known yet', 'A boy of 3', '£250'. Safe for the browser. */
export function shownAnswer(question: Question, facts: PersonFacts): string {
  const value = facts[question.field]
  switch (question.kind) {
    case 'choice':
      return question.choices?.[String(value)] ?? NOT_KNOWN
    case 'many':
      return list(Array.isArray(value) ? value.map(String) : null, each => question.choices?.[each] ?? each)
    case 'flag':
      return value === true ? 'Yes' : 'No'
    case 'pounds':
      return typeof value !== 'number' ? NOT_KNOWN : value === 0 ? NONE : pounds(value)
    case 'year':
      return value === null ? NOT_KNOWN : String(value)
    case 'month':
      return typeof value === 'string' ? formatDayLong(`${value}-01`).replace(/^1 /, '') : NOT_KNOWN
    case 'day':
      return typeof value === 'string' ? formatDayLong(value) : NOT_KNOWN
    default:
      return shownList(question, facts)
  }
}

function shownList({ kind }: Question, facts: PersonFacts): string {
  switch (kind) {
    case 'authorities':
      return facts.preferredAuthorities.length === 0
        ? NOT_KNOWN
        : facts.preferredAuthorities.map(authorityName).join(', ')
    case 'children':
      return list(facts.children, ({ age, sex }) =>
        `${CHILD_SEX[sex]}, ${ages(age)}`.replace('Not known yet', 'Child'),
      )
    case 'connections':
      return list(
        facts.localConnection,
        row => `${authorityName(row.authority)}: ${inSentence(CONNECTION_GROUND[row.ground])}`,
      )
    case 'exclusions':
      return list(
        facts.licenceExclusions,
        row => `${authorityName(row.authority)}: ${inSentence(EXCLUSION_EXTENT[row.extent])}`,
      )
    default:
      return shownAvoid(facts.avoid)
  }
}

function shownAvoid({ authorities, serviceIds }: PersonFacts['avoid']): string {
  const services =
    serviceIds.length === 0 ? [] : [`${serviceIds.length} service${serviceIds.length === 1 ? '' : 's'}`]
  return [...authorities.map(authorityName), ...services].join(', ') || NONE
}

function list<Item>(items: readonly Item[] | null, words: (item: Item) => string): string {
  if (items === null) return NOT_KNOWN
  return items.length === 0 ? NONE : items.map(words).join('; ')
}

function ages({ min, max }: { min: number; max: number }): string {
  return min === max ? String(min) : `${min} to ${max}`
}

function inSentence(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1)
}
