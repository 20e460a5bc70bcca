import { resolve } from 'node:path'
import { readBackupKey } from '~/config/backup-key'
import { readArguments } from './backup/arguments'
import { fail } from './backup/print'
import { runDrill } from './backup/run-drill'

/** npm run drill [-- FILE [--unencrypted]]: whether a backup can be restored, tried beside the database that serves. */
async function main(): Promise<void> {
  const { file, switches } = readArguments(
    process.argv.slice(2),
    { '--unencrypted': false },
    'npm run drill, or npm run drill -- FILE [--unencrypted]',
  )
  const key = switches.has('--unencrypted') ? null : readBackupKey(process.env)
  await runDrill(file === null ? null : { path: resolve(file), key })
}

main().catch(fail)
