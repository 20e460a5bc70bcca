import { expect, it } from 'vitest'
import { createPageMemory } from './page-memory'

const page = (letters: number) => ({
  ...{ key: 'v1', keptAt: 0, nonce: 'n', contentType: 'text/html' },
  document: 'x'.repeat(letters),
})

it('keeps pages in the bytes it was given, and the oldest make way', () => {
  const memory = createPageMemory(200)
  memory.keep('/a', page(38))
  memory.keep('/b', page(38))
  expect([memory.of('/a'), memory.of('/b')]).toEqual([page(38), page(38)])
  memory.keep('/c', page(58))
  expect(memory.of('/a')).toBeUndefined()
  expect([memory.of('/b'), memory.of('/c')]).toEqual([page(38), page(58)])
})

it('gives back the room of a page that is made anew', () => {
  const memory = createPageMemory(200)
  memory.keep('/a', page(38))
  for (let times = 0; times < 5; times += 1) memory.keep('/b', page(58))
  expect(memory.of('/a')).toEqual(page(38))
})

it('does not keep a page larger than all it may hold, and forgets what was there before', () => {
  const memory = createPageMemory(200)
  memory.keep('/a', page(38))
  memory.keep('/a', page(99))
  expect(memory.of('/a')).toBeUndefined()
  memory.keep('/b', page(98))
  expect(memory.of('/b')).toEqual(page(98))
})
