import { beforeAll, describe, expect, it } from 'vitest'
import type { SearchEngine } from '@search/search-engine'
import { type SearchQuery, searchQuery } from '@search/search-query'
import { namesFound } from './ask'
import { describeEngines } from './contract-engines'
import { DAY, makeDocument, NOW } from './make-document'

const NEAR_DURHAM = { lat: 54.78, lng: -1.57 }
const FAR = { lat: 55.4, lng: -1.7 }

const DOCUMENTS = [
  makeDocument('Alder', { kind: 'emergency', facts: ['pets:yes'], position: FAR, summary: 'A garden' }),
  makeDocument('Birch', { kind: 'emergency', takesCouples: 'case_by_case', position: NEAR_DURHAM }),
  makeDocument('Cedar', {
    kind: 'supported_housing',
    takesCouples: 'yes',
    facts: ['pets:yes'],
    position: NEAR_DURHAM,
  }),
  makeDocument('Dogwood', {
    kind: 'refuge',
    professionalFacts: ['ost:yes'],
    policyWords: 'methadone',
    forEverybody: false,
  }),
  makeDocument('Elm House', { kind: 'refuge', description: 'A garden' }),
]

await describeEngines('what is wanted', make => {
  let engine: SearchEngine

  beforeAll(async () => {
    engine = make()
    await engine.rebuild(DOCUMENTS)
  })

  const found = (asked: Partial<SearchQuery>) => namesFound(engine, DOCUMENTS, asked)

  describe('a fact that is required', () => {
    it.each<[string, SearchQuery['required'], string[]]>([
      ['any of its tags will do', [['takesCouples:yes', 'takesCouples:case_by_case']], ['Birch', 'Cedar']],
      ['several must all hold', [['pets:yes'], ['kind:emergency']], ['Alder']],
      ['nobody has it', [['pets:yes'], ['kind:refuge']], []],
      ['a tag no service has ever had', [['pets:unheard_of']], []],
      ['a value that is no tag', [['" OR placed = true']], []],
    ])('narrows: %s', async (_, required, names) => {
      expect((await found({ required })).sort()).toEqual(names)
    })

    it('narrows the counts beside the filters as well', async () => {
      const { facets } = await engine.search({
        ...{
          audience: 'public',
          now: new Date('2026-12-02T12:00:00Z'),
          today: '2026-12-02',
          words: '',
          facets: {},
        },
        ...{
          required: [['pets:yes']],
          preferred: [],
          vacancy: null,
          confirmedRecently: false,
          near: null,
          box: null,
        },
        ...{ sort: 'fit', page: 1, pageSize: 20, all: false },
      })
      expect(facets.kind).toEqual({ emergency: 1, supported_housing: 1 })
    })

    it('of a policy is for professionals alone', async () => {
      const required = [['ost:yes']]
      expect(await found({ required })).toEqual(['Dogwood'])
      expect(await found({ required, audience: 'public' })).toEqual([])
    })
  })

  describe('a fact that is preferred', () => {
    it('comes first, those that have more of them before those that have fewer, and leaves nobody out', async () => {
      const names = await found({ preferred: [['kind:emergency'], ['pets:yes']] })
      expect(names[0]).toBe('Alder')
      expect(names.slice(1, 3).sort()).toEqual(['Birch', 'Cedar'])
      expect(names.slice(3).sort()).toEqual(['Dogwood', 'Elm House'])
    })

    it('counts as often as it is named', async () => {
      const [first] = await found({ preferred: [['kind:refuge'], ['kind:refuge'], ['kind:emergency']] })
      expect(['Dogwood', 'Elm House']).toContain(first)
    })

    it('stands behind a name typed exactly', async () => {
      const preferred = [['kind:emergency']]
      expect((await found({ words: 'garden', preferred }))[0]).toBe('Alder')
      expect((await found({ words: 'elm house', preferred }))[0]).toBe('Elm House')
    })

    it('orders by what it is before how near it is, unless nearness is asked for', async () => {
      const near = { ...NEAR_DURHAM, miles: 100 }
      const preferred = [['kind:emergency'], ['pets:yes']]
      expect((await found({ near, preferred }))[0]).toBe('Alder')
      expect((await found({ near, preferred, sort: 'distance' })).at(-1)).toBe('Alder')
    })

    it('of a policy tells the public nothing', async () => {
      const preferred = [['ost:yes']]
      const withIt = await found({ preferred, audience: 'public' })
      expect(withIt).toEqual(await found({ audience: 'public' }))
    })
  })

  it('is counted, several searches in one go, as a search would count it', async () => {
    const asked: [Partial<SearchQuery>, number][] = [
      [{}, 5],
      [{ words: 'garden' }, 2],
      [{ words: 'garden', preferred: [['kind:emergency']], pageSize: 1, page: 3 }, 2],
      [{ required: [['pets:yes'], ['kind:emergency']] }, 1],
      [{ facets: { kind: ['refuge', 'emergency'] } }, 4],
      [{ facets: { kind: ['refuge'] }, words: 'garden' }, 1],
      [{ near: { ...NEAR_DURHAM, miles: 5 } }, 2],
      [{ confirmedRecently: true }, 0],
      [{ confirmedRecently: true, audience: 'public' }, 5],
      [{ words: 'methadone' }, 1],
      [{ words: 'methadone', audience: 'public' }, 0],
    ]
    const queries = asked.map(([given]) =>
      searchQuery({ audience: 'professional', now: NOW, today: DAY, ...given }),
    )
    expect(await engine.counts(queries)).toEqual(asked.map(([, total]) => total))
    expect(await engine.counts([])).toEqual([])
  })

  it('looks for a policy’s words for professionals alone', async () => {
    expect(await found({ words: 'methadone' })).toEqual(['Dogwood'])
    expect(await found({ words: 'methadone', audience: 'public' })).toEqual([])
  })

  it('shows the public what is for everybody before what is for a group, where nothing else decides', async () => {
    const names = await found({ audience: 'public', required: [['kind:refuge']] })
    expect(names).toEqual(['Elm House', 'Dogwood'])
  })
})
