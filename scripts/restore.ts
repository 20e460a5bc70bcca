import { resolve } from 'node:path'
import { createDatabase } from '@db/connection'
import { createEmptyDatabase } from '@db/backup/databases'
import type { BackupFile } from '@db/backup/open-backup'
import { restoreBackup } from '@db/backup/restore-backup'
import { urlForDatabase, URL_SETTINGS } from '@db/database-urls'
import { migrateToLatest } from '@db/migrate'
import { resolveDatabase } from '@db/resolve-database'
import { ensureRoles, passwordsIn } from '@db/roles'
import { readBackupKey } from '~/config/backup-key'
import { machineClock } from '~/server/clock'
import { makeReady } from '~/server/work/after-restore'
import { readArguments } from './backup/arguments'
import { describeBackup, fail, printCompared } from './backup/print'
import { runDrill } from './backup/run-drill'

const USE =
  'npm run restore -- FILE [--to NAME] [--unencrypted]; npm run restore -- --settle [--to NAME]; npm run restore -- --drill FILE [--unencrypted]'
const SWITCHES = { '--to': true, '--drill': false, '--settle': false, '--unencrypted': false }

/**
 * npm run restore -- FILE: into an empty database, compared with what the backup says of itself, and made ready to be signed in to.
 * npm run restore -- --settle: the last of these alone, where a restore was stopped after its rows came to stand.
 */
async function main(): Promise<void> {
  const { file, switches } = readArguments(process.argv.slice(2), SWITCHES, USE)
  const isSettling = switches.has('--settle')
  if ((file === null) !== isSettling || (isSettling && switches.has('--drill')))
    throw new Error(`Use: ${USE}`)
  const backup =
    file === null
      ? null
      : { path: resolve(file), key: switches.has('--unencrypted') ? null : readBackupKey(process.env) }
  if (backup && switches.has('--drill')) return runDrill(backup)
  const database = await resolveDatabase(process.env, ['owner', 'app', 'worker'])
  try {
    const name = switches.get('--to')
    if (database.source === 'configured') await ensureRoles(database.urls.owner, passwordsIn(database.urls))
    const to = (url: string) => (name === undefined ? url : urlForDatabase(url, name))
    const urls = { owner: to(database.urls.owner), worker: to(database.urls.worker) }
    if (backup && name !== undefined) await createEmptyDatabase(database.adminUrl, name)
    const sessions = backup ? await restore(backup, urls.owner) : await bringUpToDate(urls.owner)
    await settle(urls.worker, sessions)
    sayWhatIsNext(name)
  } finally {
    await database.stop()
  }
}

/** @returns how many sessions ended as it came to stand */
async function restore(backup: BackupFile, ownerUrl: string): Promise<number> {
  const order = { ...backup, ownerUrl, env: process.env }
  const { manifest, compared, migrated, sessions } = await restoreBackup(order)
  printCompared(compared)
  console.log(`Restored: ${describeBackup(manifest)}.`)
  sayMigrated(migrated)
  return sessions
}

/** A restore that was stopped may not have migrated on. */
async function bringUpToDate(ownerUrl: string): Promise<number> {
  sayMigrated(await migrateToLatest(ownerUrl))
  return 0
}

function sayMigrated(migrated: string[]): void {
  if (migrated.length > 0) console.log(`Migrated on: ${migrated.join(', ')}.`)
}

/** Nobody has signed in yet: what is over goes first. */
async function settle(workerUrl: string, endedBefore: number): Promise<void> {
  const worker = createDatabase(workerUrl, { statementTimeoutMs: 60_000 })
  try {
    const { sessions, links, codes, deleted } = await makeReady(worker, machineClock, (_error, caseId) =>
      console.error(`The case ${caseId} could not be deleted; the worker tries again at night.`),
    )
    const { cases, referrals, listed, notes, audited } = deleted
    console.log(
      `Ended ${endedBefore + sessions} sessions, ${links} links that waited and the recovery codes of ${codes} people. Deleted what was kept long enough: ${cases} cases, ${referrals} referrals’ words, ${listed} entries of release lists, ${notes} notes, ${audited} entries of the audit.`,
    )
  } finally {
    await worker.destroy()
  }
}

function sayWhatIsNext(name: string | undefined): void {
  const settings = Object.values(URL_SETTINGS).join(', ')
  if (name !== undefined) console.log(`Next: let ${settings} name the database ${name}.`)
  console.log(
    'Next, with a Meilisearch: npm run reindex. Without one each process fills its own as it starts.',
  )
  console.log(
    'Then see docs/backups.md, “After a restore”: what was done after the backup was made is not in it.',
  )
}

main().catch(fail)
