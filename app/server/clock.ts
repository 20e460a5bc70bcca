/** Tells what time it is. Made once where a process starts, and handed on. */
export type Clock = () => Date

/** The machine's own clock. */
export const machineClock: Clock = () => new Date()

/** A clock that runs ahead of the machine's, in milliseconds; behind it when negative. */
export function clockAhead(aheadMs: number): Clock {
  return () => new Date(machineClock().getTime() + aheadMs)
}
