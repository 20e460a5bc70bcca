import type { RequestHandler } from 'express'
import type { Kysely } from 'kysely'
import { pendingMigrations } from '@db/migrate'
import type { DB } from '@db/schema'
import type { SearchService } from '@search/search-service'
import type { ServerConfig } from '~/config/config'

export interface Readiness {
  db: Kysely<DB>
  /** False from the moment the server is asked to stop. */
  isServing: () => boolean
  /** Whether the worker of this process runs; null when it runs apart. */
  isWorkerRunning: () => boolean | null
  config: Pick<ServerConfig, 'smtpUrl'>
  search: Pick<SearchService, 'standing'>
}

/** /healthz: the process answers. */
export const healthz: RequestHandler = (_request, response) => {
  response.set('Cache-Control', 'no-store').json({ ok: true })
}

/** /readyz: whether requests should be sent here, and what is in the way. */
export function readyz(readiness: Readiness): RequestHandler {
  return (_request, response, next) => {
    readinessNow(readiness).then(state => {
      response
        .status(state.ok ? 200 : 503)
        .set('Cache-Control', 'no-store')
        .json(state)
    }, next)
  }
}

async function readinessNow(readiness: Readiness) {
  const database = await databaseState(readiness.db)
  const worker = { true: 'ok', false: 'stopped', null: 'apart' }[`${readiness.isWorkerRunning()}`]
  const serving = readiness.isServing()
  const ok = serving && database === 'ok' && worker !== 'stopped'
  // Whatever becomes of Meilisearch, the engine inside answers: the service is ready all the same.
  const search = readiness.search.standing()
  return { ok, serving, database, worker, search, mail: mailState(worker, readiness.config) }
}

/** Whoever works apart has the address of the mail server, not this process. Without one the service is ready all the same. */
function mailState(
  worker: string | undefined,
  { smtpUrl }: Readiness['config'],
): 'ok' | 'not sent' | 'apart' {
  if (worker === 'apart') return 'apart'
  return smtpUrl === null ? 'not sent' : 'ok'
}

async function databaseState(db: Kysely<DB>): Promise<'ok' | 'migrations pending' | 'unreachable'> {
  try {
    const pending = await pendingMigrations(db)
    return pending.length === 0 ? 'ok' : 'migrations pending'
  } catch {
    return 'unreachable'
  }
}
