/** A file of records that comes in and goes out as CSV: one record a line, its columns known by their headings. Safe for the browser. */

export interface SheetRow {
  /** As a spreadsheet counts: the headings are line 1. */
  line: number
  /** By heading. A column that the file does not have is absent: what it says stays as it is. */
  cells: Readonly<Record<string, string>>
}

/** What is wrong, where, and how to mend it. */
export interface SheetWrong {
  line: number
  /** The heading; null for the line as a whole. */
  column: string | null
  say: string
}

interface SheetChange {
  label: string
  from: string
  to: string
}

/** What a line of a file would change. */
export interface SheetLine {
  line: number
  /** Of the record, as people know it. */
  name: string
  isNew: boolean
  changes: readonly SheetChange[]
  /** What may be meant, and hardly is. */
  remarks: readonly string[]
}

/** What a whole file would change, line by line, or every line that is wrong. */
export type SheetPlan<Step> =
  { ok: true; lines: (SheetLine & { step: Step })[] } | { ok: false; wrong: SheetWrong[] }
