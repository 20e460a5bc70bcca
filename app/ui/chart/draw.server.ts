import { scaleLinear, scalePoint } from 'd3-scale'
import { line, stack } from 'd3-shape'
import type { DrawnBar, DrawnMark, DrawnPoint, DrawnSegment, DrawnStack, DrawnTrend } from './drawn'

/** A number to draw: null with the mark that says why there is none. */
export interface Drawable {
  key: string
  label: string
  /** As it is printed. */
  words: string
  mark: DrawnMark
  number: number | null
}

/** How long a bar without a number is drawn, of 100: to be seen, and to say no size. */
const STUB = 3
const TREND = { width: 640, height: 200, left: 44, right: 16, top: 12, bottom: 28 } as const

/** Bars from the left, the longest as long as the box. `beside` holds what is printed beside each, by key. */
export function drawBars(
  rows: readonly Drawable[],
  beside: Readonly<Record<string, string>> = {},
): DrawnBar[] {
  const length = lengthOf(rows)
  return rows.map(row => ({ ...barOf(row), beside: beside[row.key], start: 0, length: length(row) }))
}

/** The same bars about the middle: from need to a place. */
export function drawFunnel(rows: readonly Drawable[]): DrawnBar[] {
  const length = lengthOf(rows)
  return rows.map(row => ({ ...barOf(row), start: (100 - length(row)) / 2, length: length(row) }))
}

/** One bar of parts, the full width; parts without a number take a stub of it. @param total as it is printed */
export function drawStack(key: string, label: string, total: string, parts: readonly Drawable[]): DrawnStack {
  const sizes = Object.fromEntries(parts.map(part => [part.key, part.number ?? 0]))
  const sum = Object.values(sizes).reduce((all, size) => all + size, 0)
  const stubs = parts.filter(part => part.number === null).length
  const wide = scaleLinear([0, sum || 1], [0, 100 - stubs * STUB])
  const laid = stack<Record<string, number>>().keys(parts.map(part => part.key))([sizes])
  const segments: DrawnSegment[] = []
  for (const [at, part] of parts.entries()) {
    const [from = 0, to = 0] = laid[at]?.[0] ?? []
    const before = segments.filter(each => each.mark !== 'count').length * STUB
    segments.push({
      ...barOf(part),
      tone: at,
      start: wide(from) + before,
      length: part.number === null ? STUB : wide(to) - wide(from),
    })
  }
  return { key, label, value: total, segments }
}

/** A line over periods, from nought up; broken where no number is published. @param unit written after each tick, '%' or '' */
export function drawTrend(rows: readonly Drawable[], unit: string): DrawnTrend {
  const { width, height, left, right, top, bottom } = TREND
  const x = scalePoint(
    rows.map(row => row.key),
    [left, width - right],
  )
  const most = Math.max(1, ...rows.map(row => row.number ?? 0))
  const y = scaleLinear([0, most], [height - bottom, top]).nice(4)
  const points: DrawnPoint[] = rows.map(row => ({
    key: row.key,
    label: row.label,
    value: row.words,
    x: rounded(x(row.key) ?? left),
    y: row.number === null ? null : rounded(y(row.number)),
  }))
  const path = line<DrawnPoint>()
    .defined(point => point.y !== null)
    .x(point => point.x)
    .y(point => point.y ?? 0)(points)
  const ticks = y.ticks(4).map(tick => ({ y: rounded(y(tick)), label: `${tick}${unit}` }))
  return { path: path ?? '', width, height, points, ticks }
}

function barOf({ key, label, words, mark }: Drawable): Pick<DrawnBar, 'key' | 'label' | 'value' | 'mark'> {
  return { key, label, value: words, mark }
}

function lengthOf(rows: readonly Drawable[]): (row: Drawable) => number {
  const scale = scaleLinear([0, Math.max(1, ...rows.map(row => row.number ?? 0))], [0, 100])
  return row => (row.number === null ? STUB : rounded(scale(row.number)))
}

function rounded(length: number): number {
  return Math.round(length * 100) / 100
}
