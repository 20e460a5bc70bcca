import { execFile, spawn } from 'node:child_process'
import { access } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { LEFT_OUT } from './catalogue'

const run = promisify(execFile)

/** PostgreSQL's own programs, as new as the server at least: an older one refuses it. */
export interface PgTools {
  dump: string
  restore: string
  major: number
}

/** What an index is built from anew is not worth its place; the list of migrations, in an archive, belongs to the schema. */
const WITHOUT_ROWS = LEFT_OUT.filter(name => !name.startsWith('kysely'))
const WORDS_KEPT = 2000

/**
 * Finds pg_dump and pg_restore for a server of this major version: in the folder PG_BIN names, else on the PATH, else where Debian and
 * others install them beside each other. null where there are none so new; then a backup is of our own.
 */
export async function findPgTools(
  serverMajor: number,
  env: Record<string, string | undefined>,
): Promise<PgTools | null> {
  const folders = env.PG_BIN
    ? [env.PG_BIN]
    : [...(env.PATH ?? '').split(delimiter), ...usualFolders(serverMajor)]
  for (const folder of folders.filter(each => each !== '')) {
    const tools = { dump: join(folder, 'pg_dump'), restore: join(folder, 'pg_restore') }
    const majors = await Promise.all([majorOf(tools.dump), majorOf(tools.restore)])
    const major = Math.min(...majors)
    if (major >= serverMajor) return { ...tools, major }
  }
  return null
}

/** Below 0 where there is no such program. */
async function majorOf(program: string): Promise<number> {
  try {
    await access(program)
    const { stdout } = await run(program, ['--version'])
    return Number(/\(PostgreSQL\) (\d+)/.exec(stdout)?.[1] ?? -1)
  } catch {
    return -1
  }
}

function usualFolders(major: number): string[] {
  return [
    `/usr/lib/postgresql/${major}/bin`,
    `/usr/pgsql-${major}/bin`,
    `/opt/homebrew/opt/postgresql@${major}/bin`,
  ]
}

/** The archive of pg_dump in its custom format, of the rows that a snapshot sees, byte after byte. @throws Error in pg_dump's words */
export async function* dumpArchive(
  tools: PgTools,
  ownerUrl: string,
  snapshot: string,
): AsyncGenerator<Buffer> {
  const without = WITHOUT_ROWS.map(table => `--exclude-table-data=public.${table}`)
  const args = [
    '--format=custom',
    '--compress=0',
    '--no-owner',
    '--enable-row-security',
    `--snapshot=${snapshot}`,
  ]
  const child = spawn(tools.dump, [...args, ...without], { env: connectionSettings(ownerUrl) })
  const ended = endOf(child, 'pg_dump')
  ended.catch(() => undefined)
  for await (const bytes of child.stdout) yield bytes as Buffer
  await ended
}

/** Loads such an archive into an empty database, all of it or nothing. @throws Error in pg_restore's words */
export async function loadArchive(
  tools: PgTools,
  ownerUrl: string,
  archive: AsyncIterable<Buffer>,
): Promise<void> {
  const database = decodeURIComponent(new URL(ownerUrl).pathname.slice(1))
  const args = ['--exit-on-error', '--single-transaction', '--no-owner', '--enable-row-security']
  const child = spawn(tools.restore, [...args, `--dbname=${database}`], { env: connectionSettings(ownerUrl) })
  const ended = endOf(child, 'pg_restore')
  const [sent, done] = await Promise.allSettled([pipeline(archive, child.stdin), ended])
  if (done.status === 'rejected') throw done.reason
  if (sent.status === 'rejected') throw sent.reason
}

/** By the environment: what stands in a command line every account of the machine may read. */
function connectionSettings(url: string): NodeJS.ProcessEnv {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url)
  const sslmode = searchParams.get('sslmode')
  return {
    PATH: process.env.PATH,
    NODE_ENV: process.env.NODE_ENV,
    LC_ALL: 'C',
    PGHOST: searchParams.get('host') ?? hostname,
    PGPORT: port || '5432',
    PGUSER: decodeURIComponent(username),
    PGPASSWORD: decodeURIComponent(password),
    PGDATABASE: decodeURIComponent(pathname.slice(1)),
    ...(sslmode && { PGSSLMODE: sslmode }),
  }
}

async function endOf(child: ReturnType<typeof spawn>, name: string): Promise<void> {
  let said = ''
  child.stderr?.on('data', (bytes: Buffer) => {
    said = (said + bytes.toString()).slice(-WORDS_KEPT)
  })
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  // What it says may quote a row: the lines that name what failed, and no more.
  if (code !== 0) throw new Error(`${name} failed: ${said.split('\n').filter(isAboutTables).join('; ')}`)
}

function isAboutTables(line: string): boolean {
  return /^pg_(dump|restore): /.test(line)
}
