import type { DB } from '@db/schema'
import type { PAGES } from '~/paths'

type Page = (typeof PAGES)[number][0]

/** Columns of a table that people fill in, the page on which they are corrected, and the test that corrects them there. */
export type TypedColumns = {
  [Table in keyof DB]: {
    table: Table
    columns: readonly (keyof DB[Table] & string)[]
    page: Page
    /** A test file and the name of the test in it. */
    test: readonly [file: string, name: string]
  }
}[keyof DB]
