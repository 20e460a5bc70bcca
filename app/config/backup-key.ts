import type { Environment } from './config'
import { isKey } from './config-schema'

/**
 * The key that backups are encrypted with, null where none is set.
 * @throws Error that says how to make one where it is none
 */
export function readBackupKey({ BACKUP_KEY, MASTER_KEY }: Environment): Buffer | null {
  const given = BACKUP_KEY?.trim() ?? ''
  if (given === '') return null
  if (!isKey(given))
    throw new Error('BACKUP_KEY must be 32 random bytes in base64. Make one with: openssl rand -base64 32')
  if (given === MASTER_KEY?.trim())
    throw new Error(
      'BACKUP_KEY is the same as MASTER_KEY: whoever has a backup and its key could read every name. Make another.',
    )
  return Buffer.from(given, 'base64')
}
