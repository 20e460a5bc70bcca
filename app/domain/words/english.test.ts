import { expect, it } from 'vitest'
import { inWords, listed } from './english'

it('writes lists and small numbers in words', () => {
  expect(listed([])).toBe('')
  expect(listed(['a lift'])).toBe('a lift')
  expect(listed(['a', 'b', 'c'])).toBe('a, b and c')
  expect(listed(['a', 'b'], 'or')).toBe('a or b')
  expect([1, 9, 10].map(count => inWords(count))).toEqual(['one', 'nine', '10'])
  expect([9, 12, 13].map(count => inWords(count, 12))).toEqual(['nine', 'twelve', '13'])
})
