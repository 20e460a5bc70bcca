import type { Better } from './indicator'
import type { Reading } from './reading'

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

/** Which way an indicator went, from two published figures, in points of a per cent. */
export function directionOf(now: Reading, before: Reading, better: Better): Direction {
  const [to, from] = [shownOf(now), shownOf(before)]
  if (to === null || from === null) return { way: null, words: 'Not said', caution: null }
  const by = to - from
  return { ...wayOf(by, better), caution: by === 0 ? null : cautionOf(now, before) }
}

function wayOf(by: number, better: Better): Pick<Direction, 'way' | 'words'> {
  if (by === 0) return { way: 'same', words: 'The same' }
  const points = pointsWords(Math.abs(by))
  if (better === null)
    return by > 0 ? { way: 'more', words: `${points} more` } : { way: 'less', words: `${points} less` }
  return by > 0 === (better === 'higher')
    ? { way: 'better', words: `Better by ${points}` }
    : { way: 'worse', words: `Worse by ${points}` }
}

function cautionOf(now: Reading, before: Reading): string | null {
  if (now.isOfSupply) return null
  const fewest = Math.min(now.whole?.value ?? 0, before.whole?.value ?? 0)
  return fewest < TREND_FROM ? `of about ${fewest}: not a trend` : null
}

function shownOf({ percent, grey }: Reading): number | null {
  return grey === null ? percent : null
}

function pointsWords(points: number): string {
  return points === 1 ? '1 point' : `${points} points`
}
