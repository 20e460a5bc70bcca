import { describe, expect, it } from 'vitest'
import { type Drawable, drawBars, drawFunnel, drawStack, drawTrend } from './draw.server'

const SIXTY: Drawable = { key: 'need', label: 'Needed a place', words: '60', mark: 'count', number: 60 }
const THIRTY: Drawable = { key: 'moved', label: 'Moved in', words: '30', mark: 'count', number: 30 }
const FEW: Drawable = { key: 'few', label: 'Pet', words: 'fewer than 5', mark: 'few', number: null }

describe('bars', () => {
  it('are as long as their numbers, the longest as long as the box; what is no number says no size', () => {
    expect(
      drawBars([SIXTY, THIRTY, FEW], { moved: '50%' }).map(bar => [bar.start, bar.length, bar.beside]),
    ).toEqual([
      [0, 100, undefined],
      [0, 50, '50%'],
      [0, 3, undefined],
    ])
  })

  it('stand about the middle in a funnel', () => {
    expect(drawFunnel([SIXTY, THIRTY]).map(bar => [bar.start, bar.length])).toEqual([
      [0, 100],
      [25, 50],
    ])
  })

  it('draws nothing longer than nothing where there are no women at all', () => {
    expect(drawBars([{ ...SIXTY, number: 0 }]).map(bar => bar.length)).toEqual([0])
  })
})

describe('a bar of parts', () => {
  it('fills its width, a part without a number by a stub that says no size', () => {
    const parts = [{ ...SIXTY, key: 'home', number: 15 }, { ...SIXTY, key: 'region', number: 20 }, FEW]
    const { segments } = drawStack('sunderland', 'Sunderland', '40', parts)
    expect(segments.map(({ start, length }) => [Math.round(start), Math.round(length)])).toEqual([
      [0, 42],
      [42, 55],
      [97, 3],
    ])
  })
})

describe('a line over quarters', () => {
  it('is broken where nothing is published', () => {
    const rows = [30, null, 20, 25].map((number, at) => ({ ...SIXTY, key: `q${at}`, number }))
    const trend = drawTrend(rows, '%')
    expect(trend.path.match(/M/g)).toHaveLength(2)
    expect(trend.points.map(point => point.y === null)).toEqual([false, true, false, false])
    expect(trend.ticks.map(tick => tick.label)).toEqual(['0%', '10%', '20%', '30%'])
  })
})
