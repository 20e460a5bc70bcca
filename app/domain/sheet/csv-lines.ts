import { CsvError, parse } from 'csv-parse/sync'

/** One record of a file that is not blank; the first line of the file is 1. */
export interface CsvLine {
  line: number
  cells: string[]
}

/** The records of a CSV file, or what keeps it from being one. Commas or semicolons, a BOM, any line ends. */
export function csvLines(text: string): CsvLine[] | { line: number; say: string } {
  if (/[\0\uFFFD]/.test(text)) return { line: 1, say: 'This is no text file. Save the list as CSV' }
  const [first = ''] = text.split(/[\r\n]/, 1)
  const delimiter = first.split(';').length > first.split(',').length ? ';' : ','
  try {
    const parsed = parse(text, {
      bom: true,
      delimiter,
      info: true,
      relaxColumnCount: true,
      relaxQuotes: true,
      skipEmptyLines: true,
      trim: true,
      recordDelimiter: ['\r\n', '\n', '\r'],
    }) as unknown as { record: string[]; info: { lines: number } }[]
    return parsed
      .map(({ record, info }) => ({ line: info.lines, cells: record }))
      .filter(({ cells }) => cells.some(cell => cell !== ''))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = Number(error['lines'])
    return { line: Number.isFinite(line) ? line : 1, say: 'A quotation mark is not closed' }
  }
}
