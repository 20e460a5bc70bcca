import type { ServiceDocument } from '@search/document'
import { createInsideEngine } from '@search/inside/inside-engine'
import { createMeilisearchEngine } from '@search/meilisearch/meilisearch-engine'
import { createMeilisearchKeys } from '@search/meilisearch/meilisearch-keys'
import type { TestDatabase } from '@tests/support/database'
import { startMeilisearch } from '@tests/support/meilisearch'
import { allDocuments } from '~/domain/index/service-document.server'
import { benchAbsence } from './absence'
import { benchAsTyped } from './as-typed'
import { compareEngines, fill } from './engine-time'
import { benchEngines } from './engines'
import { atMost, type Figure } from './figure'
import type { Ground } from './ground'
import { benchServerTime } from './server-time'

const FEW = 600
const MANY = 6_000
const VERY_MANY = 60_000
const SEED = Number(process.env.BENCH_SEED ?? 20_261_122)

/** What ten times the services do to a search, what becomes of it without Meilisearch, and how others search: the short ones first. */
export const SEARCHES: ((ground: Ground) => Promise<Figure[]>)[] = [
  ground => ground.withDemonstration(async database => [await benchInside(database)]),
  ground =>
    ground.withDemonstration(async database =>
      benchAsTyped({ originals: await documentsOf(database), count: MANY, seed: SEED }),
    ),
  ground => ground.withDemonstration(async database => [await benchServerTime(ground, database)]),
  ground => ground.withDemonstration(benchAbsence),
  ground =>
    ground.withDemonstration(async database =>
      benchEngines({
        originals: await documentsOf(database),
        seed: SEED,
        url: ground.superuserUrl(database),
      }),
    ),
]

/** Meilisearch with a hundred times the services of a region, reported without a bar. */
export async function benchMeilisearch(ground: Ground): Promise<Figure[]> {
  const id = 'search-meilisearch-60000/6000'
  const server = await startMeilisearch()
  if ('missing' in server) return [{ id, value: null, bar: null, note: 'SKIPPED: no Meilisearch' }]
  const other = await startMeilisearch()
  try {
    if ('missing' in other) throw new Error(other.missing)
    const originals = await ground.withDemonstration(documentsOf)
    const engineAt = async ({ url, masterKey }: { url: string; masterKey: string }) =>
      createMeilisearchEngine({ url, ...(await createMeilisearchKeys(url, masterKey)) })
    const large = await fill(await engineAt(server), { originals, count: VERY_MANY, seed: SEED })
    const small = await fill(await engineAt(other), { originals, count: MANY, seed: SEED })
    return [await compareEngines(id, large, small, null)]
  } finally {
    await server.stop()
    if (!('missing' in other)) await other.stop()
  }
}

/** The engine inside the process, alone: it passes over every service that may be counted. */
async function benchInside(database: TestDatabase): Promise<Figure> {
  console.log(`  synthetic services from seed ${SEED} (BENCH_SEED gives another)`)
  const originals = await documentsOf(database)
  const large = await fill(createInsideEngine(), { originals, count: MANY, seed: SEED })
  const small = await fill(createInsideEngine(), { originals, count: FEW, seed: SEED })
  return compareEngines('search-inside-engine-6000/600', large, small, atMost(1.5))
}

async function documentsOf({ app }: TestDatabase): Promise<ServiceDocument[]> {
  const documents: ServiceDocument[] = []
  for await (const document of allDocuments(app, () => new Date())) documents.push(document)
  return documents
}
