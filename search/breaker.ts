/** Keeps away from something that fails. Open means: do not ask it. */
export interface Breaker {
  isOpen(): boolean
  /** True once each time the waiting is over: the caller then tries whether it is well again. */
  shouldProbe(): boolean
  succeeded(): void
  failed(): void
}

const FIRST_WAIT_MS = 1_000
const LONGEST_WAIT_MS = 30_000

/** A breaker that opens at the first failure, and waits twice as long after each failed probe, at most 30 s. */
export function createBreaker(clock: () => Date): Breaker {
  let waitMs = 0
  let probeAt = 0
  return {
    isOpen: () => waitMs > 0,
    shouldProbe() {
      const now = clock().getTime()
      if (waitMs === 0 || now < probeAt) return false
      probeAt = now + waitMs
      return true
    },
    succeeded() {
      waitMs = 0
    },
    failed() {
      waitMs = waitMs === 0 ? FIRST_WAIT_MS : Math.min(waitMs * 2, LONGEST_WAIT_MS)
      probeAt = clock().getTime() + waitMs
    },
  }
}
