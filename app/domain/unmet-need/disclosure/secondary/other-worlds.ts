import { missedBy, type Numbers } from './numbers'

/** How far a change is followed through the rules, first near by, then farther; and how many ways are tried each time. */
const LOOKED_THROUGH = [
  { depth: 10, tries: 60 },
  { depth: 40, tries: 250 },
  { depth: 200, tries: 1000 },
]

interface Search {
  numbers: Numbers
  values: number[]
  moved: Set<number>
  depth: number
  tries: number
}

/**
 * Another way in which everything could be, that keeps all that is known and differs by `step` (1 or -1) in the number `at`: one more woman
 * here, one fewer there, until every rule holds again. Null where none was found; there may be one.
 */
export function otherWorld(
  numbers: Numbers,
  from: readonly number[],
  at: number,
  step: 1 | -1,
): number[] | null {
  for (const { depth, tries } of LOOKED_THROUGH) {
    const search: Search = { numbers, values: [...from], moved: new Set(), depth, tries }
    if (isWithinBounds(search, at, step) && isMoved(search, at, step, [])) return search.values
  }
  return null
}

function isMoved(search: Search, at: number, step: number, open: readonly number[]): boolean {
  const { numbers, values, moved } = search
  values[at] = (values[at] ?? 0) + step
  moved.add(at)
  if (isMended(search, [...(numbers.rulesOf[at] ?? []), ...open])) return true
  values[at] -= step
  moved.delete(at)
  return false
}

function isMended(search: Search, open: readonly number[]): boolean {
  const broken = [...new Set(open)].filter(index => missed(search, index) !== 0)
  if (broken.length === 0) return true
  if (search.moved.size > search.depth || search.tries <= 0) return false
  search.tries -= 1
  return fewestWays(search, broken).some(({ at, step }) => isMoved(search, at, step, broken))
}

interface Way {
  at: number
  step: number
  /** By how much more the rules are missed after it. */
  breaks: number
}

/** The ways to mend the broken rule that has fewest, those first that break least else. A rule without a way ends it at once. */
function fewestWays(search: Search, broken: readonly number[]): Way[] {
  let fewest: Way[] | null = null
  for (const index of broken) {
    const ways = waysToMend(search, index)
    if (!fewest || ways.length < fewest.length) fewest = ways
    if (fewest.length <= 1) break
  }
  const ways = fewest ?? []
  for (const way of ways) way.breaks = breaksBy(search, way)
  return ways.sort((a, b) => a.breaks - b.breaks)
}

function waysToMend(search: Search, index: number): Way[] {
  const { numbers, values, moved } = search
  const rule = numbers.rules[index]
  if (!rule) return []
  const back = -Math.sign(missedBy(rule, values))
  const ways: Way[] = []
  rule.at.forEach((at, place) => {
    const step = back * (rule.sign[place] ?? 0)
    if (!moved.has(at) && isWithinBounds(search, at, step)) ways.push({ at, step, breaks: 0 })
  })
  return ways
}

function breaksBy(search: Search, { at, step }: Way): number {
  const rules = search.numbers.rulesOf[at] ?? []
  const missedNow = () => rules.reduce((sum, index) => sum + Math.abs(missed(search, index)), 0)
  const before = missedNow()
  search.values[at] = (search.values[at] ?? 0) + step
  const after = missedNow()
  search.values[at] -= step
  return after - before
}

function missed({ numbers, values }: Search, index: number): number {
  const rule = numbers.rules[index]
  return rule ? missedBy(rule, values) : 0
}

function isWithinBounds({ numbers, values }: Search, at: number, step: number): boolean {
  const value = (values[at] ?? 0) + step
  return value >= (numbers.least[at] ?? 0) && value <= (numbers.most[at] ?? Infinity)
}
