import { describe, expect, it } from 'vitest'
import { pino } from 'pino'
import { createInsideEngine } from '@search/inside/inside-engine'
import { createSearchService, type SearchService } from '@search/search-service'
import { makeDocument, NOW } from '@tests/contracts/search/make-document'
import { searchAsTyped } from './search-as-typed.server'
import { EMPTY_QUERY } from './search-query'

const DURHAM = { lat: 54.78, lng: -1.57 }
const HEXHAM = { lat: 54.97, lng: -2.1 }

const DOCUMENTS = [
  makeDocument('Saltpan Chalets', {
    kind: 'emergency',
    takesCouples: 'yes',
    position: DURHAM,
    summary: 'Rooms with a garden',
  }),
  makeDocument('Hob Lantern', {
    kind: 'emergency',
    takesCouples: 'yes',
    facts: ['pets:yes'],
    position: HEXHAM,
  }),
  makeDocument('Women and Children First', { kind: 'womens_centre', description: 'No hostel' }),
]

async function typed(words: string, asked: string[] = []) {
  const inside = createInsideEngine()
  await inside.rebuild(DOCUMENTS)
  const search = noting(
    createSearchService({ inside, log: pino({ level: 'silent' }), clock: () => NOW }),
    asked,
  )
  const { answer, step } = await searchAsTyped(
    search,
    { ...EMPTY_QUERY, words },
    { audience: 'public', now: NOW },
  )
  const names = new Map(DOCUMENTS.map(({ id, name }) => [id, name]))
  return {
    found: answer.hits.map(hit => names.get(hit.id)),
    dropped: step.dropped.map(part => part.text),
    unknown: step.unknown.map(part => part.text),
    others: step.others.map(({ part, total }) => [part.text, total]),
  }
}

/** The same search, which notes what it is asked for. */
function noting(search: SearchService, asked: string[]): SearchService {
  return {
    ...search,
    search: query => (asked.push('search'), search.search(query)),
    counts: queries => (asked.push('counts'), search.counts(queries)),
  }
}

describe('a search in steps', () => {
  it('shows what matches all of it, and says nothing more', async () => {
    expect(await typed('hostel for a couple')).toEqual({
      found: ['Hob Lantern', 'Saltpan Chalets'],
      dropped: [],
      unknown: [],
      others: [],
    })
  })

  it('says how many there are elsewhere where few match', async () => {
    expect(await typed('hostel for a couple in Durham')).toEqual({
      found: ['Saltpan Chalets'],
      dropped: [],
      unknown: [],
      others: [['within 15 miles of Durham', 2]],
    })
  })

  it('gives up one part, a wish before a place, and names what else would be found', async () => {
    expect(await typed('hostel for a couple with a dog near Durham')).toEqual({
      found: ['Saltpan Chalets'],
      dropped: ['with a pet'],
      unknown: [],
      others: [['within 15 miles of Durham', 1]],
    })
  })

  it('searches twice at the most: the words are counted in one go, and so are the searches without each part', async () => {
    const asked: string[] = []
    await typed('garden hostel for a couple with a dog near Durham', asked)
    expect(asked).toEqual(['search', 'counts', 'counts', 'search'])
  })

  it('leaves out words that no service holds', async () => {
    expect(await typed('hostel with a jacuzzi')).toMatchObject({
      found: ['Hob Lantern', 'Saltpan Chalets'],
      dropped: ['“jacuzzi”'],
      unknown: ['“jacuzzi”'],
    })
  })

  it('gives up as little as it can where one part is not enough', async () => {
    expect(await typed('hostel with a garden for a couple with a dog and a wheelchair')).toMatchObject({
      found: ['Hob Lantern'],
      dropped: ['“garden”', 'wheelchair access'],
    })
  })

  it('takes a name typed exactly for the name', async () => {
    expect((await typed('women and children first')).found).toEqual(['Women and Children First'])
  })

  it('never answers with nothing', async () => {
    expect((await typed('xyzzy plugh')).found).toHaveLength(3)
  })
})
