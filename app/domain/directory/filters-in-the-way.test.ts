import { expect, it } from 'vitest'
import { pino } from 'pino'
import { createInsideEngine } from '@search/inside/inside-engine'
import { createSearchService } from '@search/search-service'
import { makeDocument, NOW } from '@tests/contracts/search/make-document'
import { filtersInTheWay } from './filters-in-the-way.server'
import { EMPTY_QUERY } from './search-query'

const DOCUMENTS = [
  makeDocument('Alder', { kind: 'refuge', takesCouples: 'yes' }),
  makeDocument('Birch', { kind: 'refuge', takesCouples: 'no', wheelchair: true }),
  makeDocument('Cedar', { kind: 'refuge', wheelchair: true }),
  makeDocument('Hidden', { kind: 'refuge', wheelchair: true, visibility: 'professionals' }),
]

it('names each filter that alone stands in the way, with how many match without it, the most first', async () => {
  const inside = createInsideEngine()
  await inside.rebuild(DOCUMENTS)
  const search = createSearchService({ inside, log: pino({ level: 'silent' }), clock: () => NOW })
  const facets = { kind: ['refuge'], takesCouples: ['yes'], wheelchair: ['yes'] }
  const named = await filtersInTheWay(search, { ...EMPTY_QUERY, facets }, { audience: 'public', now: NOW })
  expect(named.map(({ text, services }) => [text, services])).toEqual([
    ['Takes couples', 2],
    ['Wheelchair access', 1],
  ])
  expect(named[0]?.without.facets).toEqual({ ...facets, takesCouples: [] })
})
