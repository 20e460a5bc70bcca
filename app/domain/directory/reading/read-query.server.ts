import type { Audience } from '@search/search-query'
import type { Place } from '../../area/place'
import { placeTable } from '../../area/place-names'
import { type PostcodeFound, postcodesIn } from '../../area/postcode'
import { PhraseTable } from '../../words/phrase-table'
import { type TypedToken, typedTokens } from '../../words/typed-tokens'
import type { Day } from '../../time/calendar'
import { ageAt, isOfChild } from './ages'
import { goesOn, isDeniedAt, isKeptAwayFrom } from './denial'
import type { FactRow } from './fact-row'
import { IDLE_WORDS } from './idle-words'
import { KIND_WORDS } from './kind-words'
import { LANGUAGE_WORDS } from './language-words'
import { NEED_WORDS } from './need-words'
import { PEOPLE_WORDS } from './people-words'
import { dayChip, dayReader } from './read-day'
import { MOST_WORDS, NOTHING_ASKED, type Reading, type ReadPart, weightOf } from './reading'
import { isLeft, notThere, placePart, prisonLeftPart } from './read-place'
import { settled } from './settle-parts'

const FACT_ROWS: readonly FactRow[] = [...KIND_WORDS, ...PEOPLE_WORDS, ...NEED_WORDS, ...LANGUAGE_WORDS]

type Meaning = { row: FactRow } | { place: Place } | 'idle'

const known = new Set<string>()
const idle = new PhraseTable(
  IDLE_WORDS.split(', ').map(words => [words, 'idle' as const] as const),
  known,
)
const facts = new PhraseTable(
  FACT_ROWS.flatMap(row => row.words.split(', ').map(words => [words, { row }] as const)),
  known,
)
const places = placeTable(known)
const dayAt = dayReader(known)

/** So much is taken into account of a query that is a sentence: each part may cost a count. */
const MOST_PARTS = 8

/**
 * How a query is read (search.md): places in it, words that are a fact, days, and the words left, each with where it stands.
 * Nothing of a sentence that says nothing of a service is left. The same for both engines, and for a case.
 * @param usualMiles how far "near" is where the query does not say
 * @param today the day it is in London: "tomorrow" is reckoned from it
 */
export function readQuery(typed: string, audience: Audience, usualMiles: number, today: Day): Reading {
  const postcodes = postcodesIn(typed)
  const all = typedTokens(typed)
  const tokens = all.slice(0, MOST_WORDS)
  const context = { typed, postcodes, audience, miles: milesIn(tokens) ?? usualMiles, today }
  const read = readAll(tokens, context)
  if (read.length === 0) read.push(...plainWords(tokens, postcodes))
  const last = tokens.at(-1)
  const parts = settled(read)
  const kept = weightiest(parts)
  return {
    typed,
    parts: parts.filter(part => kept.has(part)),
    leftOut: parts.filter(part => !kept.has(part)),
    unknownPlaces: postcodes.filter(each => each.place === null).map(each => each.text),
    isOpen: last !== undefined && last.end === typed.length && read.at(-1)?.end === last.end,
    isCut: all.length > MOST_WORDS,
  }
}

function readAll(tokens: readonly TypedToken[], context: Omit<Context, 'since' | 'shutUntil'>): ReadPart[] {
  const read: ReadPart[] = []
  let [since, shutUntil] = [0, Number.NaN]
  for (let at = 0; at < tokens.length;) {
    const { part, length, isIdle } = readAt(tokens, at, { ...context, since, shutUntil })
    if (part) read.push(part)
    at += length
    if (!isIdle) since = at
    if (part?.isShut) shutUntil = at
  }
  return read
}

/** A few words that say nothing of a service may still be a name. */
const MOST_PLAIN_WORDS = 3

function plainWords(tokens: readonly TypedToken[], postcodes: readonly PostcodeFound[]): ReadPart[] {
  if (tokens.length > MOST_PLAIN_WORDS) return []
  const isInPostcode = ({ start }: TypedToken) =>
    postcodes.some(each => each.start <= start && start < each.end)
  return tokens.flatMap((token, at) => (isInPostcode(token) ? [] : (wordPart(tokens, at) ?? [])))
}

interface Context {
  typed: string
  postcodes: readonly PostcodeFound[]
  audience: Audience
  miles: number
  today: Day
  /** Where the words begin that no part has taken. */
  since: number
  /** Where the last place ends that is to be kept away from; NaN before there was one. */
  shutUntil: number
}

interface Read {
  part: ReadPart | null
  length: number
  /** It says nothing of a service. */
  isIdle?: boolean
}

