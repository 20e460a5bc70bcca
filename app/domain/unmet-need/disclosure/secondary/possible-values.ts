import type { Numbers } from './numbers'
import { otherWorld } from './other-worlds'

/**
 * A hidden number keeps at least as many possible values (product.md, "What may be published", step 5). Three, not two: a woman who knows
 * that she is counted in it would take herself off, and of two values hers would leave one.
 */
const POSSIBLE_VALUES = 3

/** The values hidden numbers were found to be able to have, each in a way that keeps everything known. */
export type Possible = Map<number, Set<number>>

/** Begins with how it is. */
export function possibleNow({ values }: Numbers, hidden: Iterable<number>): Possible {
  return new Map([...hidden].map(at => [at, new Set([values[at] ?? 0])]))
}

/** Looks for other ways in which everything could be, until the number has values enough; whether it has. */
export function keepsEnough(numbers: Numbers, possible: Possible, at: number): boolean {
  const seen = possible.get(at) ?? new Set([numbers.values[at] ?? 0])
  possible.set(at, seen)
  for (const step of [1, -1] as const) {
    let world: readonly number[] | null = numbers.values
    while (world && seen.size < POSSIBLE_VALUES) {
      world = otherWorld(numbers, world, at, step)
      if (world) note(possible, world)
    }
  }
  return seen.size >= POSSIBLE_VALUES
}

/** One other way shows another value of many numbers. */
function note(possible: Possible, world: readonly number[]): void {
  for (const [at, seen] of possible) seen.add(world[at] ?? 0)
}
