/**
 * How a number is typed, for every form and file: '1480', '1,480' or '1,480.50'. A comma stands between thousands alone, so that '1,48' is never taken
 * for 148, nor a comma for a point. Safe for the browser.
 */

/** Said beside an amount that cannot be read. */
export const HOW_TO_WRITE = 'a comma only between thousands, like 1,480 or 1,480.50'

/** An amount of money in whole pence, with or without '£'; null for what is none. */
export function readPence(typed: string): number | null {
  const [, whole, rest = ''] = /^£?\s*(\S+?)(?:\.(\d{1,2}))?$/.exec(typed.trim()) ?? []
  const pounds = whole === undefined ? null : readWhole(whole)
  return pounds === null ? null : pounds * 100 + Number(rest.padEnd(2, '0'))
}

/** A whole number of up to nine figures; null for what is none. */
export function readWhole(typed: string): number | null {
  const text = typed.trim()
  if (!/^(?:\d{1,9}|\d{1,3}(?:,\d{3}){1,2})$/.test(text)) return null
  return Number(text.replaceAll(',', ''))
}
