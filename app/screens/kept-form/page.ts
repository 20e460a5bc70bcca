import { FACT_LABELS } from '~/domain/eligibility/fact-labels'
import { passOnQuestion, passOnReferral } from '~/domain/case/answers/pass-on'
import { CLOSING_REASON_LABELS } from '~/domain/case/closing/case-closing'
import { isTopicCode, type Question, TOPIC_CODES, TOPICS } from '~/domain/case/answers/fact-topics'
import {
  CUSTODY_STATUS_LABELS,
  DATE_CHANGE_CAUSE_LABELS,
  RELEASE_CONFIDENCE_LABELS,
  RELEASE_TYPE_LABELS,
  SEX_LABELS,
} from '~/domain/case/record/person-case'
import { eventOfPath, screenOf } from '~/domain/referral/events/registry'
import { AGREED_TIER_LABELS } from '~/domain/referral/referral'
import { REGISTER_FIELDS } from '~/screens/actions/page'
import { CHANGES_READ, FIELDS_OF, type FieldWords } from '~/screens/referral-event/fields/words'
import { formatDayLong } from '~/domain/time/calendar'
import { authorities } from '~/domain/area/region'
import { readTypedDay } from '~/domain/time/typed-day'
import { COUNT_GROUP_LABELS } from '~/domain/vacancy/count/count-group'
import { BEDSPACE_SEX_LABELS, BEDSPACE_TYPE_LABELS, VOID_CHOICES } from '~/domain/vacancy/vacancy'
import { STAY_ANSWERS } from '~/domain/vacancy/vacancy-form'

/** A form that was kept, in the words of the page it was typed on. Safe for the browser. */

type Fields = readonly (readonly [name: string, value: string])[]

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
  passOn: { label: passOnQuestion('the provider'), choices: { yes: 'Yes', no: 'No' } },
  changesRead: CHANGES_READ,
}

const ROOM_WORDS: Readonly<Record<string, FieldWords>> = {
  type: { label: 'Kind of room', choices: BEDSPACE_TYPE_LABELS },
  sex: { label: 'Who is it for?', choices: { service: 'Whom the service takes', ...BEDSPACE_SEX_LABELS } },
  wheelchair: {
    label: 'Can somebody in a wheelchair use it?',
    choices: { yes: 'Yes', no: 'No', unknown: 'Not stated' },
  },
  note: { label: 'What else is to be known of it?' },
  rentWeeklyPence: { label: 'Rent a week' },
  serviceChargeWeeklyPence: { label: 'Service charge a week' },
}

/** Fields whose words are those of one page. */
const OF_PAGE: Readonly<Record<string, Readonly<Record<string, FieldWords>>>> = {
  void: {
    reason: { label: 'Why can it not be used?', choices: VOID_CHOICES },
    fromOn: { label: 'First day' },
    untilOn: { label: 'Day it is free again' },
  },
  claims: {
    reason: { label: 'Why can it not be used?', choices: VOID_CHOICES },
    fromOn: { label: 'First day' },
    untilOn: { label: 'Day it is free again' },
    readyOn: { label: 'Day it is ready' },
    sinceOn: { label: 'There since' },
    leftOn: { label: 'Day the person left' },
    movedOn: { label: 'Moved on' },
  },
  stay: { answer: { label: 'The person', choices: STAY_ANSWERS }, day: { label: 'On which day?' } },
  count: {
    free: { label: 'How many are free today?' },
    group: { label: 'Whose beds', choices: COUNT_GROUP_LABELS },
    more: { label: 'How many more?' },
    moreOn: { label: 'Free from which day?' },
  },
  room: { name: { label: 'Name' }, ...ROOM_WORDS },
  rooms: {
    howMany: { label: 'How many rooms?' },
    called: { label: 'What are they called?' },
    firstNumber: { label: 'First number' },
    names: { label: 'Names, one a line' },
    group: { label: 'Whose beds', choices: COUNT_GROUP_LABELS },
    beds: { label: 'How many beds are there?' },
    ...ROOM_WORDS,
  },
  close: {
    reason: { label: 'Why does it close?', choices: CLOSING_REASON_LABELS },
    fromOn: { label: 'From which day?' },
  },
  refer: {
    agreed: { label: 'Does the person agree to this referral?', choices: { yes: 'Yes', no: 'No' } },
    agreedTier: { label: 'How much may this provider see?', choices: AGREED_TIER_LABELS },
  },
}

/** Fields a page carries for itself, and the tick under a date or a time. */
const CARRIED = /^(version|releaseVersion|changes|intent|step|shown|timeSure)$|\.sure$/
const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const PART = /\.(day|month|year)$/

/** What is known of the referrals that questions are about, by id. */
type Referrals = ReadonlyMap<string, { reference: string; serviceName: string }>

/** What was typed on the page of an address, a line a field; the boxes of a date as one date, the same question of each referral apart. */
export function keptLines(
  fields: Fields,
  path = '',
  referrals: Referrals = new Map(),
): { key: string; value: string }[] {
  const ofPage = wordsOfPage(path)
  const lines = new Map<string, string[]>()
  for (const [name, value] of fields) {
    if (value === '' || CARRIED.test(name) || ID.test(value)) continue
    const whole = name.replace(PART, '')
    const shown = whole === name ? shownValue(ofPage[name], name, value) : dateWords(whole, fields)
    lines.set(whole, [...new Set([...(lines.get(whole) ?? []), shown])])
  }
  return [...lines].map(([name, values]) => ({
    key: ofPage[name]?.label ?? passOnWords(name, referrals) ?? labelOf(name),
    value: values.join(', '),
  }))
}

/** The referrals that a form asks the same question of. */
export function referralsAskedOf(fields: Fields): string[] {
  return fields.flatMap(([name]) => passOnReferral(name) ?? [])
}

/** The event's own words where it is one's page. */
function wordsOfPage(path: string): Readonly<Record<string, FieldWords>> {
  const [room, second, part = ''] = path.split('?')[0]?.split('/').slice(1) ?? []
  if (room === 'actions') return REGISTER_FIELDS
  if (second === 'claims') return OF_PAGE['claims'] ?? {}
  const event = room === 'referrals' ? eventOfPath(part) : null
  return event ? FIELDS_OF[event] : (OF_PAGE[part] ?? {})
}

function shownValue(words: FieldWords | undefined, name: string, value: string): string {
  const asked = passOnReferral(name) === null ? name : 'passOn'
  return words?.choices?.[value] ?? valueWords(asked, value)
}

function passOnWords(name: string, referrals: Referrals): string | null {
  const id = passOnReferral(name)
  if (id === null) return null
  const known = referrals.get(id)
  return known ? `${passOnQuestion(known.serviceName)} Referral ${known.reference}` : labelOf('passOn')
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
  return PAGES[`${room}/${id === 'claims' ? id : part}`] ?? null
}

const PAGES: Readonly<Record<string, string>> = {
  'cases/release-date': 'Move the release date',
  'cases/close': 'Close the case',
  'cases/refer': 'Refer to a service',
  'vacancies/count': 'How many are free today?',
  'vacancies/stay': 'When does the person leave?',
  'vacancies/void': 'Add a void',
  'vacancies/room': 'Change a room',
  'vacancies/claims': 'Change a claim on a room',
  'vacancies/close': 'Close a room',
  'our-services/rooms': 'Rooms',
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
