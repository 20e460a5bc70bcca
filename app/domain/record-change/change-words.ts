/** What people changed of a record, in words. Which words is for whoever keeps the record to say: a table of columns each. Safe for the browser. */

/** One change of one row, as the trigger note_record_change left it. Of an update the columns that changed, else the row. */
export interface RecordChange {
  id: string
  sequence: number
  happenedAt: Date
  /** Who did it; null for the service itself. */
  by: string | null
  table: string
  /** What the row is called now, where a service has several such rows and it is still there. */
  called: string | null
  operation: 'insert' | 'update' | 'delete'
  before: Readonly<Record<string, unknown>>
  after: Readonly<Record<string, unknown>>
  /** Who struck words out of it, the first one first; of an open history the last one alone. */
  struck: readonly WordsStruck[]
}

/** Of which column, where that is kept; a code of why, where whoever did it had not read them. */
export interface WordsStruck {
  place: string | null
  by: string
  at: Date
  why: string | null
}

/** How a column is called and what it held is said, or what its change says as a whole. */
export type ColumnWords =
  | { label: string; say: (kept: unknown) => string }
  | { tell: (before: unknown, after: unknown) => string | null }
  | { lines: (before: unknown, after: unknown) => string[] }

export interface TableWords {
  /** What one row is called: 'Site Rose House'. */
  row: (columns: Readonly<Record<string, unknown>>) => string
  /** What a row said as it was added, where that is told of it then; left out where its name says enough. */
  added?: (columns: Readonly<Record<string, unknown>>) => string[]
  /** By the name of the column, as the database has it. A column that is not listed was typed by nobody. */
  columns: Readonly<Record<string, ColumnWords>>
  /** Where people type words of their own, by the column, or by a part of it ('criteria.sexNote'), as it is called: what can be struck out. */
  words: Readonly<Record<string, string>>
}

/** As the database has it: 'staffedHours' → 'staffed_hours'. */
export function columnName(field: string): string {
  return field.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)
}

/** 'Phone: 0191 498 0000 (was not stated)', 'Room 3, Rent: £90 (was £85)'. Nothing where nothing that people typed changed. */
export function changeLines(change: RecordChange, words: TableWords | undefined): string[] {
  if (!words) return []
  const { operation, before, after, called } = change
  if (operation === 'insert') return [`${words.row(after)} added`, ...(words.added?.(after) ?? [])]
  if (operation === 'delete') return [`${words.row(before)} removed`]
  const lines = Object.entries(words.columns).flatMap(([column, said]) =>
    column in before || column in after ? columnLines(said, before[column], after[column]) : [],
  )
  return called === null ? lines : lines.map(line => `${called}, ${line}`)
}

function columnLines(said: ColumnWords, before: unknown, after: unknown): string[] {
  if ('lines' in said) return said.lines(before, after)
  if ('tell' in said) return [said.tell(before, after) ?? []].flat()
  return [`${said.label}: ${said.say(after)} (was ${said.say(before)})`]
}
