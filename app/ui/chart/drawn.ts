/** Charts as the server has drawn them: lengths and paths in hundredths of the width, so that the browser computes nothing. */

/** 'count': a bar of its length. 'few': an outline, for none to four. 'hidden': hatched, kept back. */
export type DrawnMark = 'count' | 'few' | 'hidden'

export interface DrawnBar {
  key: string
  label: string
  /** What stands at its end: '35', 'fewer than 5'. */
  value: string
  /** Beside it, for comparison: '39%'. */
  beside?: string
  mark: DrawnMark
  /** Of 100; that of a bar that is no count is a fixed stub. */
  start: number
  length: number
}

export interface DrawnSegment {
  key: string
  label: string
  value: string
  mark: DrawnMark
  /** Which of the patterns of the key, from 0. */
  tone: number
  start: number
  length: number
}

export interface DrawnStack {
  key: string
  label: string
  /** The total as printed. */
  value: string
  segments: readonly DrawnSegment[]
}

export interface DrawnPoint {
  key: string
  label: string
  value: string
  x: number
  /** Null where no number is published: the line is broken there. */
  y: number | null
}

export interface DrawnTrend {
  /** The line as an SVG path, in a box of `width` by `height`. */
  path: string
  width: number
  height: number
  points: readonly DrawnPoint[]
  ticks: readonly { y: number; label: string }[]
}
