import type { Day } from '../../time/calendar'

/**
 * Somebody came, and left on the same day: the stay claims no night, so that it is not active, and tells by the day she left from a claim
 * that never was. `dayStaysOf` in claims/stay.server.ts asks the same of the database. Safe for the browser.
 */
export function isDayStay({
  active,
  from,
  leftOn,
}: {
  active: boolean
  from: Day
  leftOn: Day | null
}): boolean {
  return !active && leftOn === from
}

/** The same of a claim as its history keeps it. */
export function wasDayStay({
  active,
  during,
  left_on: leftOn,
}: {
  active: boolean
  during: string
  left_on: Day | null
}): boolean {
  return isDayStay({ active, from: /^\[([^,]*),/.exec(during)?.[1] ?? '', leftOn })
}

/** A claim that stands, or a stay of one day, which is corrected like any other. */
export function mayBeChanged({ active, isDayStay }: { active: boolean; isDayStay: boolean }): boolean {
  return active || isDayStay
}
