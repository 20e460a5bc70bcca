import { describe, expect, it } from 'vitest'
import { queueGroup } from './queue'

describe('the queue by days to release', () => {
  it.each([
    [-1, '5_days'],
    [0, '5_days'],
    [5, '5_days'],
    [6, '14_days'],
    [14, '14_days'],
    [15, '28_days'],
    [28, '28_days'],
    [29, '56_days'],
    [56, '56_days'],
    [57, '12_weeks'],
    [84, '12_weeks'],
    [85, 'later'],
  ])('puts a case %i days before release in %s', (days, group) => {
    expect(queueGroup(days)).toBe(group)
  })

  it('keeps a case with no date apart', () => {
    expect(queueGroup(null)).toBe('not_known')
  })
})
