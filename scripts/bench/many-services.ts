import { createHash } from 'node:crypto'
import type { ServiceDocument } from '@search/document'
import { seededRandom } from '@tests/contracts/search/seeded-random'

const BEGINNINGS =
  'Ash Birch Marl Quern Salt Wren Hazel Rowan Tarn Fell Moss Gorse Heron Kestrel Larch Sorrel'.split(' ')
const ENDINGS = 'gate bank croft side dale field wick burn stone mere holm brook garth lea moor shaw'.split(
  ' ',
)
const HOUSES = ['House', 'Court', 'Lodge', 'Project', 'Terrace', 'Place']

/**
 * A region with many times the services: those of the demonstration over and over, each with a name, a place within a
 * few miles and days free of its own. The same seed gives the same region.
 */
export function manyServices(
  originals: readonly ServiceDocument[],
  count: number,
  seed: number,
): ServiceDocument[] {
  const random = seededRandom(seed)
  return Array.from({ length: count }, (_, index) => {
    const original = random.pick(originals)
    const word = random.pick(BEGINNINGS) + random.pick(ENDINGS)
    const name = `${word} ${random.pick(HOUSES)}`
    const shift = () => (random.whole(-50, 50) / 1000) * 2
    const { position, freeSince } = original
    return {
      ...original,
      id: numbered(index),
      name,
      summary: `${name}: ${original.summary}`,
      position: position && { lat: position.lat + shift(), lng: position.lng + shift() },
      freeSince: freeSince === null ? null : freeSince + random.whole(0, 60) * 86_400,
    }
  })
}

function numbered(index: number): string {
  const hex = createHash('sha256').update(`service ${index}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
