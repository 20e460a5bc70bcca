import { describe, expect, it } from 'vitest'
import { sourceFiles } from '@tests/guards/source-files'
import { pounds, weeklyMoney } from './money'

describe('money', () => {
  it('leaves out pence when there are none', () => expect(pounds(8500)).toBe('£85'))
  it('writes both digits of pence', () => expect(pounds(8550)).toBe('£85.50'))
  it('parts thousands', () => expect(pounds(123456)).toBe('£1,234.56'))
  it('writes any amount as people read it', () =>
    expect([0, 5, 1_450, 99_999, 100_000, 123_456_700].map(pounds)).toEqual([
      '£0',
      '£0.05',
      '£14.50',
      '£999.99',
      '£1,000',
      '£1,234,567',
    ]))
  it('says of a blank that it is not stated', () => expect(weeklyMoney(null)).toBe('Not stated'))
  it('says nothing to pay is £0', () => expect(weeklyMoney(0)).toBe('£0 a week'))
  it('is put behind its sign here alone, so that every amount parts its thousands', () => {
    const signs = /£(\$\{|\{)/
    const writers = sourceFiles().filter(
      ({ path, text }) => /^app\//.test(path) && !path.includes('.test.') && signs.test(text),
    )
    expect(writers.map(({ path }) => path)).toEqual(['app/domain/money/money.ts'])
  })
})
