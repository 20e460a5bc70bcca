import { expect, it } from 'vitest'
import { foldedName, sameNames } from './same-name'

it.each([
  ['Hazel Trust', 'hazeltrust'],
  ['HAZEL  TRUST', 'hazeltrust'],
  ['Hazel-Trust.', 'hazeltrust'],
  ['Café & Béd', 'cafeandbed'],
  ['Women’s Aid', 'womensaid'],
  ["Women's Aid", 'womensaid'],
  ['…', ''],
])('%s is folded to %s', (name, folded) => {
  expect(foldedName(name)).toBe(folded)
})

it('finds the name however it is written, and no other', () => {
  const names = ['Hazel Trust', 'Hazel Trust North', '?!', 'HAZEL-TRUST']
  expect(sameNames('hazel trust', names)).toEqual(['Hazel Trust', 'HAZEL-TRUST'])
  expect(sameNames('Hazel', names)).toEqual([])
  expect(sameNames('!', names)).toEqual([])
})
