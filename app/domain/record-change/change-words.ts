/** What people changed of a record, in words. Which words is for whoever keeps the record to say: a table of columns each. Safe for the browser. */

/** One change of one row, as the trigger note_record_change left it. Of an update the columns that changed, else the row. */
export interface RecordChange {
  id: string
  sequence: number
  happenedAt: Date
  /** Who did it; null for the service itself. */
  by: string | null
  table: string
  operation: 'insert' | 'update' | 'delete'
  before: Readonly<Record<string, unknown>>
  after: Readonly<Record<string, unknown>>
}

/** How a column is called and what it held is said, or what its change says as a whole. */
export type ColumnWords =
  | { label: string; say: (kept: unknown) => string }
  | { tell: (before: unknown, after: unknown) => string | null }

export interface TableWords {
  /** What one row is called: 'Site Rose House'. */
  row: (columns: Readonly<Record<string, unknown>>) => string
  /** By the name of the column, as the database has it. A column that is not listed was typed by nobody. */
  columns: Readonly<Record<string, ColumnWords>>
  /** Of a row that is updated: said before each of its lines where a record has several such rows. */
  isOneOfSeveral?: true
}

/** 'Phone: 0191 498 0000 (was not stated)', 'Area Durham added'. Nothing where nothing that people typed changed. */
export function changeLines(change: RecordChange, words: TableWords | undefined): string[] {
  if (!words) return []
  const { operation, before, after } = change
  if (operation === 'insert') return [`${words.row(after)} added`]
  if (operation === 'delete') return [`${words.row(before)} removed`]
  return Object.entries(words.columns).flatMap(([column, said]) => {
    if (!(column in before) && !(column in after)) return []
    const line = columnLine(said, before[column], after[column])
    return line === null ? [] : [line]
  })
}

function columnLine(said: ColumnWords, before: unknown, after: unknown): string | null {
  if ('tell' in said) return said.tell(before, after)
  const [was, isNow] = [said.say(before), said.say(after)]
  return `${said.label}: ${isNow} (was ${was})`
}
