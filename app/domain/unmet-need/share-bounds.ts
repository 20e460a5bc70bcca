import type { PublishedValue } from './published'

/** Between what a share must be, in whole per cent. */
export interface ShareBounds {
  low: number
  high: number
}

interface Span {
  low: number
  high: number
}

/** A published number stands for those that round to it. */
const ROUNDED_BY = 2
const MOST_OF_FEW = 4
/** Bounds further apart than this say too little to be said. */
const APART_TO = 10

/**
 * Between what the share of some parts of a whole must lie where one of them is not printed, by published numbers alone: what each
 * printed number may stand for, "fewer than 5" for 0 to 4, and that parts and rest add up to the whole.
 * @param parts of the numerator; `rest` the other parts of the same whole
 * @returns null where that is too wide to be said
 */
export function shareBounds(
  parts: readonly PublishedValue[],
  rest: readonly PublishedValue[],
  whole: PublishedValue,
): ShareBounds | null {
  if (whole.value === null) return null
  const all = spanOf(whole)
  const spans = { part: sumOfSpans(parts), rest: sumOfSpans(rest) }
  const low = Math.floor(100 * lowestShare(spans.part, spans.rest, all))
  const high = Math.ceil(100 * (1 - lowestShare(spans.rest, spans.part, all)))
  return high - low <= APART_TO ? { low, high } : null
}

/** "at least 49%, at most 52%" */
export function boundsWords({ low, high }: ShareBounds): string {
  return `at least ${low}%, at most ${high}%`
}

/** The least share that a part can be of a whole, where part and rest together are the whole. */
function lowestShare(part: Span, rest: Span, all: Span): number {
  const restAtMost = Math.min(rest.high, all.high - part.low)
  const partAtLeast = Math.max(part.low, all.low - restAtMost)
  return partAtLeast / Math.min(partAtLeast + restAtMost, all.high)
}

function spanOf({ mark, value }: PublishedValue): Span {
  if (mark === 'few') return { low: 0, high: MOST_OF_FEW }
  if (value === null) return { low: 0, high: Infinity }
  return { low: Math.max(value - ROUNDED_BY, MOST_OF_FEW + 1), high: value + ROUNDED_BY }
}

function sumOfSpans(values: readonly PublishedValue[]): Span {
  const spans = values.map(spanOf)
  return {
    low: spans.reduce((sum, { low }) => sum + low, 0),
    high: spans.reduce((sum, { high }) => sum + high, 0),
  }
}
