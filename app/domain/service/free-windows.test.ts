import { describe, expect, it } from 'vitest'
import type { Claim } from '../vacancy/vacancy'
import { freeWindows } from './free-windows'

const TODAY = '2026-11-22'

function claim(from: string, until: string | null): Claim {
  return { kind: 'occupied', from, until, voidReason: null, lapsesAt: null }
}

describe('the free days of a bedspace', () => {
  it('are all days from today where nothing is claimed', () => {
    expect(freeWindows([], TODAY)).toEqual([{ from: '2026-11-22', until: null }])
  })

  it('begin when an open claim ends', () => {
    expect(freeWindows([claim('2026-10-01', '2026-12-21')], TODAY)).toEqual([
      { from: '2026-12-21', until: null },
    ])
  })

  it('hold the gap between claims, in whatever order these come', () => {
    expect(
      freeWindows([claim('2026-12-20', '2027-01-10'), claim('2026-11-01', '2026-12-01')], TODAY),
    ).toEqual([
      { from: '2026-12-01', until: '2026-12-20' },
      { from: '2027-01-10', until: null },
    ])
  })

  it('are none where a claim stands until further notice', () => {
    expect(freeWindows([claim('2026-11-01', null)], TODAY)).toEqual([])
  })

  it('join where one claim follows another', () => {
    expect(
      freeWindows([claim('2026-11-01', '2026-12-01'), claim('2026-12-01', '2026-12-03')], TODAY),
    ).toEqual([{ from: '2026-12-03', until: null }])
  })
})
