import { afterAll, beforeAll, expect, it } from 'vitest'
import { seedDirectory } from '@db/seeds/demonstration/seed-directory'
import { searchableTexts, type ServiceDocument } from '@search/document'
import { createInsideEngine } from '@search/inside/inside-engine'
import { createMeilisearchEngine } from '@search/meilisearch/meilisearch-engine'
import type { SearchEngine } from '@search/search-engine'
import { forgivenTypos } from '@search/typo-distance'
import { tokenise } from '@search/tokens'
import { createTestDatabase, type TestDatabase } from '@tests/support/database'
import { allDocuments } from '~/domain/index/service-document.server'
import { ask } from './ask'
import { describeMeilisearch, PATIENT } from './contract-engines'
import { NOW } from './make-document'
import { seededRandom } from './seeded-random'

const SEED = Number(process.env.SEARCH_SEED ?? 20261202)
const QUERIES = 150

let database: TestDatabase
const documents: ServiceDocument[] = []

beforeAll(async () => {
  database = await createTestDatabase()
  await seedDirectory(database.owner, 'not a hash', NOW)
  for await (const document of allDocuments(database.app, () => NOW)) documents.push(document)
})
afterAll(() => database.drop())

await describeMeilisearch(`the demonstration world, seed ${SEED}`, ({ url }, keys) => {
  async function enginesWith(
    typoTolerance: boolean,
  ): Promise<Record<'inside' | 'meilisearch', SearchEngine>> {
    const inside = createInsideEngine({ typoTolerance })
    const meilisearch = createMeilisearchEngine({ url, ...keys, ...PATIENT, typoTolerance })
    await inside.rebuild(documents)
    await meilisearch.rebuild(documents)
    return { inside, meilisearch }
  }

  it('gives the same hits on both engines for correct words and prefixes, typos off', async () => {
    const { inside, meilisearch } = await enginesWith(false)
    const random = seededRandom(SEED)
    const different: object[] = []
    for (let count = 0; count < QUERIES; count += 1) {
      const words = correctQuery(random)
      const [ours, theirs] = [await idsOf(inside, words), await idsOf(meilisearch, words)]
      if (ours.join() !== theirs.join()) different.push({ words, ours: ours.length, theirs: theirs.length })
    }
    expect(different).toEqual([])
  })

  it('gives the same facet counts on both engines, whatever is ticked', async () => {
    const { inside, meilisearch } = await enginesWith(false)
    const random = seededRandom(SEED)
    for (let count = 0; count < 40; count += 1) {
      const model = random.pick(documents)
      const facets = {
        kind: [model.kind],
        ...(random.chance(0.5) ? { authority: model.authorities.slice(0, 2) } : {}),
        ...(random.chance(0.5) ? { womenOnly: [model.womenOnly ? 'yes' : 'no'] } : {}),
      }
      const vacancy = random.chance(0.3) ? ('now' as const) : null
      const [ours, theirs] = [
        await ask(inside, { facets, vacancy }),
        await ask(meilisearch, { facets, vacancy }),
      ]
      expect(theirs.facets).toEqual(ours.facets)
      expect(theirs.vacancies).toEqual(ours.vacancies)
      expect(theirs.hits.map(hit => hit.id)).toEqual(ours.hits.map(hit => hit.id))
    }
  })

  it('finds the expected service among the first five on both engines with one word mistyped', async () => {
    const engines = await enginesWith(true)
    const random = seededRandom(SEED)
    const missed: object[] = []
    for (let count = 0; count < QUERIES / 3; count += 1) {
      const { document, words } = mistypedQuery(random)
      for (const [name, engine] of Object.entries(engines)) {
        const { hits } = await ask(engine, { words })
        const found = hits.findIndex(hit => hit.id === document.id)
        const better = hits.slice(0, found).filter(hit => sameName(hit.id, document)).length
        if (found === -1 || found - better >= 5) missed.push({ name, words, wanted: document.name, found })
      }
    }
    expect(missed).toEqual([])
  })
})

type Random = ReturnType<typeof seededRandom>

/** One to three words of one service, the last perhaps cut to a prefix of three letters or more. */
function correctQuery(random: Random): string {
  const words = wordsIn(searchableTexts(random.pick(documents)).join('. '))
  const picked = Array.from({ length: random.whole(1, 3) }, () => random.pick(words))
  const last = picked.at(-1) ?? ''
  if (last.length <= 3 || random.chance(0.5)) return `${picked.join(' ')} `
  return [...picked.slice(0, -1), last.slice(0, random.whole(3, last.length))].join(' ')
}

/** A service's name and provider, one letter of one long word dropped: what that word is forgiven. */
function mistypedQuery(random: Random): { document: ServiceDocument; words: string } {
  const document = random.pick(documents)
  const words = wordsIn(`${document.name}. ${document.provider}. ${document.authorityNames.join('. ')}`)
  const long = words.filter(word => forgivenTypos(word.slice(1)) > 0 && /^[a-z]+$/.test(word))
  const wrong = random.pick(long.length > 0 ? long : words)
  const at = random.whole(1, wrong.length - 1)
  const mistyped = words.map(word => (word === wrong ? word.slice(0, at) + word.slice(at + 1) : word))
  return { document, words: `${[...new Set(mistyped)].slice(0, 8).join(' ')} ` }
}

function wordsIn(text: string): string[] {
  return tokenise(text)
    .map(token => token.word)
    .filter(word => word.length >= 3)
}

async function idsOf(engine: SearchEngine, words: string): Promise<string[]> {
  const { hits } = await ask(engine, { words, all: true })
  return hits.map(hit => hit.id).sort()
}

function sameName(id: string, document: ServiceDocument): boolean {
  return documents.find(each => each.id === id)?.name === document.name
}
