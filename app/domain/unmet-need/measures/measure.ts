import type { TableId } from '../publishable-tables'

/** One cell of a published table; several are added up from their published counts. */
export interface CellRef {
  table: TableId
  cell: string
}

/** What one figure is, in the words that the page, the file and docs/measures.md print alike. */
export interface Measure {
  id: string
  name: string
  /** In one or two plain sentences. */
  definition: string
  /** The figure in a sentence: {n} is its numerator, {d} its denominator. */
  said: string
  numerator: string
  /** Null for a count without a rate. */
  denominator: string | null
  exclusions: string
  unknowns: string
  /** The paper, Act or guidance the rule is from. */
  source: string
  from: {
    numerator: readonly CellRef[]
    denominator: readonly CellRef[]
    /** Printed beside the rate. */
    unknown?: readonly CellRef[]
  }
}
