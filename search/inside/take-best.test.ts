import { expect, it } from 'vitest'
import { takeBest } from './take-best'

const jumbled = Array.from({ length: 500 }, (_, index) => (index * 7919) % 500)
const ascending = (a: number, b: number) => a - b

it('takes the first few in order, whether few or most are wanted', () => {
  expect(takeBest(jumbled, 5, ascending)).toEqual([0, 1, 2, 3, 4])
  expect(takeBest(jumbled, 499, ascending).slice(-2)).toEqual([497, 498])
  expect(takeBest(jumbled, 0, ascending)).toEqual([])
  expect(takeBest([], 5, ascending)).toEqual([])
})

it('leaves what it was given as it was', () => {
  const given = [3, 1, 2]
  takeBest(given, 2, ascending)
  expect(given).toEqual([3, 1, 2])
})
