import { FACT_LABELS } from '~/domain/eligibility/fact-labels'
import { isTopicCode, type Question, TOPIC_CODES, TOPICS } from '~/domain/case/answers/fact-topics'
import {
  CUSTODY_STATUS_LABELS,
  DATE_CHANGE_CAUSE_LABELS,
  RELEASE_CONFIDENCE_LABELS,
  RELEASE_TYPE_LABELS,
  SEX_LABELS,
} from '~/domain/case/record/person-case'
import { eventOfPath, screenOf } from '~/domain/referral/events/registry'
import { formatDayLong } from '~/domain/time/calendar'
import { authorities } from '~/domain/area/region'
import { readTypedDay } from '~/domain/time/typed-day'
import { VOID_REASON_LABELS } from '~/domain/vacancy/vacancy'
import { STAY_ANSWERS } from '~/domain/vacancy/vacancy-form'

/** A form that was kept, in the words of the page it was typed on. Safe for the browser. */

type Fields = readonly (readonly [name: string, value: string])[]

interface FieldWords {
  label: string
  choices?: Readonly<Record<string, string>>
}

const QUESTIONS: readonly Question[] = TOPIC_CODES.flatMap(topic => TOPICS[topic].questions)

/** Fields that no topic asks for. */
const OTHERS: Readonly<Record<string, FieldWords>> = {
  name: { label: 'Full name' },
  releaseOn: { label: 'Release date' },
  releaseConfidence: { label: 'How sure is the release date?', choices: RELEASE_CONFIDENCE_LABELS },
  releaseType: { label: 'Type of release', choices: RELEASE_TYPE_LABELS },
  custodyStatus: { label: FACT_LABELS.status, choices: CUSTODY_STATUS_LABELS },
  sex: { label: FACT_LABELS.sex, choices: SEX_LABELS },
  homeAuthority: { label: FACT_LABELS.homeAuthority },
  cause: { label: 'Why the date moved', choices: DATE_CHANGE_CAUSE_LABELS },
  passOn: { label: 'May the provider be told what changed?', choices: { yes: 'Yes', no: 'No' } },
}

/** Fields whose words are those of one page. */
const OF_PAGE: Readonly<Record<string, Readonly<Record<string, FieldWords>>>> = {
  void: {
    reason: { label: 'Why can it not be used?', choices: VOID_REASON_LABELS },
    fromOn: { label: 'First day' },
    untilOn: { label: 'Day it is free again' },
  },
  stay: { answer: { label: 'The person', choices: STAY_ANSWERS }, day: { label: 'On which day?' } },
  count: {
    free: { label: 'How many are free today?' },
    grow: { label: 'Are there more bedspaces now?', choices: { on: 'We have more bedspaces than before' } },
  },
  offer: { fromOn: { label: 'First night' }, untilOn: { label: 'Last day' } },
}

/** Fields a page carries for itself, and the tick under a date. */
const CARRIED = /^(version|intent|step|shown)$|\.sure$/
const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const PART = /\.(day|month|year)$/
/** The same question of several referrals: `passOnName`. */
const OF_REFERRAL = /\.r-[0-9a-f-]{36}$/

/** What was typed on the page of an address, a line a field; the boxes of a date as one date. */
export function keptLines(fields: Fields, path = ''): { key: string; value: string }[] {
  const ofPage = OF_PAGE[path.split('?')[0]?.split('/')[3] ?? ''] ?? {}
  const lines = new Map<string, string[]>()
  for (const [field, value] of fields) {
    const name = field.replace(OF_REFERRAL, '')
    if (value === '' || CARRIED.test(name) || ID.test(value)) continue
    const whole = name.replace(PART, '')
    const shown =
      whole === name ? (ofPage[name]?.choices?.[value] ?? valueWords(name, value)) : dateWords(whole, fields)
    lines.set(whole, [...new Set([...(lines.get(whole) ?? []), shown])])
  }
  return [...lines].map(([name, values]) => ({
    key: ofPage[name]?.label ?? labelOf(name),
    value: values.join(', '),
  }))
}

/** The page a form was typed on: 'Risk', 'Offer a bedspace'; null for one that has no name here. */
export function keptPage(path: string): string | null {
  const [room, id, part, topic] = path.split('?')[0]?.split('/').slice(1) ?? []
  if (room === 'cases' && id === 'new') return 'Open a case'
  if (room === 'cases' && part === 'answers')
    return topic !== undefined && isTopicCode(topic) ? TOPICS[topic].title : null
  if (room === 'referrals') {
    const event = eventOfPath(part)
    return event && screenOf(event).words.title
  }
  return PAGES[`${room}/${part}`] ?? null
}

const PAGES: Readonly<Record<string, string>> = {
  'cases/release-date': 'Move the release date',
  'cases/close': 'Close the case',
  'cases/refer': 'Refer to a service',
  'vacancies/count': 'How many are free today?',
  'vacancies/stay': 'When does the person leave?',
  'vacancies/void': 'Add a void',
}

function wordsOf(name: string): FieldWords | undefined {
  const asked = QUESTIONS.find(({ field }) => field === name)
  if (!asked) return OTHERS[name]
  return { label: asked.legend ?? asked.question, choices: asked.choices ?? { on: 'Yes' } }
}

function valueWords(name: string, value: string): string {
  const area = authorities.find(({ code }) => code === value)
  return area?.name ?? wordsOf(name)?.choices?.[value] ?? (value === 'none' ? 'None of these' : value)
}

function dateWords(name: string, fields: Fields): string {
  const part = (each: string) => fields.find(([other]) => other === `${name}.${each}`)?.[1] ?? ''
  const typed = { day: part('day'), month: part('month'), year: part('year') }
  const read = readTypedDay(typed)
  if ('day' in read && read.day !== null) return formatDayLong(read.day)
  return [typed.day, typed.month, typed.year].filter(Boolean).join(' ')
}

/** A field no table knows by its own name: 'releaseDate' → 'Release date'. */
function labelOf(name: string): string {
  const known = wordsOf(name)?.label
  if (known !== undefined) return known
  const [root = '', ...rest] = name.split(/[.[\]_-]+/).filter(Boolean)
  const words = [
    wordsOf(root)?.label ?? root,
    ...rest.map(each => (/^\d+$/.test(each) ? Number(each) + 1 : each)),
  ]
  const text = words
    .join(' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
  return text.charAt(0).toUpperCase() + text.slice(1)
}
