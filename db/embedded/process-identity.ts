import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)

/**
 * What tells a process from a later one with the same number: when it started. Numbers are soon reused, above all in a
 * restarted container. Null when no such process runs (a dead one nobody has waited for counts as none).
 */
export async function processStart(pid: number): Promise<string | null> {
  if (process.platform !== 'linux') return psColumn(pid, 'lstart=')
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null)
  // The name, in brackets, may hold spaces: the fields are counted from after it.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')
  if (!fields || fields[0] === 'Z' || fields[0] === 'X') return null
  return fields[19] ?? null
}

/** The command line of a running process, its parts joined by spaces; null when there is none. */
export async function processCommand(pid: number): Promise<string | null> {
  if (process.platform !== 'linux') return psColumn(pid, 'args=')
  const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
  return line === '' ? null : line.replaceAll('\0', ' ')
}

async function psColumn(pid: number, column: string): Promise<string | null> {
  const found = await run('ps', ['-o', column, '-p', String(pid)]).catch(() => null)
  return found?.stdout.trim() || null
}
