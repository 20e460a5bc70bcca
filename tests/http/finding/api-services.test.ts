import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createKeyRing } from '@db/encryption/key-ring'
import { seedSmallWorld, type SmallWorld } from '@db/seeds/small'
import { createInsideEngine } from '@search/inside/inside-engine'
import { createSearchService } from '@search/search-service'
import { allDocuments } from '~/domain/index/service-document.server'
import { addService } from '../../factories/service'
import { createTestDatabase, type TestDatabase } from '../../support/database'
import { HOSTILE_QUERIES } from '../../support/forms/hostile'
import { passSecondFactor } from '../../support/sign-in'
import { postForm, type RunningTestServer, startTestServer, TEST_MASTER_KEY } from '../../support/server'

const NOW = new Date('2027-02-01T10:00:00Z')
const SILENT = { info: () => {}, warn: () => {}, error: () => {} }
const DURHAM = 'E06000047'
const PUBLIC_NAMES = ['Larch House', 'Larch Refuge', 'Rowan Flats', 'Rowan Hostel']
const engine = createInsideEngine()

/** What the published document says of an operation, as far as these tests read it. */
const Document = z.object({
  openapi: z.literal('3.1.0'),
  info: z.object({ title: z.string().min(1), version: z.string().min(1) }),
  servers: z.array(z.object({ url: z.url() })).min(1),
  paths: z.record(
    z.string().startsWith('/'),
    z.object({
      get: z.object({
        operationId: z.string(),
        parameters: z.array(
          z.object({
            name: z.string(),
            in: z.literal('query'),
            required: z.literal(false),
            description: z.string().min(10),
            schema: z.record(z.string(), z.unknown()),
          }),
        ),
        responses: z.record(
          z.string().regex(/^\d{3}$/),
          z.object({
            description: z.string().min(1),
            content: z.record(z.string(), z.object({ schema: z.object({ $ref: z.string() }) })).optional(),
          }),
        ),
      }),
    }),
  ),
  components: z.object({ schemas: z.record(z.string(), z.record(z.string(), z.unknown())) }),
})

type JsonSchema = Parameters<typeof z.fromJSONSchema>[0]

let database: TestDatabase
let server: RunningTestServer
let world: SmallWorld
let officer: string
let document: z.infer<typeof Document>

beforeAll(async () => {
  database = await createTestDatabase(NOW)
  world = await seedSmallWorld(database.owner, createKeyRing(TEST_MASTER_KEY), NOW)
  const { secondProvider } = world.organisations
  const hidden = { organisationId: secondProvider, name: 'Hazel Court', visibility: 'professionals' }
  await addService(database.owner, { ...hidden, authorities: [DURHAM] })
  await engine.rebuild(allDocuments(database.app, () => NOW))
  const search = createSearchService({ inside: engine, log: SILENT, clock: () => NOW })
  server = await startTestServer({ database, search, now: () => NOW })
  const fields = { email: world.emails.lowNewtonOfficer, password: world.password }
  const answer = await postForm(`${server.url}/sign-in`, fields)
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
  officer = await passSecondFactor(database.owner, cookie)
  document = Document.parse(await (await fetch(`${server.url}/api/v1/openapi.json`)).json())
}, 300_000)

afterAll(async () => {
  await server?.stop()
  await database?.drop()
})

