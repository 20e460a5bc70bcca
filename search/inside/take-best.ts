/**
 * The first `count` of the items in order, sorted. Keeps a heap of that many with the worst on top, so that one page
 * out of thousands costs one comparison an item.
 */
export function takeBest<T>(items: readonly T[], count: number, compare: (a: T, b: T) => number): T[] {
  if (count <= 0) return []
  if (count >= items.length / 4) return [...items].sort(compare).slice(0, count)
  const heap: T[] = []
  for (const item of items) {
    const worst = heap[0]
    if (worst === undefined || heap.length < count) {
      heap.push(item)
      rise(heap, compare)
    } else if (compare(item, worst) < 0) {
      heap[0] = item
      sink(heap, compare)
    }
  }
  return heap.sort(compare)
}

function rise<T>(heap: T[], compare: (a: T, b: T) => number): void {
  let at = heap.length - 1
  while (at > 0) {
    const parent = (at - 1) >> 1
    if (!swapWhenWorse(heap, at, parent, compare)) return
    at = parent
  }
}

function sink<T>(heap: T[], compare: (a: T, b: T) => number): void {
  let at = 0
  for (;;) {
    const left = 2 * at + 1
    if (left >= heap.length) return
    const right = left + 1
    const worse = right < heap.length && isWorse(heap, right, left, compare) ? right : left
    if (!swapWhenWorse(heap, worse, at, compare)) return
    at = worse
  }
}

function swapWhenWorse<T>(
  heap: T[],
  child: number,
  parent: number,
  compare: (a: T, b: T) => number,
): boolean {
  if (!isWorse(heap, child, parent, compare)) return false
  const [lower, upper] = [heap[child] as T, heap[parent] as T]
  heap[child] = upper
  heap[parent] = lower
  return true
}

function isWorse<T>(heap: readonly T[], a: number, b: number, compare: (a: T, b: T) => number): boolean {
  return compare(heap[a] as T, heap[b] as T) > 0
}
