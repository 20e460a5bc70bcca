import { spawn } from 'node:child_process'
import { open, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { type PostgresBinaries, SERVER_ENVIRONMENT } from './binaries'
import type { Placement } from './placement'
import { processCommand } from './process-identity'

/** Server settings by name, as in postgresql.conf. */
export type ServerSettings = Record<string, string>

const SETTINGS: ServerSettings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
}

/**
 * The process id of the server that runs on this data directory, or null. The file alone proves nothing: after a crash
 * it stays, and its number may by then be another program's.
 */
export async function findPostmaster(cluster: string): Promise<number | null> {
  const pid = await readPid(cluster)
  if (pid === null) return null
  return (await processCommand(pid))?.includes(cluster) ? pid : null
}

/**
 * Starts the server in a session of its own, so that neither Ctrl-C nor the end of this process takes it along.
 * Returns at once; `hasEnded` tells when it gave up.
 */
export async function spawnPostmaster(
  place: Placement,
  binaries: PostgresBinaries,
  port: number,
  settings: ServerSettings,
): Promise<{ hasEnded(): boolean }> {
  await disownStalePid(place.cluster)
  const options = Object.entries({ ...SETTINGS, ...settings }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ])
  const log = await open(logPath(place), 'a', 0o600)
  try {
    const server = spawn(binaries.postgres, ['-D', place.cluster, '-p', String(port), ...options], {
      ...place.user,
      cwd: place.cluster,
      detached: true,
      env: SERVER_ENVIRONMENT,
      stdio: ['ignore', log.fd, log.fd],
    })
    server.unref()
    let ended = false
    server.once('exit', () => (ended = true)).once('error', () => (ended = true))
    return { hasEnded: () => ended }
  } finally {
    await log.close()
  }
}

/** Asks the server to end its sessions and close its files, and waits until it is gone. */
export async function stopPostmaster(cluster: string): Promise<void> {
  const pid = await findPostmaster(cluster)
  if (pid === null) return
  process.kill(pid, 'SIGINT')
  const giveUpAt = Date.now() + 60_000
  while ((await findPostmaster(cluster)) !== null) {
    if (Date.now() > giveUpAt) throw new Error(`The embedded PostgreSQL (process ${pid}) does not stop.`)
    await delay(20)
  }
}

/** The last lines the server wrote, for an error message. */
export async function readLogEnd(place: Placement): Promise<string> {
  const log = await readFile(logPath(place), 'utf8').catch(() => '')
  return log.trimEnd().split('\n').slice(-8).join('\n')
}

/**
 * PostgreSQL refuses to start while any process has the number in a stale file. Deleting the file would also delete its
 * check for sessions left over from the dead server; a file that names the new server's parent skips the first and keeps the second.
 */
async function disownStalePid(cluster: string): Promise<void> {
  if ((await readPid(cluster)) === null) return
  const path = join(cluster, 'postmaster.pid')
  const [, ...rest] = (await readFile(path, 'utf8')).split('\n')
  await writeFile(path, [process.pid, ...rest].join('\n'))
}

async function readPid(cluster: string): Promise<number | null> {
  const file = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')
  const pid = Number.parseInt(file, 10)
  return pid > 0 ? pid : null
}

function logPath(place: Placement): string {
  return join(place.home, 'server.log')
}
