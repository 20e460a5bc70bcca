import { setTimeout as delay } from 'node:timers/promises'
import { pino } from 'pino'
import { accountViewer } from '@db/seeds/demonstration/viewers'
import type { SignedInViewer } from '@db/viewer'
import { createInsideEngine } from '@search/inside/inside-engine'
import { createMeilisearchEngine } from '@search/meilisearch/meilisearch-engine'
import { createMeilisearchKeys } from '@search/meilisearch/meilisearch-keys'
import type { SearchEngine } from '@search/search-engine'
import { searchQuery } from '@search/search-query'
import type { TestDatabase } from '@tests/support/database'
import { startMeilisearch } from '@tests/support/meilisearch'
import { loadDocuments } from '~/domain/index/service-document.server'
import { londonDay } from '~/domain/time/calendar'
import { setBeds } from '~/domain/vacancy/count/set-beds.server'
import { setFreeCount } from '~/domain/vacancy/count/set-count.server'
import { followSearch } from '~/server/work/follow-search'
import { atMost, type Figure } from './figure'
import { domainOn, type Ground } from './ground'
import { median, medianRatio, percentile, timed } from './measure'
import { newForm } from './referrals-ready'

const SAVES = 60
const GIVE_UP_MS = 10_000

/** From pressing Save on "3 free now" until a search for a free bedspace finds the service, with the follower running. */
export async function benchFreshness(ground: Ground): Promise<Figure[]> {
  return ground.withDemonstration(async database => {
    const inside = await measureEngine(database, 'inside', createInsideEngine())
    const names = await measureNames(database, createInsideEngine())
    return [...inside.slice(0, 1), names, ...(await benchMeilisearch(database))]
  })
}

async function benchMeilisearch(database: TestDatabase): Promise<Figure[]> {
  const server = await startMeilisearch()
  if ('missing' in server) {
    return [{ id: 'freshness-meilisearch-p95', value: null, bar: atMost(2), note: 'SKIPPED: no Meilisearch' }]
  }
  try {
    const keys = await createMeilisearchKeys(server.url, server.masterKey)
    const engine = createMeilisearchEngine({ url: server.url, ...keys })
    return await measureEngine(database, 'meilisearch', engine)
  } finally {
    await server.stop()
  }
}

async function measureEngine(database: TestDatabase, name: string, engine: SearchEngine): Promise<Figure[]> {
  const { app: db, urls } = database
  const log = pino({ level: 'silent' })
  const follower = followSearch({ db, url: urls.app, engine, log, clock: () => new Date() })
  await follower.start()
  try {
    const viewer = accountViewer('worker.saltpan@example.org')
    const service = await countedService(database, viewer)
    const beds = { serviceId: service.id, group: 'any', beds: 40 } as const
    await setBeds(domainOn(database), viewer, beds, newForm())
    const waits: number[] = []
    const tasks: number[] = []
    for (let save = 0; save <= SAVES; save += 1) {
      const wait = await timed(() => saveAndFind(database, viewer, engine, service, save % 2 === 0 ? 0 : 3))
      const documents = await loadDocuments(db, [service.id], new Date())
      const task = await timed(() => engine.index(documents))
      if (save === 0) continue
      waits.push(wait)
      tasks.push(task)
    }
    return figures(name, waits, tasks)
  } finally {
    await follower.stop()
  }
}

/** From saving a service's new name until a search for it finds the service. */
async function measureNames(database: TestDatabase, engine: SearchEngine): Promise<Figure> {
  const { app: db, owner, urls } = database
  const clock = () => new Date()
  const follower = followSearch({ db, url: urls.app, engine, log: pino({ level: 'silent' }), clock })
  await follower.start()
  try {
    const service = await countedService(database, accountViewer('worker.saltpan@example.org'))
    const waits: number[] = []
    for (let save = 0; save <= SAVES; save += 1) {
      // No word of it is like the one before.
      const name = `Quillby ${'abcdefghij'[save % 10]?.repeat(4)}${'klmnopqrst'[Math.floor(save / 10)]?.repeat(4)}`
      const wait = await timed(async () => {
        await owner.updateTable('service').set({ name }).where('id', '=', service.id).execute()
        await untilFound(engine, { id: service.id, name })
      })
      if (save > 0) waits.push(wait)
    }
    const note = `median ${median(waits).toFixed(0)} ms over ${SAVES} names, engine inside`
    return { id: 'freshness-name-p95', value: percentile(waits, 95) / 1000, unit: 's', bar: atMost(2), note }
  } finally {
    await follower.stop()
  }
}

async function untilFound(engine: SearchEngine, { id, name }: { id: string; name: string }): Promise<void> {
  const giveUpAt = Date.now() + GIVE_UP_MS
  const now = new Date()
  const query = searchQuery({ words: `"${name}"`, audience: 'professional', now, today: londonDay(now) })
  const isThere = async () => {
    const answer = await engine.search(query).catch(() => null)
    return answer?.hits[0]?.id === id && answer.total === 1
  }
  while (!(await isThere())) {
    if (Date.now() > giveUpAt) throw new Error('The new name was not found in time')
    await delay(2)
  }
}

function figures(name: string, waits: readonly number[], tasks: readonly number[]): Figure[] {
  const p95 = percentile(waits, 95)
  const note = `median ${median(waits).toFixed(0)} ms, p95 ${p95.toFixed(0)} ms, the engine’s own task ${median(tasks).toFixed(1)} ms`
  return [
    { id: `freshness-${name}-p95`, value: p95 / 1000, unit: 's', bar: atMost(2), note },
    {
      id: `freshness-${name}/task`,
      value: medianRatio({ a: [...waits], b: [...tasks] }, ms => ms),
      bar: atMost(3),
      note,
    },
  ]
}

/** Saves that so many are free now and asks the engine until it says the same. */
async function saveAndFind(
  database: TestDatabase,
  viewer: SignedInViewer,
  engine: SearchEngine,
  service: { id: string; name: string },
  free: number,
): Promise<void> {
  const giveUpAt = Date.now() + GIVE_UP_MS
  const saved = await setFreeCount(domainOn(database), viewer, { serviceId: service.id, free }, newForm())
  if (!saved.ok) throw new Error(`Saving was refused: ${saved.reason}`)
  const shouldBeFound = free > 0
  while ((await isFound(engine, service)) !== shouldBeFound) {
    if (Date.now() > giveUpAt) throw new Error('What was saved was not found in time')
    await delay(2)
  }
}

/** Null when the engine did not answer in its time: then it is asked again. */
async function isFound(
  engine: SearchEngine,
  { id, name }: { id: string; name: string },
): Promise<boolean | null> {
  const now = new Date()
  const asked = { words: name, vacancy: 'now', audience: 'professional', now, today: londonDay(now) } as const
  const query = searchQuery(asked)
  const answer = await engine.search(query).catch(() => null)
  return answer && answer.hits.some(hit => hit.id === id)
}

/** A service whose provider keeps a count, not a list of rooms. */
async function countedService({ owner }: TestDatabase, { organisationId }: SignedInViewer) {
  const found = await owner
    .selectFrom('service')
    .innerJoin('bedspace', 'bedspace.serviceId', 'service.id')
    .select(['service.id', 'service.name'])
    .where('service.organisationId', '=', organisationId)
    .groupBy(['service.id', 'service.name'])
    .having(all => all.fn.agg<boolean>('bool_and', [all.eb('bedspace.named', '=', false)]), '=', true)
    .executeTakeFirst()
  if (!found) throw new Error('The demonstration has no service that keeps a count')
  return found
}
