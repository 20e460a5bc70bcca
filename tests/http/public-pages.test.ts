import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createKeyRing } from '@db/encryption/key-ring'
import { seedSmallWorld, type SmallWorld } from '@db/seeds/small'
import { createInsideEngine } from '@search/inside/inside-engine'
import { createSearchService } from '@search/search-service'
import { allDocuments } from '~/domain/index/service-document.server'
import { createTestDatabase, type TestDatabase } from '../support/database'
import { postForm, type RunningTestServer, startTestServer, TEST_MASTER_KEY } from '../support/server'

const SILENT = { info: () => {}, warn: () => {}, error: () => {} }
const engine = createInsideEngine()

let now = new Date('2027-02-01T10:00:00Z')
let database: TestDatabase
let server: RunningTestServer
let world: SmallWorld
const OFFICER = 'officer.lownewton@small.example.org'
let phones = 500

beforeAll(async () => {
  database = await createTestDatabase(now)
  world = await seedSmallWorld(database.owner, createKeyRing(TEST_MASTER_KEY), now)
  await engine.rebuild(allDocuments(database.app, () => now))
  const search = createSearchService({ inside: engine, log: SILENT, clock: () => now })
  server = await startTestServer({ database, search, now: () => now, remembersPublicPages: true })
}, 300_000)
afterAll(async () => {
  await server?.stop()
  await database?.drop()
})

/** Every test begins two minutes later, with nothing in memory that still counts. */
beforeEach(() => {
  now = new Date(now.getTime() + 120_000)
})

describe('a public page that was just made', () => {
  it('is answered from memory, under a nonce of its own', async () => {
    const first = await get('/services')
    await giveHostelANewPhone()
    const second = await get('/services')
    expect(second.nonce).not.toBe(first.nonce)
    expect(second.body).toBe(first.body.replaceAll(first.nonce, second.nonce))
    expect(second.body).toContain(`nonce="${second.nonce}"`)
    expect(second.contentType).toBe('text/html; charset=utf-8')
  })

  it.each(['/services?page=1&sort=fit&more=kind', '/services?q=&near=&for=men'])(
    'is kept where its address holds filters, an order and a page alone: %s',
    async address => {
      const first = await get(address)
      const phone = await giveHostelANewPhone()
      const second = await get(address)
      expect(second.body).toBe(first.body.replaceAll(first.nonce, second.nonce))
      now = new Date(now.getTime() + 61_000)
      expect((await get(address)).body).toContain(phone)
    },
  )

  it('is made anew once the services in the index have changed', async () => {
    await get('/services')
    const phone = await giveHostelANewPhone()
    await engine.rebuild(allDocuments(database.app, () => now))
    expect((await get('/services')).body).toContain(phone)
  })

  it('is made anew after a minute, and on another day', async () => {
    const page = `/services/${world.services.hostel}`
    await get(page)
    const phone = await giveHostelANewPhone()
    now = new Date(now.getTime() + 59_000)
    expect((await get(page)).body).not.toContain(phone)
    now = new Date(now.getTime() + 2_000)
    expect((await get(page)).body).toContain(phone)

    now = new Date('2027-02-02T23:59:50Z')
    await get(page)
    const tomorrow = await giveHostelANewPhone()
    now = new Date('2027-02-03T00:00:05Z')
    expect((await get(page)).body).toContain(tomorrow)
  })
})

describe('the directory for somebody signed in', () => {
  it('is answered from memory to her session alone, while nothing in the index changed', async () => {
    const [hers, again] = await Promise.all([server.signIn(OFFICER), server.signIn(OFFICER)])
    const first = await get('/services?women-only=yes', { cookie: hers })
    const phone = await giveHostelANewPhone()
    const second = await get('/services?women-only=yes', { cookie: hers })
    expect(second.body).toBe(first.body.replaceAll(first.nonce, second.nonce))
    expect(second.headers.get('cache-control')).toBe('no-store')
    expect((await get('/services?women-only=yes', { cookie: again })).body).not.toBe(first.body)
    await engine.rebuild(allDocuments(database.app, () => now))
    expect((await get('/services', { cookie: hers })).body).toContain(phone)
  })

  it('is nobody’s once she signed out, and leaves what is said once alone', async () => {
    const cookie = await server.signIn(OFFICER)
    await get('/services', { cookie })
    const phone = await giveHostelANewPhone()
    expect((await get('/services', { cookie: `${cookie}; said=x` })).body).toContain(phone)
    await postForm(`${server.url}/sign-out`, {}, { cookie })
    expect((await get('/services', { cookie })).body).not.toContain('Sign out')
  })
})

describe('what is never kept', () => {
  it.each([
    '/services?print=all',
    '/services?utm_source=x',
    '/services?kind=&x=1',
    '/services?by=2027-03-01',
  ])(
    'is a whole list to print, nor a page whose address holds what no filter is called: %s',
    async address => {
      await get(address)
      const phone = await giveHostelANewPhone()
      expect((await get(address)).body).toContain(phone)
    },
  )

  it('is a page of a service with anything behind its address', async () => {
    const address = `/services/${world.services.hostel}?x=1`
    await get(address)
    const phone = await giveHostelANewPhone()
    expect((await get(address)).body).toContain(phone)
  })

  it('is a page with words or a place typed, one for somebody with a cookie, and one that is not there', async () => {
    for (const [address, headers] of [
      ['/services?q=hostel', {}],
      ['/services?near=Durham', {}],
      ['/services', { cookie: 'other=1' }],
    ] as const) {
      await get(address, headers)
      const phone = await giveHostelANewPhone()
      expect((await get(address, headers)).body, address).toContain(phone)
    }
    expect((await get('/services/00000000-0000-4000-8000-000000000000')).status).toBe(404)
  })
})

async function get(path: string, headers: Record<string, string> = {}) {
  const answer = await fetch(server.url + path, { headers })
  const policy = answer.headers.get('content-security-policy') ?? ''
  return {
    status: answer.status,
    headers: answer.headers,
    contentType: answer.headers.get('content-type'),
    nonce: /'nonce-([^']+)'/.exec(policy)?.[1] ?? '',
    body: await answer.text(),
  }
}

/** In the database alone: the index hears of it when a test tells it. */
async function giveHostelANewPhone(): Promise<string> {
  phones += 1
  const phone = `0191 498 ${String(phones).padStart(4, '0')}`
  await database.owner.updateTable('service').set({ phone }).where('id', '=', world.services.hostel).execute()
  return phone
}
