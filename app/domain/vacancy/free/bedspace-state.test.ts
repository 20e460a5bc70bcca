import { describe, expect, it } from 'vitest'
import { nextClaimAfter, standing, stateOn } from './bedspace-state'
import { stateWords } from '../../../screens/vacancies/state-in-words'
import type { Claim } from '../vacancy'

const TODAY = '2026-11-22'

function claim(kind: Claim['kind'], from: string, until: string | null, more: Partial<Claim> = {}): Claim {
  const voidReason = kind === 'void' ? 'repair' : null
  return { kind, from, until, voidReason, lapsesAt: null, leaves: null, ...more }
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

  it('a lapsed hold claims nothing, even before anybody has freed it', () => {
    const hold = claim('hold', TODAY, null, { lapsesAt: new Date('2026-11-22T17:00Z') })
    expect(standing([hold], new Date('2026-11-22T16:59Z'))).toEqual([hold])
    expect(standing([hold], new Date('2026-11-22T17:00Z'))).toEqual([])
  })

  it('knows the next claim after a day', () => {
    expect(nextClaimAfter([...claims].reverse(), '2026-10-01')?.from).toBe('2026-11-25')
    expect(nextClaimAfter(claims, '2026-11-25')).toBeNull()
  })

  it.each([
    [null, 'occupied'],
    [{ on: '2026-12-04', isSure: true }, 'occupied, leaving on Fri 4 December (sure)'],
    [{ on: '2026-12-04', isSure: false }, 'occupied, leaving about Fri 4 December'],
    [{ on: '2026-12-04', isSure: true, mustEnd: true }, 'occupied, must end by Fri 4 December'],
    [
      { on: '2026-11-20', isSure: true, mustEnd: true },
      'occupied, was to end by Fri 20 November: not recorded yet',
    ],
    [{ on: '2026-12-04', isSure: true, isMove: true }, 'occupied, to move to another room on Fri 4 December'],
    [
      { on: '2026-11-20', isSure: true, isMove: true },
      'occupied, was to move to another room on Fri 20 November: not recorded yet',
    ],
    [{ on: '2026-11-20', isSure: true }, 'occupied, was to leave on Fri 20 November: not recorded yet'],
  ])('a stay that leaves %j is "%s"', (leaves, words) => {
    expect(stateWords(stateOn([claim('occupied', '2026-10-01', null, { leaves })], TODAY), TODAY)).toBe(words)
  })
})
