import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { urlForDatabase } from '../database-urls'
import type { Compared } from './compare'
import { compareWithLive } from './compare-live'
import { createEmptyDatabase, dropMadeDatabase } from './databases'
import type { Manifest } from './manifest'
import type { BackupFile } from './open-backup'
import { restoreBackup } from './restore-backup'
import { takeBackup } from './take-backup'

export interface DrillOrder {
  /** The backup to try; null: one is made now, under a key that nobody has, and removed again. */
  file: BackupFile | null
  /** The database that serves. */
  ownerUrl: string
  /** Of a role that may make databases on that server. */
  adminUrl: string
  env: Record<string, string | undefined>
  now: Date
  /** Of migrations; the service's own unless told. */
  folder?: string
}

export interface Drilled {
  manifest: Manifest
  compared: Compared[]
}

/**
 * Tries a backup: restores it into a database beside the one that serves, compares it with what it says of itself and with the one that serves, and
 * removes it again. Nothing that serves is changed.
 * @throws as restoreBackup does
 */
export async function drill(order: DrillOrder): Promise<Drilled> {
  if (order.file) return restoreBeside(order, order.file)
  const folder = await mkdtemp(join(tmpdir(), 'throughgate-drill-'))
  try {
    const file = { path: join(folder, 'now.backup'), key: randomBytes(32) }
    await takeBackup({ ...file, ownerUrl: order.ownerUrl, env: order.env })
    return await restoreBeside(order, file)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function restoreBeside(
  { ownerUrl, adminUrl, env, now, folder }: DrillOrder,
  file: BackupFile,
): Promise<Drilled> {
  const name = `throughgate_drill_${randomBytes(4).toString('hex')}`
  await createEmptyDatabase(adminUrl, name)
  try {
    const besideUrl = urlForDatabase(ownerUrl, name)
    const { manifest, compared } = await restoreBackup({ ...file, ownerUrl: besideUrl, env, folder })
    return { manifest, compared: [...compared, ...(await compareWithLive(besideUrl, ownerUrl, now))] }
  } finally {
    await dropMadeDatabase(adminUrl, name)
  }
}