function readAt(tokens: readonly TypedToken[], at: number, context: Context): Read {
  const postcode = context.postcodes.find(
    each => each.start <= (tokens[at]?.start ?? 0) && (tokens[at]?.end ?? 0) <= each.end,
  )
  if (postcode) return postcodeRead(tokens, at, postcode, context)
  const age = ageAt(tokens, at)
  if (age) {
    const isOfAnother = age.bands.length === 0 || isDeniedAt(tokens, at) || isOfChild(tokens, at, age)
    return { part: isOfAnother ? null : agePart(spanOf(tokens, at, age.length), age), length: age.length }
  }
  const found = longestAt(tokens, at)
  const day = dayAt(context.typed, tokens, at, context.today)
  if (day && (found === null || found.meaning === 'idle' || found.length < day.length)) {
    const part = isDeniedAt(tokens, at) ? null : dayPart(spanOf(tokens, at, day.length), day.day, context)
    return { part, length: day.length }
  }
  if (found === null) return { part: wordPart(tokens, at), length: 1 }
  const { meaning, length } = found
  if (meaning === 'idle') return { part: null, length, isIdle: true }
  const span = spanOf(tokens, at, length)
  if ('place' in meaning) return { part: placeRead(tokens, at, { ...meaning, span }, context), length }
  return { part: isDeniedAt(tokens, at) ? null : factPart(meaning.row, span, context.audience), length }
}

/** A fact before a place before what says nothing, of the same length. */
function longestAt(tokens: readonly TypedToken[], at: number): { meaning: Meaning; length: number } | null {
  const fact = facts.at(tokens, at)
  const place = places.at(tokens, at)
  const nothing = idle.at(tokens, at)
  const length = Math.max(fact?.length ?? 0, place?.length ?? 0, nothing?.length ?? 0)
  if (length === 0) return null
  if (fact?.length === length) return fact
  if (place?.length === length) return { meaning: { place: place.meaning }, length }
  return { meaning: 'idle', length }
}

interface Span {
  start: number
  end: number
}

function spanOf(tokens: readonly TypedToken[], at: number, length: number): Span {
  return { start: tokens[at]?.start ?? 0, end: tokens[at + length - 1]?.end ?? 0 }
}

/** Near a place; the prison somebody leaves; or away from where she is not to be. */
function placeRead(
  tokens: readonly TypedToken[],
  at: number,
  { place, span }: { place: Place; span: Span },
  { since, shutUntil, miles }: Context,
): ReadPart {
  if (isKeptAwayFrom(tokens, at, since) || (shutUntil <= at && goesOn(tokens, shutUntil, at)))
    return { ...span, ...notThere(place) }
  return place.prison && isLeft(tokens, at)
    ? { ...span, ...prisonLeftPart(place) }
    : { ...span, ...placePart(place, miles) }
}

/** What is free when is a professional's to know: somebody signed out rings to ask. */
function dayPart(span: Span, day: Day, { audience, today }: Context): ReadPart {
  const isPublic = audience === 'public'
  const text = dayChip(day, today)
  return { ...span, ...NOTHING_ASKED, kind: 'fact', text, weight: 'wish', freeBy: day, asks: isPublic }
}

function factPart(row: FactRow, span: Span, audience: Audience): ReadPart {
  const asked = audience === 'professional' && row.professionals ? row.professionals : row
  const asks = audience === 'public' && row.professionals !== undefined && !row.required
  return {
    ...span,
    ...NOTHING_ASKED,
    kind: 'fact',
    text: row.chip,
    weight: row.weight,
    required: (asked.required ?? []).map(anyOf),
    preferred: (asked.preferred ?? []).map(anyOf),
    asks,
  }
}

function anyOf(tags: string): string[] {
  return tags.split(' ')
}

function agePart(span: Span, { chip, bands }: { chip: string; bands: readonly string[] }): ReadPart {
  const isOlder = bands.every(band => ['50-59', '60-64', '65+'].includes(band))
  const isYoung = bands.every(band => ['16-17', '18-20', '21-24'].includes(band))
  return {
    ...span,
    ...NOTHING_ASKED,
    kind: 'fact',
    text: chip,
    weight: 'need',
    required: [bands.map(band => `ages:${band}`)],
    preferred: isYoung
      ? [['kind:young_people', 'only_for_ages:young']]
      : isOlder
        ? [['only_for_ages:older']]
        : [],
  }
}

function wordPart(tokens: readonly TypedToken[], at: number): ReadPart | null {
  const token = tokens[at]
  if (!token || /^\d+$/.test(token.text)) return null
  const { start, end, text } = token
  return { start, end, ...NOTHING_ASKED, kind: 'word', text: `“${text}”`, weight: 'word', word: text }
}

function postcodeRead(
  tokens: readonly TypedToken[],
  at: number,
  { start, end, place }: PostcodeFound,
  context: Context,
): Read {
  const length = Math.max(1, tokens.slice(at).filter(token => token.end <= end).length)
  return { part: place && placeRead(tokens, at, { place, span: { start, end } }, context), length }
}

const MILES = ['mile', 'mi']

/** '10 miles', 'within 20 miles of'. */
function milesIn(tokens: readonly TypedToken[]): number | null {
  const at = tokens.findIndex(
    ({ text }, index) => /^\d{1,3}$/.test(text) && MILES.includes(tokens[index + 1]?.stem ?? ''),
  )
  const miles = Number(tokens[at]?.text ?? Number.NaN)
  return miles >= 1 && miles <= 100 ? miles : null
}

/** What matters most of a long sentence: a place at its end before words at its beginning. */
function weightiest(parts: readonly ReadPart[]): Set<ReadPart> {
  return new Set([...parts].sort((a, b) => weightOf(b) - weightOf(a)).slice(0, MOST_PARTS))
}
