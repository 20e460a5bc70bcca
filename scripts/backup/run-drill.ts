import { isDifferent } from '@db/backup/compare'
import { drill } from '@db/backup/drill'
import type { BackupFile } from '@db/backup/open-backup'
import { resolveDatabase } from '@db/resolve-database'
import { machineClock } from '~/server/clock'
import { describeBackup, printCompared } from './print'

/** Restores a backup beside the database that serves, says what was compared, and removes it again. @param file null: of one made now */
export async function runDrill(file: BackupFile | null): Promise<void> {
  const database = await resolveDatabase(process.env, ['owner'])
  try {
    const { manifest, compared } = await drill({
      file,
      ownerUrl: database.urls.owner,
      adminUrl: database.adminUrl,
      env: process.env,
      now: machineClock(),
    })
    printCompared(compared)
    console.log(`Tried: ${describeBackup(manifest)}. What was restored is removed again.`)
    if (!isDifferent(compared)) return
    console.error('The database that serves is not what the backup leads to expect: see DIFFERENT above.')
    process.exitCode = 1
  } finally {
    await database.stop()
  }
}
