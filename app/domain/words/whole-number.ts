/**
 * How a whole number is typed, for every form and file: '1480' or '1,480'. A comma stands between thousands alone, so that '1,48' is never taken for
 * 148, nor a comma for a point. Safe for the browser.
 */

/** A whole number of up to nine figures; null for what is none. */
export function readWhole(typed: string): number | null {
  const text = typed.trim()
  if (!/^(?:\d{1,9}|\d{1,3}(?:,\d{3}){1,2})$/.test(text)) return null
  return Number(text.replaceAll(',', ''))
}
