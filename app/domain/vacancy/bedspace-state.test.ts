import { describe, expect, it } from 'vitest'
import { freeFrom, isFreeBetween, standing, stateOn, vacancyOf } from './bedspace-state'
import type { Claim } from './vacancy'

const TODAY = '2026-11-22'

function claim(kind: Claim['kind'], from: string, until: string | null, more: Partial<Claim> = {}): Claim {
  return { kind, from, until, voidReason: kind === 'void' ? 'repair' : null, lapsesAt: null, ...more }
}

describe('what a bedspace is on a day', () => {
  const claims = [
    claim('occupied', '2026-10-01', '2026-11-25'),
    claim('turnaround', '2026-11-25', '2026-11-27'),
  ]

  it.each([
    ['2026-09-30', 'free'],
    ['2026-10-01', 'occupied'],
    ['2026-11-24', 'occupied'],
    ['2026-11-25', 'turnaround'],
    ['2026-11-27', 'free'],
  ])('on %s it is %s', (day, kind) => {
    expect(stateOn(claims, day).kind).toBe(kind)
  })

  it('is free on the day after claims that follow one another', () => {
    expect(freeFrom(claims, TODAY)).toBe('2026-11-27')
  })

  it('is free in the gap before a later claim', () => {
    expect(freeFrom([...claims, claim('hold', '2026-12-20', null)], TODAY)).toBe('2026-11-27')
  })

  it('has no known free day behind a claim until further notice', () => {
    expect(freeFrom([...claims, claim('void', '2026-11-27', null)], TODAY)).toBeNull()
  })

  it.each([
    ['2026-11-01', '2026-11-02', false],
    ['2026-11-27', '2026-12-20', true],
    ['2026-09-01', '2026-10-01', true],
    ['2026-11-26', '2026-12-20', false],
    ['2026-11-27', null, true],
    ['2026-09-01', null, false],
  ])('from %s until %s, free: %s', (from, until, free) => {
    expect(isFreeBetween(claims, from, until)).toBe(free)
  })

  it('a lapsed hold claims nothing, even before anybody has freed it', () => {
    const hold = claim('hold', TODAY, null, { lapsesAt: new Date('2026-11-22T17:00Z') })
    expect(standing([hold], new Date('2026-11-22T16:59Z'))).toEqual([hold])
    expect(standing([hold], new Date('2026-11-22T17:00Z'))).toEqual([])
  })
})

describe('what a service has free', () => {
  it('counts what is free now, and leaves voids out of it', () => {
    const bedspaces = [
      [],
      [claim('void', '2026-11-01', '2026-12-04')],
      [claim('occupied', '2026-10-01', '2026-12-20')],
      [],
    ]
    expect(vacancyOf(bedspaces, TODAY)).toEqual({
      total: 4,
      free: 2,
      nextFree: { on: '2026-11-22', count: 2 },
      voids: 1,
    })
  })

  it('says when the next come free and how many', () => {
    const bedspaces = [
      [claim('void', '2026-11-01', '2026-12-04')],
      [claim('occupied', '2026-10-01', '2026-12-04')],
      [claim('occupied', '2026-10-01', '2026-12-20')],
    ]
    expect(vacancyOf(bedspaces, TODAY)).toEqual({
      total: 3,
      free: 0,
      nextFree: { on: '2026-12-04', count: 2 },
      voids: 1,
    })
  })

  it('knows nothing of a service without bedspaces', () => {
    expect(vacancyOf([], TODAY)).toEqual({ total: 0, free: 0, nextFree: null, voids: 0 })
  })
})
