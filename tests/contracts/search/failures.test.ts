import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createInsideEngine } from '@search/inside/inside-engine'
import { createMeilisearchEngine } from '@search/meilisearch/meilisearch-engine'
import type { MeilisearchKeys } from '@search/meilisearch/meilisearch-keys'
import { searchQuery } from '@search/search-query'
import { createSearchService } from '@search/search-service'
import { describeMeilisearch } from './contract-engines'
import { DAY, makeDocument, NOW } from './make-document'

const query = searchQuery({ audience: 'professional', now: NOW, today: DAY, words: 'alder ' })
const servers: Server[] = []

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

/** A server that answers everything the same way, and how often it was asked. */
async function serve(listener: RequestListener): Promise<{ url: string; asked: () => number }> {
  let asked = 0
  const server = createServer((request, response) => {
    asked += 1
    listener(request, response)
  }).listen(0, '127.0.0.1')
  servers.push(server)
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('No port')
  return { url: `http://127.0.0.1:${address.port}`, asked: () => asked }
}

/** The search service over a Meilisearch at a URL, with one service in the inside engine, and a clock that can be set. */
async function serviceOver(url: string, keys: MeilisearchKeys = { searchKey: 'none', writeKey: 'none' }) {
  const inside = createInsideEngine()
  await inside.index([makeDocument('Alder')])
  const log: string[] = []
  const note = (fields: object) => void log.push(JSON.stringify(fields))
  let now = NOW
  const service = createSearchService({
    inside,
    meilisearch: createMeilisearchEngine({ url, ...keys }),
    log: { info: note, warn: note, error: note },
    clock: () => now,
  })
  return { service, log, later: (ms: number) => (now = new Date(now.getTime() + ms)) }
}

const BROKEN: [string, RequestListener, string][] = [
  [
    'returns 502 in HTML',
    (_, response) => response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad gateway</h1>'),
    'SyntaxError',
  ],
  [
    'refuses the key',
    (_, response) =>
      response
        .writeHead(401, { 'content-type': 'application/json' })
        .end('{"message":"","code":"missing_authorization_header","type":"auth","link":""}'),
    'MeilisearchApiError missing_authorization_header 401',
  ],
  ['hangs', () => undefined, 'MeilisearchRequestError'],
  ['cuts the connection', request => request.socket.destroy(), 'MeilisearchRequestError'],
  ['answers something else', (_, response) => response.end('{"results":[{"hits":"none"}]}'), 'ZodError'],
]

describe('a Meilisearch that fails', () => {
  it.each(BROKEN)('is replaced by the inside engine when it %s', async (_, listener, reason) => {
    const { url, asked } = await serve(listener)
    const { service, log } = await serviceOver(url)
    const answer = await service.search(query)
    expect(answer).toMatchObject({ total: 1, engine: 'inside', degraded: true })
    expect(log).toHaveLength(1)
    expect(log[0]).toContain(reason)
    expect(log[0]).not.toContain('alder')

    const askedBefore = asked()
    expect(await service.search(query)).toMatchObject({ engine: 'inside', degraded: true })
    expect(await service.suggest('ald', 'public')).toHaveLength(1)
    expect(await service.counts([query, { ...query, words: 'birch ' }])).toEqual([1, 0])
    expect(asked()).toBe(askedBefore)
  })

  it('is replaced when nobody listens at its address', async () => {
    const { url } = await serve(() => undefined)
    servers.splice(0).forEach(server => server.close())
    const { service } = await serviceOver(url)
    expect(await service.search(query)).toMatchObject({ total: 1, engine: 'inside', degraded: true })
    expect(await service.health()).toMatchObject({ degraded: true, meilisearch: { ok: false } })
  })

  it('is not mourned when none is configured', async () => {
    const inside = createInsideEngine()
    const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined }
    const service = createSearchService({ inside, log: quiet, clock: () => NOW })
    expect(await service.search(query)).toMatchObject({ engine: 'inside', degraded: false })
  })
})

await describeMeilisearch('coming back', (live, keys) => {
  beforeAll(async () => {
    const engine = createMeilisearchEngine({ url: live.url, ...keys })
    await engine.rebuild([makeDocument('Alder'), makeDocument('Alder two')])
  })

  it('answers again after the breaker has waited, without anybody waiting for it', async () => {
    const { service, later } = await serviceOver(live.url, keys)
    expect(await service.search(query)).toMatchObject({ total: 2, engine: 'meilisearch', degraded: false })

    live.signal('SIGSTOP')
    expect(await service.search(query)).toMatchObject({ total: 1, engine: 'inside', degraded: true })
    live.signal('SIGCONT')
    expect(await service.search(query)).toMatchObject({ engine: 'inside' })

    later(2_000)
    await expect
      .poll(async () => (await service.search(query)).engine, { timeout: 10_000 })
      .toBe('meilisearch')
  })

  it('lets a key do only what it is for', async () => {
    const { searchKey, writeKey } = keys
    const swapped = createMeilisearchEngine({ url: live.url, searchKey: writeKey, writeKey: searchKey })
    await expect(swapped.index([makeDocument('Birch')])).rejects.toThrow()
    await expect(swapped.search(query)).rejects.toThrow()
  })

  it('does not open the breaker for a search it finds wrong', async () => {
    const { service } = await serviceOver(live.url, keys)
    const wrong = searchQuery({ ...query, box: { south: Number.NaN, west: 0, north: 1, east: 1 } })
    expect(await service.search(wrong)).toMatchObject({ engine: 'inside', degraded: true })
    expect(await service.search(query)).toMatchObject({ engine: 'meilisearch', degraded: false })
  })
})
