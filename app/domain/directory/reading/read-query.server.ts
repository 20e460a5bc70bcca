import type { Audience } from '@search/search-query'
import type { Place } from '../../area/place'
import { placeTable } from '../../area/place-names'
import { type PostcodeFound, postcodesIn } from '../../area/postcode'
import { PhraseTable } from '../../words/phrase-table'
import { type TypedToken, typedTokens } from '../../words/typed-tokens'
import { ageAt, isOfChild } from './ages'
import type { FactRow } from './fact-row'
import { IDLE_WORDS } from './idle-words'
import { KIND_WORDS } from './kind-words'
import { LANGUAGE_WORDS } from './language-words'
import { NEED_WORDS } from './need-words'
import { PEOPLE_WORDS } from './people-words'
import { type Reading, type ReadPart, weightOf } from './reading'
import { type ComesFrom, comesFrom, notThere, placePart, prisonLeftPart } from './read-place'

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

/** So much is taken into account of a query that is a sentence: each part may cost a count. */
const MOST_PARTS = 8
/** So many words are read: more than a sentence holds, and what is pasted by the page keeps nobody else waiting. */
const MOST_WORDS = 100

/**
 * How a query is read (search.md): places in it, words that are a fact, and the words left, each with where it stands.
 * Nothing of a sentence that says nothing of a service is left. The same for both engines, and for a case.
 * @param usualMiles how far "near" is where the query does not say
 */
export function readQuery(typed: string, audience: Audience, usualMiles: number): Reading {
  const postcodes = postcodesIn(typed)
  const tokens = typedTokens(typed).slice(0, MOST_WORDS)
  const miles = milesIn(tokens) ?? usualMiles
  const read: ReadPart[] = []
  for (let at = 0; at < tokens.length;) {
    const { part, length } = readAt(tokens, at, { postcodes, audience, miles })
    if (part) read.push(part)
    at += length
  }
  if (read.length === 0) read.push(...plainWords(tokens, postcodes))
  const last = tokens.at(-1)
  const parts = atPrison(withoutContradictions(onePlace(withoutRepeats(read))))
  const kept = weightiest(parts)
  return {
    typed,
    parts: parts.filter(part => kept.has(part)),
    leftOut: parts.filter(part => !kept.has(part)),
    unknownPlaces: postcodes.filter(each => each.place === null).map(each => each.text),
    isOpen: last !== undefined && last.end === typed.length && read.at(-1)?.end === last.end,
  }
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
  postcodes: readonly PostcodeFound[]
  audience: Audience
  miles: number
}

function readAt(
  tokens: readonly TypedToken[],
  at: number,
  context: Context,
): { part: ReadPart | null; length: number } {
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
  if (found === null) return { part: wordPart(tokens, at), length: 1 }
  if (isDenied(tokens, at, found.meaning)) return { part: null, length: found.length }
  const span = spanOf(tokens, at, found.length)
  return { part: partOf(found.meaning, span, comesFrom(tokens, at), context), length: found.length }
}

const DENYING = new Set(['no', 'without', 'not', 'never'])

/** 'no kids', 'without a dog': what is denied is not asked for. */
function isDenied(tokens: readonly TypedToken[], at: number, meaning: Meaning): boolean {
  if (meaning === 'idle' || !('row' in meaning)) return false
  return isDeniedAt(tokens, at)
}

function isDeniedAt(tokens: readonly TypedToken[], at: number): boolean {
  const before = tokens[at - 1]?.text ?? ''
  return DENYING.has(before) || (before === 'a' && DENYING.has(tokens[at - 2]?.text ?? ''))
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

const NOTHING_ASKED = { required: [], preferred: [], near: null, word: null, asks: false } as const

function partOf(
  meaning: Meaning,
  span: Span,
  { isFrom, isKeptAwayFrom }: ComesFrom,
  { audience, miles }: Context,
): ReadPart | null {
  if (meaning === 'idle') return null
  if ('row' in meaning) return factPart(meaning.row, span, audience)
  if (isKeptAwayFrom) return { ...span, ...notThere(meaning.place) }
  return meaning.place.prison && isFrom
    ? { ...span, ...prisonLeftPart(meaning.place) }
    : { ...span, ...placePart(meaning.place, miles) }
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
  { miles }: Context,
): { part: ReadPart | null; length: number } {
  const length = Math.max(1, tokens.slice(at).filter(token => token.end <= end).length)
  return { part: place && { start, end, ...placePart(place, miles) }, length }
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

function withoutRepeats(parts: readonly ReadPart[]): ReadPart[] {
  return parts.filter((part, index) => parts.findIndex(each => each.text === part.text) === index)
}

/** What matters most of a long sentence: a place at its end before words at its beginning. */
function weightiest(parts: readonly ReadPart[]): Set<ReadPart> {
  return new Set([...parts].sort((a, b) => weightOf(b) - weightOf(a)).slice(0, MOST_PARTS))
}

/** One place is searched near: the last one named that is not what somebody leaves. Another is said and narrows nothing. */
function onePlace(parts: readonly ReadPart[]): ReadPart[] {
  const last = parts.findLast(part => part.kind === 'place')
  return parts.map(part =>
    part.kind !== 'place' || part === last
      ? part
      : { ...part, ...NOTHING_ASKED, kind: 'fact', text: `also named: ${part.text}` },
  )
}

const FAMILY_TAG = /^(pathway:families|programme:|kind:(visitors_centre|mentoring))/

function isOfFamilies(tags: readonly string[]): boolean {
  return tags.some(tag => FAMILY_TAG.test(tag))
}

/** What is for families is looked for in the prison itself, wherever its provider stands; a place to live near it. */
function atPrison(parts: readonly ReadPart[]): ReadPart[] {
  const isForFamilies = parts.some(({ required }) =>
    required.some(tags => tags.some(tag => FAMILY_TAG.test(tag))),
  )
  return parts.map(part => {
    const place = part.near?.place
    if (!place?.prison || !isForFamilies) return part
    return {
      ...part,
      text: `at ${place.label}`,
      near: null,
      required: [[`prison:${place.prison}`]],
      preferred: [],
    }
  })
}

const OF_MEN = ['for men', 'for fathers', 'for a man of the family']

/** Who says that a husband hits her does not look for a place for men: beside abuse, a relative tells nothing. */
function withoutContradictions(parts: readonly ReadPart[]): ReadPart[] {
  const told = new Set(parts.map(part => part.text))
  const isAbuse = told.has('domestic abuse') || told.has('refuge')
  const isForFamilies = parts.some(({ weight, required }) => weight === 'kind' && required.some(isOfFamilies))
  const plain = isForFamilies
    ? parts.map(part => (part.text === 'with children' ? { ...part, preferred: [] } : part))
    : parts
  return plain.filter(part => {
    if (isAbuse && OF_MEN.includes(part.text)) return false
    if (part.text === 'for women' && told.has('women only')) return false
    if (part.text === 'for a couple' && told.has('couple relationships')) return false
    return !(told.has('for women') && part.text === 'for men' && !isAbuse)
  })
}
