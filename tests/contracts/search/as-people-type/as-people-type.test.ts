import { afterAll, beforeAll, expect, it } from 'vitest'
import { pino } from 'pino'
import { seedDirectory } from '@db/seeds/demonstration/seed-directory'
import type { ServiceDocument } from '@search/document'
import { createInsideEngine } from '@search/inside/inside-engine'
import { createSearchService, type SearchService } from '@search/search-service'
import { createTestDatabase, type TestDatabase } from '@tests/support/database'
import { searchAsTyped } from '~/domain/directory/search-as-typed.server'
import { EMPTY_QUERY } from '~/domain/directory/search-query'
import { allDocuments } from '~/domain/index/service-document.server'
import { describeEngines } from '../contract-engines'
import { NOW } from '../make-document'
import { HELD_OUT } from './held-out'
import { judge } from './judge'
import { type DirectoryEntry, judgedServices } from './judged-services'
import { AS_PEOPLE_TYPE } from './lists'
import { AUDIENCE_OF, type TypedQuery } from './typed-query'

/** Of a hundred queries, as many must show what a person who knows the region would. */
const ENOUGH = 0.95

const log = pino({ level: 'silent' })
const documents: ServiceDocument[] = []
let database: TestDatabase
let services: Map<string, DirectoryEntry>

beforeAll(async () => {
  database = await createTestDatabase()
  await seedDirectory(database.owner, 'not a hash', NOW)
  services = await judgedServices(database.owner)
  for await (const document of allDocuments(database.app, () => NOW)) documents.push(document)
})
afterAll(() => database.drop())

await describeEngines('what people type', (make, name) => {
  let search: SearchService

  beforeAll(async () => {
    const inside = createInsideEngine()
    // Beside a Meilisearch the inside engine stays empty: nothing can be found by falling back on it.
    const meilisearch = name === 'meilisearch' ? make() : null
    await (meilisearch ?? inside).rebuild(documents)
    search = createSearchService({ inside, meilisearch, log, clock: () => NOW })
  })

  async function failuresOf(rows: readonly TypedQuery[]): Promise<string[]> {
    const failures: string[] = []
    for (const row of rows) {
      const answered = await typed(search, row)
      expect(answered.engine).toBe(name)
      const wrong = judge(row, answered.shown)
      if (wrong.length > 0) failures.push(report(row, wrong, answered))
    }
    return failures
  }

  it.each([
    ['looked at', AS_PEOPLE_TYPE],
    ['held out', HELD_OUT],
  ])('shows what a person who knows would, for the queries that are %s', async (which, rows) => {
    const failures = await failuresOf(rows)
    const said = `${failures.length} of ${rows.length} on ${name}, ${which}:\n${failures.join('\n')}`
    if (failures.length > 0) process.stdout.write(`\nNot what a person who knows would show: ${said}\n`)
    expect(1 - failures.length / rows.length, said).toBeGreaterThanOrEqual(ENOUGH)
  })
})

interface Answered {
  shown: DirectoryEntry[]
  /** How it was read, piece by piece, and what of it was given up. */
  read: string
  engine: string
}

/** What the page of the directory shows to whoever types this. */
async function typed(search: SearchService, { typed: words, by }: TypedQuery): Promise<Answered> {
  const asked = { audience: AUDIENCE_OF[by], now: NOW }
  const { answer, reading, step } = await searchAsTyped(search, { ...EMPTY_QUERY, words }, asked)
  const pieces = reading.parts.map(part => `${part.text}${step.dropped.includes(part) ? ' (given up)' : ''}`)
  return {
    shown: answer.hits.flatMap(({ id }) => services.get(id) ?? []),
    read: pieces.join(' · '),
    engine: answer.engine,
  }
}

function report({ typed: words, by }: TypedQuery, wrong: string[], { shown, read }: Answered): string {
  const five = shown
    .slice(0, 5)
    .map(({ name, kind, authorities }) => `${name} (${kind}, ${authorities.join(' ')})`)
  return [`“${words}” (${by}) read as ${read}`, ...wrong, ...five.map(each => `  ${each}`)].join('\n    ')
}
