import { mkdir } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { takeBackup } from '@db/backup/take-backup'
import { resolveDatabase } from '@db/resolve-database'
import { readBackupKey } from '~/config/backup-key'
import { defaultOf } from '~/config/settings'
import { machineClock } from '~/server/clock'
import { readArguments } from './backup/arguments'
import { describeBackup, fail } from './backup/print'

const PROJECT_ROOT = resolve(import.meta.dirname, '..')
const USE = 'npm run backup [-- FILE] [--own-format] [--unencrypted]'

/** npm run backup: one file of all rows of one instant, while the service goes on. */
async function main(): Promise<void> {
  const { file, switches } = readArguments(
    process.argv.slice(2),
    { '--own-format': false, '--unencrypted': false },
    USE,
  )
  const key = switches.has('--unencrypted') ? null : readBackupKey(process.env)
  const database = await resolveDatabase(process.env, ['owner'])
  try {
    const isReal = database.source === 'configured' || process.env.NODE_ENV === 'production'
    if (key === null && isReal && !switches.has('--unencrypted')) throw new Error(UNENCRYPTED)
    const path = resolve(file ?? join(usualFolder(), `throughgate-${stampOf(machineClock())}.backup`))
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    const env = switches.has('--own-format') ? null : process.env
    const manifest = await takeBackup({ ownerUrl: database.urls.owner, path, key, env })
    console.log(`Backed up: ${describeBackup(manifest)}.`)
    console.log(
      `${key === null ? 'NOT ENCRYPTED' : 'Encrypted with BACKUP_KEY'}, for its owner alone: ${path}`,
    )
    console.log(
      'Without the same MASTER_KEY no name in it can be read again; try it with npm run drill -- FILE.',
    )
  } finally {
    await database.stop()
  }
}

const UNENCRYPTED =
  'BACKUP_KEY is not set, and what would be written are people’s cases. Make a key with: openssl rand -base64 32, and keep it ' +
  'elsewhere than the backups; or, where the disk itself is encrypted, say so: npm run backup -- --unencrypted'

function usualFolder(): string {
  return resolve(PROJECT_ROOT, process.env.THROUGHGATE_DATA || defaultOf('THROUGHGATE_DATA'), 'backups')
}

/** 2026-11-27T204001Z: sorted by name is sorted by time. */
function stampOf(now: Date): string {
  return now.toISOString().replace(/\.\d+/, '').replaceAll(':', '')
}

main().catch(fail)
