import type { TableId } from '../../publishable-tables'
import { type Draft, HIDDEN, print } from './draft'
import type { Numbers } from './numbers'
import { keepsEnough, type Possible, possibleNow } from './possible-values'

/**
 * How far from an endangered number another is looked for that could guard it, and how many are tried. From a cell to its table's total,
 * to the cell that total is, to another table of the same, to a cell of that, and to the tables of those in it, is six.
 */
const RINGS = 6
const TRIED = 40
const TOGETHER = 4

/**
 * Hides more, as little as may be, until every hidden number keeps its possible values; where hiding does not help, leaves a table out.
 * Changes the draft. Returns the tables left out.
 * @param before numbers that publications of before have hidden: these too must be kept
 */
export function hideEnough(draft: Draft, before: readonly number[]): TableId[] {
  const { numbers } = draft
  const leftOut = new Set<TableId>()
  const hiddenNow = [...draft.printed.values()].filter(({ printed }) => printed.mark !== 'count')
  const queue = [...new Set([...hiddenNow.map(({ at }) => at), ...before])]
  const possible = possibleNow(numbers, queue)
  const old = new Set(before)
  for (const at of queue) {
    const own = draft.printed.get(at)
    const isStillHidden = () => old.has(at) || (own && !leftOut.has(own.table))
    if (!isStillHidden() || keepsEnough(numbers, possible, at)) continue
    const near = nearest(draft, at, leftOut)
    const hid = guard(draft, possible, at, near)
    if (hid) queue.push(...hid)
    else leaveOut(draft, possible, at, { near, leftOut, isStillHidden })
  }
  return [...leftOut]
}

interface Near {
  at: number
  ring: number
}

/** The numbers about to be printed that are joined to this one by rules, the nearest first. */
function nearest(draft: Draft, at: number, leftOut: ReadonlySet<TableId>): Near[] {
  const { numbers } = draft
  const ringOf = new Map([[at, 0]])
  for (const [each, ring] of ringOf) {
    if (ring === RINGS) continue
    for (const next of joined(numbers, each)) if (!ringOf.has(next)) ringOf.set(next, ring + 1)
  }
  return [...ringOf].flatMap(([each, ring]) => {
    const number = draft.printed.get(each)
    return number && !leftOut.has(number.table) ? [{ at: each, ring }] : []
  })
}

function joined({ rules, rulesOf }: Numbers, at: number): number[] {
  return (rulesOf[at] ?? []).flatMap(index => [...(rules[index]?.at ?? [])])
}

/** Hides one number that guards this one, or a few together: near by, no total unless nothing else helps, the smallest first. */
function guard(draft: Draft, possible: Possible, at: number, near: readonly Near[]): number[] | null {
  const choice = near
    .flatMap(({ at: each, ring }) => {
      const number = draft.printed.get(each)
      return number?.printed.mark === 'count'
        ? [{ each, ring, isTotal: number.cell === 'total', value: number.printed.value ?? 0 }]
        : []
    })
    .sort((a, b) => Number(a.isTotal) - Number(b.isTotal) || a.ring - b.ring || a.value - b.value)
    .slice(0, TRIED)
    .map(({ each }) => each)
  const alone = choice.find(each => helps(draft, possible, at, [each]))
  if (alone !== undefined) return [alone]
  const same = choice.map(each => printedAgain(draft, each)).find(group => helps(draft, possible, at, group))
  if (same) return same
  for (let many = 2; many <= TOGETHER; many += 1)
    if (many <= choice.length && helps(draft, possible, at, choice.slice(0, many)))
      return choice.slice(0, many)
  return null
}

/**
 * The number, and where else it can be read: the totals of tables that are part of the same, and the women of the episodes. One of them
 * alone hides nothing.
 */
function printedAgain({ numbers, printed }: Draft, at: number): number[] {
  const group = new Set([at])
  for (const each of group)
    for (const index of numbers.rulesOf[each] ?? []) {
      const rule = numbers.rules[index]
      if (rule?.at.length !== 2) continue
      for (const next of rule.at)
        if (rule.is === 'zero' || isSameCell(numbers, each, next))
          if (printed.get(next)?.printed.mark === 'count') group.add(next)
    }
  return [...group]
}

function isSameCell({ places }: Numbers, one: number, other: number): boolean {
  const [a, b] = [places[one], places[other]]
  return a?.period === b?.period && a?.table === b?.table && a?.cell === b?.cell
}

/** Hides the numbers where that keeps this one, and each of them, possible values enough; else leaves everything as it was. */
function helps(draft: Draft, possible: Possible, at: number, hide: readonly number[]): boolean {
  const before = hide.map(each => [each, print(draft, each, HIDDEN)] as const)
  const fresh = possibleNow(draft.numbers, [at, ...hide])
  const isKept = [...hide, at].every(each => keepsEnough(draft.numbers, fresh, each))
  if (isKept) fresh.forEach((seen, each) => possible.set(each, seen))
  else before.forEach(([each, printed]) => print(draft, each, printed))
  return isKept
}

interface Leaving {
  near: readonly Near[]
  leftOut: Set<TableId>
  isStillHidden(): boolean | undefined
}

/**
 * Leaves out the nearest tables, one after another, until the number keeps its values or is not published, and then prints those again that
 * it keeps them with. Where none of them helps, what was published before had given it away, and they are printed all the same.
 */
function leaveOut(
  draft: Draft,
  possible: Possible,
  at: number,
  { near, leftOut, isStillHidden }: Leaving,
): void {
  const ordered = [...near].sort((a, b) => a.ring - b.ring)
  const tables = [...new Set(ordered.flatMap(each => draft.printed.get(each.at)?.table ?? []))]
  const leave = (table: TableId) => {
    leftOut.add(table)
    printTable(draft, table, false)
  }
  const printAgain = (table: TableId) => {
    leftOut.delete(table)
    printTable(draft, table, true)
  }
  const isKept = (seen: Possible) => !isStillHidden() || keepsEnough(draft.numbers, seen, at)
  const last = tables.findIndex(table => {
    leave(table)
    return isKept(possible)
  })
  if (last < 0) return tables.forEach(printAgain)
  for (const table of tables.slice(0, last)) {
    printAgain(table)
    if (!isKept(possibleNow(draft.numbers, [at]))) leave(table)
  }
}

function printTable(draft: Draft, table: TableId, isPrinted: boolean): void {
  for (const number of draft.printed.values())
    if (number.table === table) print(draft, number.at, isPrinted ? number.printed : null)
}
