import type { PersonFacts } from '../../eligibility/facts'
import { formatDayLong } from '../../time/calendar'
import { authorityName } from '../../area/region'
import { pounds } from '../../money/money'
import { CHILD_SEX, CONNECTION_GROUND, EXCLUSION_EXTENT } from './fact-choices'
import type { Question, QuestionKind } from './fact-topics'

const NOT_KNOWN = 'Not known yet'
/** Of an answer that is never 'not known': nobody asked. */
const NOT_ASKED = 'Not asked yet'
const NONE = 'None'
const NO_PREFERENCE = 'None chosen'

/** What is kept of one answer, as a summary list shows it: 'Not known yet', 'Boy, 3', '£250'. Safe for the browser. */
export function shownAnswer(question: Question, facts: PersonFacts): string {
  return SHOWN[question.kind](facts, question)
}

const SHOWN: Readonly<Record<QuestionKind, (facts: PersonFacts, question: Question) => string>> = {
  choice: (facts, { field, choices }) => choices?.[wordOf(facts[field])] ?? NOT_KNOWN,
  many: (facts, { field, choices }) => list(codesIn(facts[field]), code => choices?.[code] ?? code),
  flag: (facts, { field }) => (facts[field] === true ? 'Yes' : 'No'),
  pounds: ({ arrearsPence: pence }) => (pence === null ? NOT_KNOWN : pence === 0 ? NONE : pounds(pence)),
  year: (facts, { field }) => wordOf(facts[field]) || NOT_KNOWN,
  month: (facts, { field }) => monthWords(wordOf(facts[field])),
  day: ({ roshAssessedOn }) => (roshAssessedOn === null ? NOT_KNOWN : formatDayLong(roshAssessedOn)),
  authorities: ({ preferredAuthorities }) =>
    preferredAuthorities.map(authorityName).join(', ') || NO_PREFERENCE,
  children: ({ children }) => list(children, ({ age, sex }) => `${childWord(sex)}, ${ages(age)}`),
  connections: ({ localConnection }) =>
    list(localConnection, row => areaAnd(row.authority, CONNECTION_GROUND[row.ground])),
  exclusions: ({ licenceExclusions }) =>
    list(licenceExclusions, row => areaAnd(row.authority, EXCLUSION_EXTENT[row.extent])),
  avoid: ({ avoid }) => avoidWords(avoid),
}

function avoidWords(avoid: PersonFacts['avoid']): string {
  if (avoid === null) return NOT_ASKED
  const { authorities, serviceIds } = avoid
  const count = serviceIds.length
  const services = count === 0 ? [] : [`${count} service${count === 1 ? '' : 's'}`]
  return [...authorities.map(authorityName), ...services].join(', ') || NONE
}

function list<Item>(items: readonly Item[] | null, words: (item: Item) => string): string {
  if (items === null) return NOT_KNOWN
  return items.length === 0 ? NONE : items.map(words).join('; ')
}

/** A code or a number as text; '' for everything that is neither. */
function wordOf(value: PersonFacts[keyof PersonFacts]): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

function codesIn(value: PersonFacts[keyof PersonFacts]): string[] | null {
  return Array.isArray(value) ? value.map(String) : null
}

function monthWords(month: string): string {
  return month === '' ? NOT_KNOWN : formatDayLong(`${month}-01`).replace(/^1 /, '')
}

function childWord(sex: keyof typeof CHILD_SEX): string {
  return sex === 'unknown' ? 'Child' : CHILD_SEX[sex]
}

function ages({ min, max }: { min: number; max: number }): string {
  return min === max ? String(min) : `${min} to ${max}`
}

function areaAnd(authority: string, words: string): string {
  return `${authorityName(authority)}: ${words.charAt(0).toLowerCase()}${words.slice(1)}`
}
