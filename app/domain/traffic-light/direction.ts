import { sentence } from '../words/english'
import type { Better } from './indicator'
import { type Reading, spanOfReading } from './reading'

type Way = 'better' | 'worse' | 'more' | 'less' | 'same'

export interface Direction {
  /** Null where two figures that may both be shown are not there. */
  way: Way | null
  words: string
  /** What a reader must not make of it; null where nothing. */
  caution: string | null
}

/** A rate of fewer than so many moves by some points from chance alone. */
const TREND_FROM = 100

/** Which way an indicator went, from two published figures, in points of a per cent; of bounds by how much at least. */
export function directionOf(now: Reading, before: Reading, better: Better): Direction {
  const [to, from] = [spanOfReading(now), spanOfReading(before)]
  const none: Direction = { way: null, words: 'Not said', caution: null }
  if (to === null || from === null) return none
  const isExact = to.low === to.high && from.low === from.high
  const by = Math.max(to.low - from.high, 0) + Math.min(to.high - from.low, 0)
  if (by === 0 && !isExact) return none
  const { way, words } = wayOf(by, better, isExact ? '' : 'at least ')
  return { way, words, caution: by === 0 ? null : cautionOf(now, before) }
}

function wayOf(by: number, better: Better, least: string): Pick<Direction, 'way' | 'words'> {
  if (by === 0) return { way: 'same', words: 'The same' }
  const points = `${least}${pointsWords(Math.abs(by))}`
  if (better === null)
    return by > 0
      ? { way: 'more', words: sentence(`${points} more`) }
      : { way: 'less', words: sentence(`${points} less`) }
  return by > 0 === (better === 'higher')
    ? { way: 'better', words: `Better by ${points}` }
    : { way: 'worse', words: `Worse by ${points}` }
}

function cautionOf(now: Reading, before: Reading): string | null {
  if (now.isOfSupply) return null
  const fewest = Math.min(now.whole?.value ?? 0, before.whole?.value ?? 0)
  return fewest < TREND_FROM ? `of about ${fewest}: not a trend` : null
}

function pointsWords(points: number): string {
  return points === 1 ? '1 point' : `${points} points`
}
