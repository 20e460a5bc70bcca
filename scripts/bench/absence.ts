import { setTimeout as delay } from 'node:timers/promises'
import { pino } from 'pino'
import { createMeilisearchEngine } from '@search/meilisearch/meilisearch-engine'
import { createMeilisearchKeys } from '@search/meilisearch/meilisearch-keys'
import type { TestDatabase } from '@tests/support/database'
import { startMeilisearch, type TestMeilisearch } from '@tests/support/meilisearch'
import { followSearch } from '~/server/work/follow-search'
import { type ChildServer, startService } from './child-server'
import { atMost, type Figure } from './figure'
import { type Load, load } from './load'
import { alternate, median, medianRatio } from './measure'
import { SEARCH_PAGE, SEARCHER } from './pages'

const REQUESTS = 100
const KILLED_AFTER_MS = 1_000
const SEARCHED = `${SEARCH_PAGE}?q=supported+housing`

/** The search page of one service whose Meilisearch was killed under load, against one whose Meilisearch lives. */
export async function benchAbsence(database: TestDatabase): Promise<Figure[]> {
  const engines = [await startMeilisearch(), await startMeilisearch()]
  try {
    const [dying, living] = engines.flatMap(engine => ('missing' in engine ? [] : [engine]))
    if (!dying || !living) {
      return [{ id: 'search-dead-p95', value: null, bar: atMost(3), note: 'SKIPPED: no Meilisearch' }]
    }
    const servers = [await serviceOn(database, dying), await serviceOn(database, living)] as const
    try {
      return await compare(...servers, dying)
    } finally {
      await Promise.all(servers.map(server => server.stop()))
    }
  } finally {
    for (const engine of engines) if (!('missing' in engine)) await engine.stop()
  }
}

async function serviceOn(database: TestDatabase, { url, masterKey }: TestMeilisearch): Promise<ChildServer> {
  const keys = await createMeilisearchKeys(url, masterKey)
  const engine = createMeilisearchEngine({ url, ...keys })
  const log = pino({ level: 'silent' })
  await followSearch({
    db: database.app,
    url: database.urls.app,
    engine,
    log,
    clock: () => new Date(),
  }).rebuild()
  return startService(database, {
    MEILISEARCH_URL: url,
    MEILISEARCH_SEARCH_KEY: keys.searchKey,
    MEILISEARCH_WRITE_KEY: keys.writeKey,
  })
}

async function compare(dead: ChildServer, alive: ChildServer, dying: TestMeilisearch): Promise<Figure[]> {
  const [deadCookie, aliveCookie] = [await dead.signIn(SEARCHER), await alive.signIn(SEARCHER)]
  const underLoad = load(dead.url + SEARCHED, REQUESTS * 2, deadCookie)
  await delay(KILLED_AFTER_MS)
  dying.signal('SIGKILL')
  const dies = await underLoad
  const compared = await alternate(
    () => load(dead.url + SEARCHED, REQUESTS, deadCookie),
    () => load(alive.url + SEARCHED, REQUESTS, aliveCookie),
  )
  const [away, there] = [compared.a, compared.b].map(loads => median(loads.map(each => each.p95)).toFixed(1))
  const note = `p95 ${away} ms dead, ${there} ms alive`
  const p95 = (each: Load) => each.p95
  const failures = [dies, ...compared.a].reduce((sum, each) => sum + each.failures, 0)
  const counted = 'answers other than 2xx while it was killed and dead'
  return [
    { id: 'search-dead-p95', value: medianRatio(compared, p95), bar: atMost(3), note },
    { id: 'search-dead-failures', value: failures, bar: atMost(0), note: counted },
  ]
}
