import { formatDayLong, isDay } from '../../time/calendar'

/** 'was 8 March 2027, is now 9 March 2027': what a correction put right, of the codes its history keeps. Safe for the browser. */
export function wasIsNow([was, now]: readonly string[]): string[] {
  return was === undefined || now === undefined ? [] : [`Was ${dayWords(was)}, is now ${dayWords(now)}`]
}

/** The same of words. */
export function wasIs([was, now]: readonly string[]): string[] {
  return was === undefined || now === undefined ? [] : [`Was: ${was}`, `Is now: ${now}`]
}

/** In the history, in the place of a day nobody knows. */
export const NOT_KNOWN = 'unknown'

/** A day of the history in words; what is no day stays as it is. */
export function dayWords(code: string): string {
  if (code === NOT_KNOWN) return 'not known'
  return isDay(code) ? formatDayLong(code) : code
}
