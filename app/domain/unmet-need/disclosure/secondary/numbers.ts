import type { TableId } from '../../publishable-tables'

export type Unit = 'women' | 'count'

/** Where a number stands: whose it is. */
export interface Place {
  period: string
  table: TableId
  cell: string
  unit: Unit
}

/** A sum everybody knows to hold: what stands in `at`, each with its sign, is nothing, or at most nothing. */
export interface Rule {
  at: readonly number[]
  sign: readonly (1 | -1)[]
  is: 'zero' | 'at_most_zero'
}

/**
 * All numbers that stand behind what is published, with what is known of each to everybody: between which whole numbers it lies, and the
 * rules it keeps with others. `values` is how it really is; of them nobody knows.
 */
export interface Numbers {
  places: Place[]
  values: number[]
  least: number[]
  most: number[]
  rules: Rule[]
  /** The rules each number stands in. */
  rulesOf: number[][]
  found: Map<string, number>
}

export function noNumbers(): Numbers {
  return { places: [], values: [], least: [], most: [], rules: [], rulesOf: [], found: new Map() }
}

/** Adds a number of which nothing is known but that it is none below nothing. Returns where it stands. */
export function addNumber(numbers: Numbers, place: Place, value: number): number {
  numbers.places.push(place)
  numbers.least.push(0)
  numbers.most.push(Infinity)
  numbers.rulesOf.push([])
  return numbers.values.push(value) - 1
}

/** The same, to be found by its place. */
export function addCounted(numbers: Numbers, place: Place, value: number): void {
  numbers.found.set(keyOf(place), addNumber(numbers, place, value))
}

export function findNumber(numbers: Numbers, place: Place): number | undefined {
  return numbers.found.get(keyOf(place))
}

/** `plus` together are as many as `minus` together, or at most as many. A rule the counts do not keep tells nobody anything. */
export function addRule(
  numbers: Numbers,
  plus: readonly number[],
  minus: readonly number[],
  is: Rule['is'],
): void {
  const rule: Rule = {
    at: [...plus, ...minus],
    sign: [...plus.map(() => 1 as const), ...minus.map(() => -1 as const)],
    is,
  }
  const left = leftOver(rule, numbers.values)
  if (is === 'zero' ? left !== 0 : left > 0) return
  const index = numbers.rules.push(rule) - 1
  rule.at.forEach(at => numbers.rulesOf[at]?.push(index))
}

/** By how much the values miss the rule; nothing where they keep it. */
export function missedBy(rule: Rule, values: ArrayLike<number>): number {
  const left = leftOver(rule, values)
  return rule.is === 'zero' ? left : Math.max(0, left)
}

function leftOver({ at, sign }: Rule, values: ArrayLike<number>): number {
  let sum = 0
  for (let index = 0; index < at.length; index += 1)
    sum += (sign[index] ?? 0) * (values[at[index] ?? -1] ?? 0)
  return sum
}

function keyOf({ period, table, cell, unit }: Place): string {
  return `${period} ${table} ${cell} ${unit}`
}
