import { beforeAll, expect, it } from 'vitest'
import { METRES_PER_MILE } from '@search/geography'
import type { SearchEngine } from '@search/search-engine'
import { ask, namesFound } from './ask'
import { describeEngines } from './contract-engines'
import { makeDocument } from './make-document'

const DURHAM = { lat: 54.7761, lng: -1.5733 }
const METRES_PER_DEGREE_OF_LATITUDE = (6_371_000 * Math.PI) / 180

/** A point so many metres north of Durham. */
function northOfDurham(metres: number) {
  return { lat: DURHAM.lat + metres / METRES_PER_DEGREE_OF_LATITUDE, lng: DURHAM.lng }
}

const documents = [
  makeDocument('Here', { position: DURHAM }),
  makeDocument('Near', { position: northOfDurham(800) }),
  makeDocument('Far', { position: northOfDurham(40_000) }),
  makeDocument('Unplaced', { authorities: ['E06000047'] }),
  makeDocument('Unplaced elsewhere', { authorities: ['E08000037'] }),
]

await describeEngines('places', make => {
  let engine: SearchEngine
  const find = (asked: Parameters<typeof ask>[1]) => namesFound(engine, documents, asked)

  beforeAll(async () => {
    engine = make()
    await engine.rebuild(documents)
  })

  it('finds within a circle to the metre', async () => {
    const miles = (metres: number) => metres / METRES_PER_MILE
    const around = (metres: number) => find({ near: { ...DURHAM, miles: miles(metres) }, sort: 'distance' })
    expect(await around(799)).toEqual(['Here'])
    expect(await around(801)).toEqual(['Here', 'Near'])
  })

  it('measures the distance in miles', async () => {
    const { hits } = await ask(engine, { near: { ...DURHAM, miles: 30 }, sort: 'distance' })
    const rounded = hits.map(hit => hit.distanceMiles?.toFixed(2))
    expect(rounded).toEqual(['0.00', '0.50', '24.85'])
  })

  it('places a service without a position by the authorities it covers, without a distance', async () => {
    const near = { ...DURHAM, miles: 1, authorities: ['E06000047', 'E08000024'] }
    expect(await find({ near, sort: 'distance' })).toEqual(['Here', 'Near', 'Unplaced'])
    const { hits } = await ask(engine, { near, sort: 'distance' })
    expect(hits.at(-1)).toMatchObject({ distanceMiles: null, position: null })
  })

  it('orders by distance whatever the words', async () => {
    const found = await find({
      words: 'e',
      near: { ...DURHAM, miles: 30, authorities: [] },
      sort: 'distance',
    })
    expect(found).toEqual([])
    const all = await find({ near: { ...DURHAM, miles: 30 }, sort: 'distance' })
    expect(all).toEqual(['Here', 'Near', 'Far'])
  })

  it('finds in a box what has a position there', async () => {
    const box = { south: 54.77, west: -1.58, north: 54.79, east: -1.57 }
    expect((await find({ box })).sort()).toEqual(['Here', 'Near'])
  })

  it('finds nothing in a box far away', async () => {
    expect(await find({ box: { south: 51, west: -1, north: 52, east: 0 } })).toEqual([])
  })

  it('takes an order by distance without a circle as fit', async () => {
    expect(await find({ sort: 'distance' })).toEqual([...documents.map(document => document.name)].sort())
  })
})
