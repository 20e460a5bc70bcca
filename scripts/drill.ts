import { resolve } from 'node:path'
import { readBackupKey } from '~/config/backup-key'
import { readArguments } from './backup/arguments'
import { fail } from './backup/print'
import { runDrill } from './backup/run-drill'

/** npm run drill [-- FILE]: whether a backup can be restored, tried beside the database that serves. */
async function main(): Promise<void> {
  const { file } = readArguments(process.argv.slice(2), {}, 'npm run drill, or npm run drill -- FILE')
  await runDrill(file === null ? null : { path: resolve(file), key: readBackupKey(process.env) })
}

main().catch(fail)