describe('the services for programs, signed out', () => {
  it('holds what is public, a readable name and the address of each', async () => {
    const { results, ...answer } = await found('', '')
    expect(results.map(service => service.name)).toEqual(PUBLIC_NAMES)
    expect(answer).toMatchObject({ total: 4, page: 1, pageSize: 20, read: [] })
    const { hostel } = world.services
    expect(results[3]).toMatchObject({
      id: hostel,
      slug: `rowan-hostel-${hostel.slice(0, 8)}`,
      url: `/services/${hostel}`,
      kind: 'emergency',
    })
  })

  it('says how the words were read, and what was given up', async () => {
    const { read } = await found('q=hostel+in+Newcastle+zzgrub', '')
    expect(read).toEqual([
      { kind: 'fact', text: 'hostel', label: 'hostel', state: 'matched' },
      { kind: 'place', text: 'Newcastle', label: 'within 15 miles of Newcastle upon Tyne', state: 'matched' },
      { kind: 'words', text: 'zzgrub', label: '“zzgrub”', state: 'not_matched' },
    ])
  })

  it('says nothing of vacancies', async () => {
    const { results, facets } = await found('', '')
    expect(results.filter(service => 'vacancy' in service)).toEqual([])
    expect(Object.keys(facets)).toContain('kind')
    expect(Object.keys(facets)).not.toContain('confirmed')
  })

  it('shows where a service is and how far away, and of a confidential one neither', async () => {
    const { results } = await found('near=DH1&within=50', '')
    const refuge = results.find(service => service.name === 'Larch Refuge')
    expect(refuge).toMatchObject({ distanceMiles: null, authorities: [DURHAM] })
    expect(refuge).not.toHaveProperty('position')
    const hostel = results.find(service => service.name === 'Rowan Hostel')
    expect(Object.keys(hostel?.position ?? {})).toEqual(['lat', 'lng'])
    expect(hostel?.distanceMiles).toBeLessThan(50)
  })

  it('may not ask for vacancies', async () => {
    for (const asked of ['available-by=2027-03-01', 'confirmed=yes', 'sort=available']) {
      expect(await problems(asked, '')).toEqual([asked.split('=')[0]])
    }
  })

  it('may be kept for a minute, and need not be sent again unchanged', async () => {
    const { headers } = await ask('q=Larch', '')
    expect(headers.get('cache-control')).toBe('public, max-age=60')
    expect(headers.get('vary')).toContain('Cookie')
    const mark = headers.get('etag') ?? ''
    const again = await ask('q=Larch', '', { 'if-none-match': mark })
    expect([again.status, await again.text()]).toEqual([304, ''])
    expect((await ask('q=Rowan', '', { 'if-none-match': mark })).status).toBe(200)
  })

  it('is given to no page of another site', async () => {
    const { headers } = await ask('', '', { origin: 'https://elsewhere.example' })
    expect(headers.get('access-control-allow-origin')).toBeNull()
  })
})

describe('the services for programs, with a session', () => {
  it('holds services for professionals and what is free, kept by nobody', async () => {
    const { headers } = await ask('', officer)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('etag')).toBeNull()
    const { results, facets } = await found('', officer)
    expect(results.map(service => service.name).sort()).toEqual(['Hazel Court', ...PUBLIC_NAMES])
    const house = results.find(service => service.name === 'Larch House')
    expect(house?.vacancy).toMatchObject({ state: 'confirmed', freeNow: 3, on: null, freeOn: null })
    expect(facets.confirmed?.yes).toBeGreaterThan(0)
  })

  it('may ask for a day, and reads how many are free on it', async () => {
    const { results } = await found('available-by=2027-03-01&kind=supported_housing', officer)
    expect(results.map(service => service.vacancy?.on)).toEqual(results.map(() => '2027-03-01'))
    expect(results.length).toBeGreaterThan(0)
  })
})

describe('what is counted', () => {
  it('is how many services each value leaves when it is asked for', async () => {
    for (const cookie of ['', officer]) {
      const { facets } = await found('', cookie)
      const values = Object.entries(facets).flatMap(([name, counts]) =>
        Object.entries(counts ?? {}).map(([value, count]) => ({ asked: `${name}=${value}`, count })),
      )
      expect(values.length).toBeGreaterThan(8)
      for (const { asked, count } of values) {
        expect({ asked, count: (await found(asked, cookie)).total }).toEqual({ asked, count })
      }
    }
  })
})

