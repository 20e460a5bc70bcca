import type { ServiceDocument } from '@search/document'
import { createInsideEngine } from '@search/inside/inside-engine'
import { createMeilisearchEngine } from '@search/meilisearch/meilisearch-engine'
import { createMeilisearchKeys } from '@search/meilisearch/meilisearch-keys'
import type { SearchQuery } from '@search/search-query'
import { startMeilisearch } from '@tests/support/meilisearch'
import type { Contender, MakeContender } from './contenders/contender'
import { engineContender } from './contenders/engine-contender'
import { postgresText } from './contenders/postgres-text'
import { rawMiniSearch } from './contenders/raw-minisearch'
import { atMost, type Figure } from './figure'
import { searchesByKind } from './kinds'
import { manyServices } from './many-services'
import { alternate, medianRatio, percentile, steadyTime } from './measure'

/** Where all are compared, and where only the two that the product uses are. */
const SIZES = [600, 6_000, 60_000]
const LARGEST_FOR_ALL = 6_000
/** A busy machine must not end a search that is measured. */
const PATIENT = { searchTimeoutMs: 20_000 }

export interface Region {
  originals: readonly ServiceDocument[]
  seed: number
  /** A database that may be written to. */
  url: string
}

/** The engine inside the process against others, kind by kind, at each size. BENCH_SERVICES=600,6000 leaves the rest out. */
export async function benchEngines(region: Region): Promise<Figure[]> {
  const sizes = process.env.BENCH_SERVICES?.split(',').map(Number) ?? SIZES
  const figures: Figure[] = []
  for (const size of sizes) figures.push(...(await benchSize(region, size)))
  return figures
}

async function benchSize({ originals, seed, url }: Region, size: number): Promise<Figure[]> {
  const documents = manyServices(originals, size, seed)
  const engine = createInsideEngine()
  await engine.rebuild(documents)
  const inside = engineContender('inside', engine)
  const all: MakeContender[] = [rawMiniSearch, each => postgresText(url, each), meilisearch]
  const others = size <= LARGEST_FOR_ALL ? all : [meilisearch]
  const figures: Figure[] = []
  for (const make of others) {
    const other = await make(documents)
    if (other === null) {
      figures.push({
        id: `search-${size}/meilisearch`,
        value: null,
        bar: atMost(1),
        note: 'SKIPPED: no Meilisearch',
      })
      continue
    }
    try {
      for (const [kind, queries] of searchesByKind(new Date()))
        figures.push(await compare(`search-${size}-${kind}/${other.name}`, inside, other, queries))
    } finally {
      await other.stop()
    }
  }
  return figures
}

async function meilisearch(documents: readonly ServiceDocument[]): Promise<Contender | null> {
  const server = await startMeilisearch()
  if ('missing' in server) return null
  const keys = await createMeilisearchKeys(server.url, server.masterKey)
  const engine = createMeilisearchEngine({ url: server.url, ...keys, ...PATIENT })
  await engine.rebuild(documents)
  return engineContender('meilisearch', engine, () => server.stop())
}

/** The ratio of the two p95, pair by pair. */
async function compare(
  id: string,
  ours: Contender,
  other: Contender,
  queries: SearchQuery[],
): Promise<Figure> {
  const compared = await alternate(
    () => timesOf(ours, queries),
    () => timesOf(other, queries),
  )
  const value = medianRatio(compared, times => percentile(times, 95))
  const note = [ours, other]
    .map(({ name }, at) => {
      const all = (at === 0 ? compared.a : compared.b).flat()
      return `${name} median ${percentile(all, 50).toFixed(2)} ms, p95 ${percentile(all, 95).toFixed(2)} ms`
    })
    .join('; ')
  return { id, value, bar: atMost(1), note }
}

/** How long each search takes, one after the other. */
async function timesOf({ search }: Contender, queries: SearchQuery[]): Promise<number[]> {
  const times: number[] = []
  for (const query of queries) times.push(await steadyTime(() => search(query)))
  return times
}
