import { beforeAll, expect, it } from 'vitest'
import type { SearchEngine } from '@search/search-engine'
import type { SearchQuery } from '@search/search-query'
import { ask } from './ask'
import { describeEngines } from './contract-engines'
import { makeDocument } from './make-document'

/** More than Meilisearch's hits are put in order for; the last thirty by name have a kitchen, ten of them a garden too. */
const NAMES = Array.from({ length: 450 }, (_, number) => `Harbour ${1000 + number}`)
const DOCUMENTS = NAMES.map((name, number) =>
  makeDocument(name, {
    summary: 'By the quay',
    facts: [...(number >= 420 ? ['kitchen:yes'] : []), ...(number >= 440 ? ['garden:yes'] : [])],
  }),
)
const NAME_OF = new Map(DOCUMENTS.map(({ id, name }) => [id, name]))

await describeEngines('pages', make => {
  let engine: SearchEngine

  beforeAll(async () => {
    engine = make()
    await engine.rebuild(DOCUMENTS)
  })

  async function allPages(asked: Partial<SearchQuery>): Promise<string[]> {
    const names: string[] = []
    for (let page = 1; page <= 6; page += 1) {
      const { hits, total } = await ask(engine, { ...asked, page, pageSize: 100 })
      expect(total).toBe(450)
      expect(hits, `page ${page}`).toHaveLength([100, 100, 100, 100, 50, 0][page - 1] ?? 0)
      names.push(...hits.map(hit => NAME_OF.get(hit.id) ?? 'unknown'))
    }
    return names
  }

  it.each<[string, Partial<SearchQuery>]>([
    ['in the usual order', {}],
    ['with words', { words: 'quay ' }],
    ['where a fact is preferred', { preferred: [['kitchen:yes']] }],
    ['where two are', { preferred: [['kitchen:yes'], ['garden:yes']] }],
    [
      'where facts are preferred beside words',
      { words: 'quay ', preferred: [['kitchen:yes'], ['garden:yes']] },
    ],
    ['for the public', { audience: 'public', words: 'quay ', preferred: [['kitchen:yes']] }],
  ])('show every service once, far beyond the first ones: %s', async (_, asked) => {
    expect((await allPages(asked)).sort()).toEqual(NAMES)
  })

  it('begin with what is preferred, wherever it stood', async () => {
    const names = await allPages({ preferred: [['kitchen:yes'], ['garden:yes']] })
    expect(names.slice(0, 30)).toEqual([...NAMES.slice(440), ...NAMES.slice(420, 440)])
  })

  it('that are small hold the others once too, and mark the words looked for', async () => {
    const found = []
    for (const page of [21, 22, 23])
      found.push(await ask(engine, { words: 'quay ', preferred: [['kitchen:yes']], page, pageSize: 20 }))
    const hits = found.flatMap(result => result.hits)
    expect(hits.map(hit => NAME_OF.get(hit.id)).sort()).toEqual(NAMES.slice(370, 420))
    for (const { highlights } of hits)
      expect(highlights?.summary).toEqual([
        { text: 'By the ', marked: false },
        { text: 'quay', marked: true },
      ])
  })
})
