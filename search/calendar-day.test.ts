import { describe, expect, it } from 'vitest'
import { epochDay, epochSeconds } from './calendar-day'

describe('days as numbers', () => {
  it('count from 1 January 1970', () => {
    expect(epochDay('1970-01-02')).toBe(1)
    expect(epochDay('2026-12-02')).toBe(20_789)
  })

  it('are refused when there is no such day', () => {
    expect(() => epochDay('2026-13-01')).toThrow('Not a calendar day')
    expect(() => epochDay('')).toThrow('Not a calendar day')
  })

  it('leave an instant that is not known unknown', () => {
    expect(epochSeconds(null)).toBeNull()
  })
})
