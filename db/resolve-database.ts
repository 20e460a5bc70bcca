import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type DatabaseUrls, URL_SETTINGS } from './database-urls'
import { startEmbeddedPostgres } from './embedded/start-embedded-postgres'

export interface ResolvedDatabase<Need extends keyof DatabaseUrls> {
  urls: Pick<DatabaseUrls, Need>
  source: 'configured' | 'embedded'
  /** Of whoever may make another database on that server: our own server's superuser; else the owner, where an administrator lets it; '' where none is set. */
  adminUrl: string
  /** Gives the embedded server up; does nothing to a configured one. */
  stop(): Promise<void>
}

const PROJECT_ROOT = fileURLToPath(new URL('..', import.meta.url))

/**
 * The database to use: the one the settings name, or, when they name none, the server inside the project, started if
 * need be. Its data lie in THROUGHGATE_DATA (default: .data in the project). A process asks only for the addresses it
 * needs, so that the one that serves pages is never given the owner's.
 * @throws Error when DATABASE_URL is set and another needed address is not
 */
export async function resolveDatabase<Need extends keyof DatabaseUrls>(
  env: Record<string, string | undefined>,
  needs: readonly Need[],
): Promise<ResolvedDatabase<Need>> {
  const isConfigured = Object.values(URL_SETTINGS).some(name => env[name])
  if (!isConfigured) {
    const dataDirectory = resolve(PROJECT_ROOT, env.THROUGHGATE_DATA || '.data', 'postgres')
    const { urls, superuserUrl, stop } = await startEmbeddedPostgres({ dataDirectory, onTrouble })
    return { urls, source: 'embedded', adminUrl: superuserUrl, stop }
  }
  return {
    urls: pickConfigured(env, needs),
    source: 'configured',
    adminUrl: env[URL_SETTINGS.owner] ?? '',
    stop: () => Promise.resolve(),
  }
}

function onTrouble(error: unknown): void {
  process.stderr.write(`The embedded PostgreSQL died and is not up again yet: ${String(error)}\n`)
}

function pickConfigured<Need extends keyof DatabaseUrls>(
  env: Record<string, string | undefined>,
  needs: readonly Need[],
): Pick<DatabaseUrls, Need> {
  const configured = {
    owner: env[URL_SETTINGS.owner] ?? '',
    app: env[URL_SETTINGS.app] ?? '',
    worker: env[URL_SETTINGS.worker] ?? '',
  }
  const missing = needs.filter(need => configured[need] === '').map(need => URL_SETTINGS[need])
  if (missing.length === 0) return configured
  throw new Error(
    `A database is configured, but not ${missing.join(' and ')}. Set it, or unset every DATABASE_… setting.`,
  )
}
