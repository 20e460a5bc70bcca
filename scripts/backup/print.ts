import type { Manifest } from '@db/backup/manifest'
import { type Compared, comparedLines } from '@db/backup/compare'
import { RestoredOther } from '@db/backup/restore-backup'

/** What a backup is, in one line: nothing of what stands in it. */
export function describeBackup({ madeAt, from, data, tables, migrations }: Manifest): string {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  const kind = data === 'copy' ? 'rows by COPY' : 'an archive of pg_dump'
  return `${tables.length} tables, ${rows} rows at ${madeAt}, as ${kind}; ${from.database} on ${from.host}, PostgreSQL ${from.server}, migrated to ${migrations.at(-1)}`
}

export function printCompared(lines: readonly Compared[]): void {
  comparedLines(lines).forEach(line => console.log(line))
}

/** Says why a command failed, what differed first, and lets the process end with 1. */
export function fail(error: unknown): void {
  if (error instanceof RestoredOther) printCompared(error.compared)
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
