import type { SearchAnswer, SearchService } from '@search/search-service'
import { type SearchQuery, searchQuery } from '@search/search-query'
import { wordsOf } from '@search/tokens'
import { asEngineQuery, placeOrdersAlone } from './engine-query.server'
import {
  NOTHING_ASKED,
  NOTHING_READ,
  type Reading,
  type ReadPart,
  type Step,
  weightOf,
} from './reading/reading'

export interface SteppedAnswer {
  answer: SearchAnswer
  /** The search that gave the answer, as the engine took it. */
  query: SearchQuery
  reading: Reading
  step: Step
}

const ALL: Step = { dropped: [], unknown: [], others: [] }

/**
 * A search as it was read, in steps: what matches all of it; else what matches all but one part, which is the one that
 * matters least; else what matches as many as can be kept. Each step is told, and none is mixed into a better one. A name
 * typed exactly is a name, whatever else its words could mean.
 * @param base the search without its words: filters, place field, page
 */
export async function searchInSteps(
  search: SearchService,
  base: SearchQuery,
  asked: Reading,
): Promise<SteppedAnswer> {
  const reading = (await isName(search, base, asked)) ? asWords(asked) : asked
  const ask = async (parts: readonly ReadPart[]) => {
    const query = asEngineQuery(base, { ...reading, parts })
    return { answer: await search.search(query), query }
  }
  const whole = await ask(reading.parts)
  const counts: Counts = ofParts =>
    search.counts(ofParts.map(parts => asEngineQuery(base, { ...reading, parts })))
  if (whole.answer.total > 0 || reading.parts.length === 0)
    return {
      ...whole,
      reading,
      step: { ...ALL, others: await elsewhere(reading.parts, whole.answer.total, counts) },
    }
  const step = await lesserStep(reading.parts, counts, wordCounter(search, base))
  const kept = reading.parts.filter(part => !step.dropped.includes(part))
  const place = step.dropped.find(part => part.near !== null)?.near?.place
  const plain = await ask(kept)
  if (!place) return { ...plain, reading, step }
  const query = asEngineQuery(placeOrdersAlone(base, place), { ...reading, parts: kept })
  const answer = await search.search(query)
  // What stands nowhere and covers no authority is at no distance: it is not lost for the order's sake.
  return answer.total === plain.answer.total ? { answer, query, reading, step } : { ...plain, reading, step }
}

/** So few are not all there is to be told: somebody who flees, or has nobody in a town, may go further. */
const FEW = 3

/** Where few match, how many do wherever they are. */
async function elsewhere(parts: readonly ReadPart[], total: number, counts: Counts): Promise<Step['others']> {
  const place = parts.find(part => part.kind === 'place')
  if (!place || parts.length < 2 || total === 0 || total > FEW) return []
  const [anywhere = 0] = await counts([parts.filter(part => part !== place)])
  return anywhere > total ? [{ part: place, total: anywhere }] : []
}

/** How many services match each of several selections of parts. */
type Counts = (ofParts: readonly (readonly ReadPart[])[]) => Promise<readonly number[]>

async function lesserStep(
  parts: readonly ReadPart[],
  counts: Counts,
  holding: (words: readonly ReadPart[]) => Promise<readonly number[]>,
): Promise<Step> {
  const words = parts.filter(part => part.kind === 'word')
  const held = await holding(words)
  const unknown = words.filter((_, at) => held[at] === 0)
  const known = parts.filter(part => !unknown.includes(part))
  const withoutEach = known.length > 1 ? known.map(part => known.filter(each => each !== part)) : []
  const [all = 0, ...totals] = await counts([known, ...withoutEach])
  if (unknown.length > 0 && all > 0) return { dropped: unknown, unknown, others: [] }
  const [best, ...others] = known
    .map((part, at) => ({ part, total: totals[at] ?? 0 }))
    .filter(({ total }) => total > 0)
    .sort((a, b) => weightOf(a.part) - weightOf(b.part) || b.total - a.total)
  if (best) return { dropped: [...unknown, best.part], unknown, others }
  return { dropped: [...unknown, ...(await fewestGivenUp(known, counts))], unknown, others: [] }
}

/** Keeps part after part, what matters most first, wherever something is left that matches it besides. */
async function fewestGivenUp(parts: readonly ReadPart[], counts: Counts): Promise<ReadPart[]> {
  const kept: ReadPart[] = []
  for (const part of [...parts].sort((a, b) => weightOf(b) - weightOf(a)))
    if (((await counts([[...kept, part]]))[0] ?? 0) > 0) kept.push(part)
  return parts.filter(part => !kept.includes(part))
}

/** How many services hold each word at all, whatever is asked beside it. */
function wordCounter(search: SearchService, { audience, now, today }: SearchQuery) {
  const anything = searchQuery({ audience, now, today })
  return (words: readonly ReadPart[]) =>
    search.counts(
      words.map(part => {
        const alone = { ...NOTHING_READ, typed: part.word ?? '', parts: [part], isOpen: true }
        return asEngineQuery(anything, alone)
      }),
    )
}

async function isName(
  search: SearchService,
  { audience }: SearchQuery,
  { typed, parts }: Reading,
): Promise<boolean> {
  if (parts.every(part => part.kind === 'word')) return false
  const name = wordsOf(typed)
  const suggestions = await search.suggest(typed, audience)
  return suggestions.some(suggestion => wordsOf(suggestion.name) === name)
}

/** The whole of what was typed, as one name. */
function asWords({ typed, isOpen }: Reading): Reading {
  const part: ReadPart = {
    ...NOTHING_ASKED,
    ...{ kind: 'word', text: `“${typed}”`, weight: 'word', word: typed, start: 0, end: typed.length },
  }
  return { ...NOTHING_READ, typed, parts: [part], isOpen }
}
