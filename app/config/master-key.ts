import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ServerConfig } from './config'

/**
 * The configured master key, or, where none need be configured (development, the demonstration), the one kept in the data
 * directory, made there the first time and readable by its owner alone.
 */
export async function resolveMasterKey(
  config: Pick<ServerConfig, 'masterKey' | 'dataDirectory'>,
): Promise<Buffer> {
  if (config.masterKey) return config.masterKey
  const path = join(config.dataDirectory, 'master.key')
  await mkdir(config.dataDirectory, { recursive: true })
  try {
    // Two processes may start at once: the first to write wins, the other reads what it wrote.
    await writeFile(path, randomBytes(32).toString('base64'), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  return Buffer.from(await readFile(path, 'utf8'), 'base64')
}
