export type CsvValue = string | number | null

/** Characters a spreadsheet takes for the start of a formula. */
const FORMULA = /^[=+\-@\t\r]/

/**
 * Rows as CSV (RFC 4180), lines ended by CR LF, with the mark that tells spreadsheets it is UTF-8. A text that a
 * spreadsheet would run as a formula is made plain by an apostrophe in front.
 */
export function csvText(rows: ReadonlyArray<readonly CsvValue[]>): string {
  return `\uFEFF${rows.map(row => `${row.map(cell).join(',')}\r\n`).join('')}`
}

function cell(value: CsvValue): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const harmless = FORMULA.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
