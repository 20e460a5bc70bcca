import type { NoteId } from './footnotes-of'
import type { DrawnBar, DrawnStack, DrawnTrend } from '~/ui/chart/drawn'

/** A chart of a page of figures: drawn, in a sentence, and as a table. Safe for the browser. */
export interface ChartShown {
  id: string
  title: string
  sentence: string
  /** The measure whose definition stands at the foot of the page. */
  measure: NoteId
  picture: Picture
  /** Headings, then the rows of the table behind it, all as printed. */
  headings: readonly string[]
  rows: readonly (readonly string[])[]
}

export type Picture =
  | { kind: 'bars'; bars: readonly DrawnBar[]; besideHeading?: string }
  | { kind: 'stacks'; stacks: readonly DrawnStack[] }
  | { kind: 'trend'; trend: DrawnTrend; missing: string }
