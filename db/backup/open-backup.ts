import { z } from 'zod'
import { jobsVersion } from '../job-schema'
import { migrationNames } from '../migrate'
import { dataOf } from './file/frames'
import { readBackupFile } from './file/read-file'
import { type Manifest, manifestSchema, type MeasuredTable } from './manifest'
import { createMeter } from './measure'

export interface BackupFile {
  path: string
  /** 32 bytes; null where none is given. */
  key: Buffer | null
}

/** What is kept under one name in a backup. */
const entrySchema = z.union([
  z.object({ table: z.string(), columns: z.array(z.string()) }),
  z.object({ archive: z.literal('pg_dump') }),
])
type Entry = z.infer<typeof entrySchema>

/** Takes the bytes of one entry; all of them must be read. */
export type EntryReader = (entry: Entry, bytes: AsyncIterable<Buffer>) => Promise<void>

/** Reads a backup from the first entry to the last. @returns its manifest, once the seal holds */
export async function readEntries({ path, key }: BackupFile, read: EntryReader): Promise<Manifest> {
  const frames = readBackupFile(path, key)
  let manifest: Manifest | null = null
  try {
    for (let next = await frames.next(); !next.done; next = await frames.next()) {
      const { value } = next
      if (value.kind === 'manifest') manifest = readAs(manifestSchema, path, value.text)
      else if (value.kind === 'entry') await read(readAs(entrySchema, path, value.name), dataOf(frames))
    }
  } finally {
    await frames.return()
  }
  if (manifest === null) throw new Error(`${path} is cut short: it has no end.`)
  return manifest
}

/**
 * Reads a whole backup and changes nothing: its seal holds, every table has the rows its manifest says, and this release knows every
 * migration that had run where it was made.
 * @param folder of migrations
 * @throws Error that says what is wrong
 */
export async function checkBackup(file: BackupFile, folder: string): Promise<Manifest> {
  const found: MeasuredTable[] = []
  const manifest = await readEntries(file, async (entry, bytes) => {
    const meter = createMeter(false)
    for await (const piece of bytes) meter.take(piece)
    if ('table' in entry) found.push({ name: entry.table, ...meter.end() })
  })
  refuseOtherRows(file.path, manifest, found)
  await refuseUnknownMigrations(file.path, manifest, folder)
  return manifest
}

function readAs<T>(schema: z.ZodType<T>, path: string, text: string): T {
  const read = schema.safeParse(parsed(text))
  if (read.success) return read.data
  throw new Error(`${path} says of itself what this release cannot read.`)
}

/** What is no JSON is undefined: an error of the parser would quote it. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function refuseOtherRows(path: string, { data, tables }: Manifest, found: MeasuredTable[]): void {
  if (data === 'pg_dump') return
  const rowsIn = new Map(found.map(({ name, rows, checksum }) => [name, `${rows} ${checksum}`]))
  const wrong = tables.filter(({ name, rows, checksum }) => rowsIn.get(name) !== `${rows} ${checksum}`)
  if (wrong.length > 0 || tables.length !== found.length)
    throw new Error(
      `${path} does not hold what it says it holds: ${wrong.map(({ name }) => name).join(', ') || 'another number of tables'}.`,
    )
}

async function refuseUnknownMigrations(path: string, manifest: Manifest, folder: string): Promise<void> {
  const known = await migrationNames(folder)
  const unlike = manifest.migrations.find((name, at) => known[at] !== name)
  if (unlike !== undefined)
    throw new Error(
      `${path} was made by another release: its database had run ${unlike}, which this release ${known.includes(unlike) ? 'runs in another order' : 'has not'}. Restore it with the release that made it, or a later one.`,
    )
  if (manifest.jobs.version !== jobsVersion())
    throw new Error(
      `${path} holds jobs of pg-boss’s tables of version ${manifest.jobs.version}, and this release has version ${jobsVersion()}. Restore it with the release that made it, then migrate.`,
    )
}
