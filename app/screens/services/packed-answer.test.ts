import { type FacetCounts, facets } from '@search/facet'
import { expect, it } from 'vitest'
import { EMPTY_QUERY } from '~/domain/directory/search-query'
import { packAnswer, unpackAnswer } from './packed-answer'
import type { DirectoryAnswer } from './page'

const NONE = Object.fromEntries(facets.map(facet => [facet, {}])) as FacetCounts

const ANSWER: DirectoryAnswer = {
  results: [
    {
      id: '50f86920-3d8e-848d-ac75-00b852bee8c1',
      name: [
        { text: 'Larch ', marked: false },
        { text: '“House”', marked: true },
      ],
      about: 'Larch & Sons · Supported housing · Gateshead',
      miles: null,
      summary: null,
      facts: 'who  Women only\npets ask Assistance dogs',
      checked: 'checked Sun 15 November',
      vacancy: null,
      phone: '0191 498 0218',
      staffed: 'staffed at all hours',
      outOfHours: null,
    },
  ],
  query: { ...EMPTY_QUERY, words: 'a "house" </script>', facets: { kind: ['refuge'] } },
  counts: { ...NONE, kind: { refuge: 1 } },
  vacancies: null,
  hasNearest: false,
  total: 1,
  sort: 'fit',
  read: { chips: [], step: null, others: [], circle: null, isWhole: true },
  pages: 1,
  inTheWay: [],
  sought: ['pets'],
  problems: [{ field: 'near', message: 'Nowhere of that name' }],
  signInNote: 'offered',
  degraded: false,
}

it('is one text, and the same answer once it is read', () => {
  const packed = packAnswer(ANSWER)
  expect(typeof packed).toBe('string')
  expect(unpackAnswer(packed)).toStrictEqual(ANSWER)
})
