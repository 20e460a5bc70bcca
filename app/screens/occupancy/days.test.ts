import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '~/domain/time/calendar'
import type { Claim } from '~/domain/vacancy/vacancy'
import { freeUntil, isFreeOn } from '~/domain/vacancy/free/free-days'
import { DAY_STATES, daysOf, OCCUPANCY_DAYS } from './days'

/** From Monday 2 November 2026, a working day, two working days between stays. */

const TODAY = '2026-11-02'

function claim(kind: Claim['kind'], from: string, until: string | null, more: Partial<Claim> = {}): Claim {
  return { kind, from, until, voidReason: null, lapsesAt: null, leaves: null, ...more }
}

/** The codes of the first days, as the table shows them. */
function codes(claims: readonly Claim[], days = 10): string {
  return daysOf(claims, 2, TODAY)
    .slice(0, days)
    .map(state => DAY_STATES[state].code)
    .join('')
}

describe('a room by days', () => {
  it('has a code for each of eight weeks, free where nothing claims it', () => {
    expect(daysOf([], 2, TODAY)).toHaveLength(OCCUPANCY_DAYS)
    expect(codes([])).toBe('FFFFFFFFFF')
  })

  it('is void, turnaround and free in turn, from the first day to the day before the last', () => {
    const claims = [
      claim('turnaround', '2026-10-30', '2026-11-03'),
      claim('void', '2026-11-05', '2026-11-08'),
    ]
    expect(codes(claims)).toBe('TTTVVVFFFF')
  })

  it('is occupied until somebody is sure to leave, then turnaround', () => {
    const sure = claim('occupied', '2026-10-01', null, { leaves: { on: '2026-11-04', isSure: true } })
    expect(codes([sure])).toBe('OOTTFFFFFF')
  })

  it('may be free once somebody is expected to leave, and stays occupied where that day has passed', () => {
    const about = claim('occupied', '2026-10-01', null, { leaves: { on: '2026-11-04', isSure: false } })
    expect(codes([about])).toBe('OOLLLLLLLL')
    const late = claim('occupied', '2026-10-01', null, { leaves: { on: '2026-10-30', isSure: false } })
    expect(codes([late])).toBe('OOOOOOOOOO')
  })

  it('is held to the last day of the stay, its turnaround after it', () => {
    expect(codes([claim('hold', '2026-11-03', '2026-11-10', { lastOn: '2026-11-06' })])).toBe('THHHTTTTFF')
  })

  it('is in turnaround before a claim from the day on which somebody would have to leave, as the board says it', () => {
    // Monday 9 November less two working days: who leaves on Thursday 5 leaves in time.
    const held = claim('hold', '2026-11-09', '2026-12-01')
    expect(codes([held])).toBe('FFFTTTTHHH')
    const end = freeUntil([held], 2, TODAY)
    expect([end?.lastOn, end?.nextOn]).toEqual(['2026-11-05', '2026-11-09'])
  })

  it('is empty and not free for one night alone, as the board does not count it', () => {
    // Wednesday 4 November is the last day before Friday 6: tonight and tomorrow night; one day later only tonight.
    expect(codes([claim('void', '2026-11-06', '2026-11-08')])).toBe('FFTTVVFFFF')
    expect(codes([claim('void', '2026-11-05', '2026-11-08')])).toBe('ETTVVVFFFF')
    const between = [
      claim('void', '2026-10-20', '2026-11-04'),
      claim('hold', '2026-11-09', '2026-12-01', { lastOn: '2026-11-27' }),
    ]
    expect(codes(between)).toBe('VVETTTTHHH')
  })

  it('is free today where the board counts it, whatever claims it', () => {
    const pieces = fc.array(
      fc.record({
        gap: fc.integer({ min: 0, max: 7 }),
        length: fc.integer({ min: 1, max: 9 }),
        kind: fc.constantFrom('hold' as const, 'void' as const, 'occupied' as const),
      }),
      { maxLength: 6 },
    )
    fc.assert(
      fc.property(
        fc.integer({ min: -9, max: 9 }),
        pieces,
        fc.integer({ min: 0, max: 4 }),
        (start, laid, turnaround) => {
          let from = addDays(TODAY, start)
          const claims = laid.map(({ gap, length, kind }) => {
            const begins = addDays(from, gap)
            from = addDays(begins, length)
            return claim(kind, begins, from)
          })
          const isFree = isFreeOn(claims, turnaround, { today: TODAY, day: TODAY })
          expect(daysOf(claims, turnaround, TODAY)[0] === 'free').toBe(isFree)
        },
      ),
    )
  })

  it('is occupied by whoever stays on, over the days promised to another', () => {
    const claims = [claim('occupied', '2026-10-01', null), claim('hold', '2026-11-04', '2026-12-01')]
    expect(codes(claims)).toBe('OOOOOOOOOO')
  })
})