describe('a search that makes no sense', () => {
  it('is told everything that is wrong with it, and is kept by nobody', async () => {
    const answer = await ask('kind=castle&page=0&colour=red', '')
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      422,
      'application/problem+json; charset=utf-8',
    ])
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(await problems('kind=castle&page=0&colour=red', '')).toEqual(['kind', 'page', 'colour'])
  })

  const LETTERS = [
    '"',
    "'",
    '((((',
    'a OR b AND -c',
    '*',
    '%',
    '\u0000',
    '🙂'.repeat(50),
    '\u202Eabc',
    '\uD83D',
  ]
  const LONG = ['x'.repeat(5_000), 'ab '.repeat(60), '{"$ne":1}', '../../etc/passwd', '1 = 1', '<script>']

  it('is never a failure of ours, whatever is sent in whichever parameter', async () => {
    const names = [...documented().map(parameter => parameter.name), 'colour', '__proto__', 'q[]']
    const seen = new Set<number>()
    for (const name of names) {
      for (const value of [...LETTERS, ...LONG]) {
        const asked = new URLSearchParams([[name, value]]).toString()
        const answer = await ask(asked, '')
        seen.add(answer.status)
        check(answer.status, await answer.json())
      }
    }
    for (const asked of HOSTILE_QUERIES) seen.add((await ask(asked, officer)).status)
    expect([...seen].sort()).toEqual([200, 422])
  }, 120_000)
})

describe('the document of what may be asked', () => {
  it('describes the address, and a schema for everything it refers to', () => {
    expect(Object.keys(document.paths)).toEqual(['/api/v1/services'])
    expect(Object.keys(operation().responses)).toEqual(['200', '304', '422', '503'])
    const names = Object.keys(document.components.schemas)
    const referred = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(
      ref => ref[1],
    )
    expect(referred.length).toBeGreaterThan(2)
    expect(referred.filter(name => !names.includes(name ?? ''))).toEqual([])
  })

  it('names the parameters that are asked by, and each is taken as it says', async () => {
    expect(documented().map(parameter => parameter.name)).toEqual(
      'q kind pathway authority for women-only children couples from-prison complex-needs wheelchair support delivered-in prison rotl available-by confirmed near within sort page'.split(
        ' ',
      ),
    )
    for (const { name, schema } of documented()) {
      const near = name === 'within' ? '&near=NE1' : ''
      for (const value of allowed(name, schema)) {
        const answer = await ask(`${name}=${encodeURIComponent(value)}${near}`, officer)
        expect(`${name}=${value} ${answer.status}`).toBe(
          `${name}=${value} ${value === 'distance' ? 422 : 200}`,
        )
      }
    }
  }, 60_000)
})

/** Values that the document says a parameter takes. */
function allowed(name: string, schema: Record<string, unknown>): string[] {
  const items = (schema.items ?? schema) as {
    enum?: string[]
    const?: string
    minimum?: number
    maximum?: number
  }
  if (items.enum) return items.enum
  if (items.const) return [items.const]
  if (items.minimum !== undefined) return [String(items.minimum), String(items.maximum)]
  return { q: ['bed'], near: ['Sunderland'], 'available-by': ['2027-03-01'] }[name] ?? []
}

function operation() {
  const get = document.paths['/api/v1/services']?.get
  if (!get) throw new Error('The document does not describe the services')
  return get
}

function documented() {
  return operation().parameters
}

function ask(query: string, cookie: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${server.url}/api/v1/services?${query}`, {
    headers: { cookie, ...headers },
    redirect: 'manual',
  })
}

/** Holds an answer to the schema that the document publishes for its status. */
function check(status: number, answer: unknown): void {
  const content = Object.values(operation().responses[status]?.content ?? {})[0]
  if (!content) throw new Error(`${status} is in no document`)
  const published = JSON.stringify({ $defs: document.components.schemas, ...content.schema })
  const schema = JSON.parse(published.replaceAll('#/components/schemas/', '#/$defs/')) as JsonSchema
  const read = z.fromJSONSchema(schema).safeParse(answer)
  expect(read.error?.issues ?? []).toEqual([])
}

interface Found {
  total: number
  read: unknown[]
  results: ({
    id: string
    name: string
    vacancy?: { on: string | null; freeNow: number | null } | null
  } & Record<string, unknown>)[]
  facets: Record<string, Record<string, number>>
}

async function found(query: string, cookie: string): Promise<Found> {
  const answer = await ask(query, cookie)
  const json = (await answer.json()) as Found
  expect(answer.status).toBe(200)
  check(200, json)
  return json
}

/** The parameters that a search was told were wrong, in order. */
async function problems(query: string, cookie: string): Promise<string[]> {
  const answer = await ask(query, cookie)
  const json = (await answer.json()) as { errors: { parameter: string }[] }
  expect(answer.status).toBe(422)
  check(422, json)
  return json.errors.map(error => error.parameter)
}
