import { sql } from 'kysely'

/** Whether a column holds these words in a row, however they are written large or small. */
export function holdsWords(column: string, words: string) {
  return sql<boolean>`position(lower(${words}::text) in lower(${sql.ref(column)})) > 0`
}
