/** The shares of what may be; they need not add up to 1. */
export type Weights<Name extends string> = Readonly<Record<Name, number>>

/** Chances that come out the same every time for the same seed. */
export interface Random {
  /** True in that share of cases. */
  chance(share: number): boolean
  /** A whole number, both ends included. */
  between(lowest: number, highest: number): number
  /** One of the names, as often as its weight says. */
  pick<Name extends string>(weights: Weights<Name>): Name
}

/** Mulberry32, by Tommy Ettinger (public domain): 32 bits of state, good enough for an invented world. */
export function createRandom(seed: number): Random {
  let state = Math.imul(seed + 1, 0x9e3779b1) >>> 0
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    chance: share => next() < share,
    between: (lowest, highest) => lowest + Math.floor(next() * (highest - lowest + 1)),
    pick: weights => pickFrom(weights, next()),
  }
}

function pickFrom<Name extends string>(weights: Weights<Name>, at: number): Name {
  const entries = Object.entries(weights) as [Name, number][]
  let left = at * entries.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [name, weight] of entries) {
    left -= weight
    if (left < 0) return name
  }
  const last = entries.at(-1)
  if (!last) throw new Error('Nothing to pick from')
  return last[0]
}
