import type { ServiceDocument } from '@search/document'
import type { SearchEngine } from '@search/search-engine'
import type { Figure } from './figure'
import { manyServices } from './many-services'
import { alternate, median, medianRatio, timed } from './measure'
import { searches } from './searches'

const PASSES = 5

/** A region of so many services; the same for the same seed. */
export interface Region {
  originals: readonly ServiceDocument[]
  count: number
  seed: number
}

/** Puts a region into an engine, in place of what it held. */
export async function fill(engine: SearchEngine, { originals, count, seed }: Region): Promise<SearchEngine> {
  await engine.rebuild(manyServices(originals, count, seed))
  return engine
}

/** How much longer a search takes in one engine than in another. */
export async function compareEngines(
  id: string,
  large: SearchEngine,
  small: SearchEngine,
  bar: Figure['bar'],
): Promise<Figure> {
  const unanswered = { count: 0 }
  const compared = await alternate(
    () => millisecondsASearch(large, unanswered),
    () => millisecondsASearch(small, unanswered),
  )
  const [more, less] = [median(compared.a), median(compared.b)].map(ms => ms.toFixed(2))
  const note = `${more} ms against ${less} ms a search, ${unanswered.count} not answered in time`
  return { id, value: medianRatio(compared, ms => ms), bar, note }
}

/** The median of several passes over all searches, a search. One that is given up counts with the time it took. */
async function millisecondsASearch(engine: SearchEngine, unanswered: { count: number }): Promise<number> {
  const queries = searches(new Date())
  const passes: number[] = []
  for (let pass = 0; pass < PASSES; pass += 1) {
    const all = await timed(async () => {
      for (const query of queries) await engine.search(query).catch(() => (unanswered.count += 1))
    })
    passes.push(all / queries.length)
  }
  return median(passes)
}
