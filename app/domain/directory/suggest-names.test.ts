import { expect, it } from 'vitest'
import { pino } from 'pino'
import { createInsideEngine } from '@search/inside/inside-engine'
import { createSearchService } from '@search/search-service'
import { makeDocument, NOW } from '@tests/contracts/search/make-document'
import { suggestNames } from './suggest-names.server'

const DOCUMENTS = [
  makeDocument('Durham Road House'),
  makeDocument('Refuge Gate', { visibility: 'professionals' }),
]

async function offered(typed: string): Promise<string[]> {
  const inside = createInsideEngine()
  await inside.rebuild(DOCUMENTS)
  const search = createSearchService({ inside, log: pino({ level: 'silent' }), clock: () => NOW })
  return suggestNames({ search }, { kind: 'public' }, typed)
}

it.each([
  ['durh', ['Durham', 'County Durham', 'HMP & YOI Durham', 'Durham Road House']],
  ['hoste', ['hostel']],
  ['refu', ['refuge']],
  ['TS2', ['TS2', 'TS20', 'TS21']],
  ['bishop au', ['Bishop Auckland']],
  ['zz', []],
  ['"(', []],
  ['', []],
])('completes "%s" with places, kinds and public names', async (typed, expected) => {
  expect(await offered(typed)).toEqual(expected)
})
