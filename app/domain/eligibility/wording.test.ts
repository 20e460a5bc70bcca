import { describe, expect, it } from 'vitest'
import { inWords, listed, pounds } from './wording'

describe('wording', () => {
  it('writes money as people read it', () => {
    expect([0, 5, 1_450, 99_999, 100_000, 123_456_700].map(pounds)).toEqual([
      '£0',
      '£0.05',
      '£14.50',
      '£999.99',
      '£1,000',
      '£1,234,567',
    ])
  })

  it('writes lists and small numbers in words', () => {
    expect(listed([])).toBe('')
    expect(listed(['a lift'])).toBe('a lift')
    expect(listed(['a', 'b', 'c'])).toBe('a, b and c')
    expect(listed(['a', 'b'], 'or')).toBe('a or b')
    expect([1, 9, 10].map(inWords)).toEqual(['one', 'nine', '10'])
  })
})
