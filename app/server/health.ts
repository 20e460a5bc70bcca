import type { RequestHandler } from 'express'
import type { Kysely } from 'kysely'
import { pendingMigrations } from '@db/migrate'
import type { DB } from '@db/schema'

export interface Readiness {
  db: Kysely<DB>
  /** False from the moment the server is asked to stop. */
  isServing: () => boolean
  /** Whether the worker of this process runs; null when it runs apart. */
  isWorkerRunning: () => boolean | null
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
  return { ok: serving && database === 'ok' && worker !== 'stopped', serving, database, worker }
}

async function databaseState(db: Kysely<DB>): Promise<'ok' | 'migrations pending' | 'unreachable'> {
  try {
    const pending = await pendingMigrations(db)
    return pending.length === 0 ? 'ok' : 'migrations pending'
  } catch {
    return 'unreachable'
  }
}
