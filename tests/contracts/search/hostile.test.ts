import { beforeAll, expect, it } from 'vitest'
import type { SearchEngine } from '@search/search-engine'
import { HOSTILE_WORDS } from '@tests/support/forms/hostile-words'
import { ask, namesFound } from './ask'
import { describeEngines } from './contract-engines'
import { makeDocument } from './make-document'

const documents = [
  makeDocument('Women', { name: 'Women’s house', summary: 'A hostel and a refuge' }),
  makeDocument('Hidden', { name: 'Hidden', visibility: 'professionals' }),
  makeDocument('Plain', { name: 'Sandpiper' }),
]
const texts = Object.entries(HOSTILE_WORDS)

await describeEngines('hostile input', make => {
  let engine: SearchEngine
  beforeAll(async () => {
    engine = make()
    await engine.rebuild(documents)
  })

  it.each(texts)('in the box is looked for like any text: %s', async (_, words) => {
    const found = await namesFound(engine, documents, { words, audience: 'public' })
    expect(found).not.toContain('Hidden')
    expect(await engine.suggest(words, 'public')).not.toContainEqual(
      expect.objectContaining({ name: 'Hidden' }),
    )
  })

  it.each(texts)('in a filter is a value that nothing has: %s', async (_, value) => {
    for (const facet of ['kind', 'authority'] as const)
      expect((await ask(engine, { facets: { [facet]: [value] } })).total).toBe(0)
    expect((await ask(engine, { required: [[value]] })).total).toBe(0)
    expect((await ask(engine, { preferred: [[value]] })).total).toBe(3)
  })

  it.each(['"women" “refuge” ', '((women) [hostel {refuge ', '-women +hostel ', 'women\0hostel '])(
    'finds what is meant all the same: %j',
    async words => {
      expect(await namesFound(engine, documents, { words })).toEqual(['Women’s house'])
    },
  )
})
