import { type DatabaseUrls, URL_SETTINGS } from '../db/database-urls'
import { migrateToLatest } from '../db/migrate'
import { resolveDatabase } from '../db/resolve-database'
import { ensureRoles, passwordsIn } from '../db/roles'

/** Makes the roles when the owner may (else says what an administrator must run), then migrates. */
async function main(): Promise<void> {
  const { urls, source, stop } = await resolveDatabase(process.env, ['owner'])
  try {
    if (source === 'configured') await ensureRoles(urls.owner, passwordsIn(configuredUrls()))
    const names = await migrateToLatest(urls.owner)
    console.log(names.length === 0 ? 'The database is up to date.' : `Migrated: ${names.join(', ')}.`)
  } finally {
    await stop()
  }
}

function configuredUrls(): Partial<DatabaseUrls> {
  return { app: process.env[URL_SETTINGS.app], worker: process.env[URL_SETTINGS.worker] }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
