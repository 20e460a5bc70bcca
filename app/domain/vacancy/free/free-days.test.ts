import { describe, expect, it } from 'vitest'
import { expectedOpenings, isFreeOn, lastDayBefore, openings, openingsSince, vacancyOf } from './free-days'
import type { Claim } from '../vacancy'

/** A Monday with no bank holiday near. */
const TODAY = '2027-02-01'
const TURNAROUND = 2

function claim(kind: Claim['kind'], from: string, until: string | null, more: Partial<Claim> = {}): Claim {
  const voidReason = kind === 'void' ? 'repair' : null
  return { kind, from, until, voidReason, lapsesAt: null, leaves: null, ...more }
}

function leaving(on: string, isSure = false): Claim {
  return claim('occupied', '2026-10-01', null, { leaves: { on, isSure } })
}

function freeOn(claims: readonly Claim[], day = TODAY): boolean {
  return isFreeOn(claims, TURNAROUND, { today: TODAY, day })
}

describe('a bedspace is free', () => {
  it('when nothing claims it, today and on any day to come', () => {
    expect([freeOn([]), freeOn([], '2027-08-01')]).toEqual([true, true])
  })

  it('not while somebody stays there, whatever day is expected, until the departure is recorded', () => {
    for (const stay of [
      claim('occupied', '2026-10-01', null),
      leaving('2027-02-03'),
      leaving('2027-02-03', true),
    ])
      expect([freeOn([stay]), freeOn([stay], '2027-03-01')]).toEqual([false, false])
  })

  it('not on a later day while it is not empty yet: that is expected', () => {
    expect(freeOn([claim('turnaround', '2027-01-29', '2027-02-02')], '2027-03-01')).toBe(false)
  })

  it('until two nights and the turnaround still fit before the next claim', () => {
    const next = [claim('hold', '2027-02-15', '2027-06-01')]
    // Monday 15 less two working days: Thursday 11 is the last day of a stay, Tuesday 9 the last on which one begins.
    expect(lastDayBefore('2027-02-15', TURNAROUND)).toBe('2027-02-11')
    expect(['2027-02-01', '2027-02-09', '2027-02-10'].map(day => freeOn(next, day))).toEqual([
      true,
      true,
      false,
    ])
  })

  it.each([
    ['2027-02-02', 0, false],
    ['2027-02-03', 0, true],
    ['2027-02-04', 2, false],
    ['2027-02-05', 2, true],
  ])('today before a claim from %s with %i working days between: %s', (from, turnaround, free) => {
    expect(isFreeOn([claim('hold', from, null)], turnaround, { today: TODAY, day: TODAY })).toBe(free)
  })
})

describe('the openings of a bedspace', () => {
  it('lie between its claims, as long as they are of use', () => {
    const claims = [
      claim('void', '2027-02-03', '2027-02-10'),
      claim('hold', '2027-02-12', '2027-02-15'),
      claim('void', '2027-03-01', '2027-03-08'),
    ]
    expect(openings(claims, TURNAROUND, TODAY)).toEqual([
      // Before Monday 1 March the last day of a stay is Thursday 25 February.
      { from: '2027-02-15', until: '2027-02-24' },
      { from: '2027-03-08', until: null },
    ])
  })

  it('end with a claim until further notice', () => {
    expect(openings([claim('void', '2027-02-01', null)], TURNAROUND, TODAY)).toEqual([])
  })

  it('are expected after the day somebody leaves and the turnaround; a day that has passed tells nothing', () => {
    expect(expectedOpenings([leaving('2027-02-05')], TURNAROUND, TODAY)).toEqual([
      { from: '2027-02-09', until: null },
    ])
    expect(expectedOpenings([leaving('2027-01-29')], TURNAROUND, TODAY)).toEqual([])
  })

  it('are seen from the lapse of a hold on, or from the midnight on which they begin', () => {
    const now = new Date('2027-02-01T09:00:00Z')
    const lapsesAt = new Date('2027-02-02T09:00:00Z')
    const hold = claim('hold', '2027-02-08', '2027-05-03', { lapsesAt })
    expect(openingsSince([hold], TURNAROUND, now)).toEqual([
      { from: '2027-02-01', until: '2027-02-03', since: null },
      { from: '2027-05-03', until: null, since: new Date('2027-05-02T23:00:00Z') },
      { from: '2027-02-01', until: null, since: lapsesAt },
    ])
  })
})

describe('what a service has', () => {
  const count = (bedspaces: Claim[][], day = TODAY) =>
    vacancyOf({ bedspaces, turnaround: TURNAROUND }, { today: TODAY, day })

  it('counts what is free now, and leaves voids out of it', () => {
    const bedspaces = [[], [claim('void', '2027-01-01', '2027-02-12')], [leaving('2027-02-19')], []]
    expect(count(bedspaces)).toEqual({
      total: 4,
      free: 2,
      limited: null,
      expected: { on: '2027-02-12', count: 1, isAbout: false, limited: null },
      voids: 1,
    })
  })

  it('keeps sixteen who are expected to leave apart from the one that is free', () => {
    const sixteen = Array.from({ length: 16 }, () => [leaving('2027-02-10')])
    expect(count([[], ...sixteen], '2027-02-12')).toEqual({
      total: 17,
      free: 1,
      limited: null,
      expected: { on: '2027-02-12', count: 16, isAbout: true, limited: null },
      voids: 0,
    })
  })

  it('says that a day is sure where every one of them is', () => {
    expect(count([[leaving('2027-02-05', true)]]).expected).toEqual({
      on: '2027-02-09',
      count: 1,
      isAbout: false,
      limited: null,
    })
  })

  it('says until when what is sure to come free is, where it is promised after: that makes it no less sure', () => {
    // Ready on Tuesday 9 February; who leaves on Thursday 4 March leaves in time for Monday 8.
    const bed = [leaving('2027-02-05', true), claim('hold', '2027-03-08', '2027-05-03')]
    expect(count([bed]).expected).toEqual({
      on: '2027-02-09',
      count: 1,
      isAbout: false,
      limited: { count: 1, lastOn: '2027-03-04', nextOn: '2027-03-08', next: 'hold' },
    })
  })

  it('knows nothing of a service without bedspaces', () => {
    expect(count([])).toEqual({ total: 0, free: 0, limited: null, expected: null, voids: 0 })
  })
})
