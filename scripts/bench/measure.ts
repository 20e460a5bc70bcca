/** A against B, B against A, this many times: a noisy machine is noisy for both. */
export const PAIRS = 7

export interface Compared<T> {
  a: T[]
  b: T[]
}

/** Measures A, B, A, B … one after the other; the first of each is not counted. */
export async function alternate<T>(
  measureA: (round: number) => Promise<T>,
  measureB: (round: number) => Promise<T>,
  pairs = PAIRS,
): Promise<Compared<T>> {
  const compared: Compared<T> = { a: [], b: [] }
  for (let round = 0; round <= pairs; round += 1) {
    const a = await measureA(round)
    const b = await measureB(round)
    if (round === 0) continue
    compared.a.push(a)
    compared.b.push(b)
  }
  return compared
}

/** The median over the pairs of A's number to B's. */
export function medianRatio<T>({ a, b }: Compared<T>, numberOf: (measured: T) => number): number {
  return percentile(
    a.map((each, index) => {
      const other = b[index]
      if (other === undefined) throw new Error('A without its B')
      return numberOf(each) / numberOf(other)
    }),
    50,
  )
}

/** The value that so many percent do not pass. @throws when there are none */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const found = sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))]
  if (found === undefined) throw new Error('Nothing was measured')
  return found
}

/** The median of what was measured. */
export function median(values: readonly number[]): number {
  return percentile(values, 50)
}

/** How long `work` takes, in milliseconds. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}

/** What takes longer than this is timed once: a machine with others on it adds little to that. */
const LONG_MS = 20

/** How long `work` takes: of three times the middle one, so that whoever else runs on the machine is not measured. */
export async function steadyTime(work: () => Promise<unknown>): Promise<number> {
  const first = await timed(work)
  return first > LONG_MS ? first : median([first, await timed(work), await timed(work)])
}
