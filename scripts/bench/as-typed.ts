import { createInsideEngine } from '@search/inside/inside-engine'
import { createSearchService, type SearchService } from '@search/search-service'
import { HOSTILE_WORDS } from '@tests/support/forms/hostile-words'
import { readQuery } from '~/domain/directory/reading/read-query.server'
import { searchAsTyped } from '~/domain/directory/search-as-typed.server'
import { type DirectoryQuery, EMPTY_QUERY, USUAL_MILES } from '~/domain/directory/search-query'
import { londonDay } from '~/domain/time/calendar'
import { fill, type Region } from './engine-time'
import { atMost, type Figure } from './figure'
import { wordsAsTyped } from './kinds'
import { alternate, type Compared, median, medianRatio, percentile, steadyTime } from './measure'

const PLAIN = wordsAsTyped().map(withWords)
const HOSTILE = Object.values(HOSTILE_WORDS)

/** A search as somebody types it, read and in steps, by the engine inside: what the reading takes, what hostility costs. */
export async function benchAsTyped(region: Region): Promise<Figure[]> {
  const inside = createInsideEngine()
  await fill(inside, region)
  const log = { info() {}, warn() {}, error() {} }
  const search = createSearchService({ inside, log, clock: () => new Date() })
  const plain = () => timesOf(search, PLAIN)
  const reading = await alternate(() => readingTimes(PLAIN), plain)
  const words = await alternate(() => timesOf(search, HOSTILE.map(withWords)), plain)
  const filters = await alternate(() => timesOf(search, HOSTILE.map(withFilter)), plain)
  const p95 = (times: readonly number[]) => percentile(times, 95)
  const figure = (name: string, compared: Compared<number[]>, bar: Figure['bar'], of = p95): Figure => {
    const [a, b] = [compared.a.flat(), compared.b.flat()].map(times => of(times).toFixed(2))
    const note = `${a} ms against ${b} ms a search as typed, ${region.count} services`
    return { id: `search-${name}`, value: medianRatio(compared, of), bar, note }
  }
  return [
    figure('reading-share', reading, null, median),
    figure('hostile-words-p95', words, atMost(5)),
    figure('hostile-filters-p95', filters, atMost(5)),
  ]
}

async function timesOf(search: SearchService, queries: readonly DirectoryQuery[]): Promise<number[]> {
  const times: number[] = []
  for (const query of queries)
    times.push(
      await steadyTime(() => searchAsTyped(search, query, { audience: 'professional', now: new Date() })),
    )
  return times
}

async function readingTimes(queries: readonly DirectoryQuery[]): Promise<number[]> {
  const times: number[] = []
  const today = londonDay(new Date())
  for (const { words } of queries)
    times.push(await steadyTime(() => Promise.resolve(readQuery(words, 'professional', USUAL_MILES, today))))
  return times
}

function withWords(words: string): DirectoryQuery {
  return { ...EMPTY_QUERY, words }
}

/** As nobody can tick it, and as anybody can write it into an address. */
function withFilter(value: string): DirectoryQuery {
  return { ...withWords('supported housing'), facets: { kind: [value], authority: [value] } }
}
