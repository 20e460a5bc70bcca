import type { Kysely } from 'kysely'
import { migrateToLatest, pendingMigrations } from '@db/migrate'
import { resolveDatabase } from '@db/resolve-database'
import type { DB } from '@db/schema'
import { asSignIn } from '@db/viewer-transaction'
import type { Environment } from '~/config/config'

export interface PreparedDatabase {
  urls: { app: string; worker: string }
  stop(): Promise<void>
}

/**
 * The database to serve from. Our own inside the project is migrated on the spot; a configured one is not touched: who
 * serves pages does not hold the owner's key.
 */
export async function prepareDatabase(
  env: Environment,
  worker: 'in-process' | 'apart',
): Promise<PreparedDatabase> {
  if (!isConfigured(env)) {
    const own = await resolveDatabase(env, ['owner', 'app', 'worker'])
    await migrateToLatest(own.urls.owner)
    return own
  }
  if (worker === 'apart') {
    const configured = await resolveDatabase(env, ['app'])
    return { ...configured, urls: { app: configured.urls.app, worker: '' } }
  }
  return resolveDatabase(env, ['app', 'worker'])
}

/** What keeps a production server from starting on this database, each with how to mend it. */
export async function databaseProblems(db: Kysely<DB>): Promise<string[]> {
  const pending = await pendingMigrations(db)
  if (pending.length > 0) return [`The database lacks ${pending.join(', ')}. Run: npm run db:migrate`]
  if (await hasDemonstrationAccounts(db)) {
    return [
      'The database holds accounts of the demonstration, whose password is public. Start on a database of its own, ' +
        'or run npm run demo to see the demonstration.',
    ]
  }
  return []
}

/** They alone have addresses at example.org, which nobody can own. */
async function hasDemonstrationAccounts(db: Kysely<DB>): Promise<boolean> {
  const found = await asSignIn(db, trx =>
    trx.selectFrom('person').select('id').where('email', 'like', '%@example.org').limit(1).executeTakeFirst(),
  )
  return found !== undefined
}

function isConfigured(env: Environment): boolean {
  return Object.keys(env).some(name => /^DATABASE_(\w+_)?URL$/.test(name) && env[name])
}
