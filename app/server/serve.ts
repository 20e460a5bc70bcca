import { createServer as createHttpServer, type Server } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import type { Logger } from 'pino'
import { createDatabase } from '@db/connection'
import { createKeyRing } from '@db/encryption/key-ring'
import { createJobQueue } from '@db/jobs'
import type { DB } from '@db/schema'
import { accountSecrets } from '~/config/account-secrets'
import { type Clock, machineClock } from './clock'
import {
  configurationError,
  type Environment,
  type Mode,
  readConfig,
  type ServerConfig,
} from '~/config/config'
import { createServer, type Pages } from './create-server'
import { followSearch } from './work/follow-search'
import { reconcileDaily } from './work/reconcile-search'
import { catchTheRest } from './web/last-handler'
import { createLog } from './log'
import { makeSearch } from './make-search'
import { resolveMasterKey } from '~/config/master-key'
import { databaseProblems, prepareDatabase } from './prepare-database'
import type { AppServices } from './services'
import { startWork } from './work/start-work'
import { closeHttpServer } from './stop'

export interface RunningServer {
  /** Where people find it. */
  origin: string
  /** Readiness first, for as long as is told; then requests that have begun, the worker, the index and the database. */
  stop(): Promise<void>
}

/**
 * Brings the whole service up: configuration, database, keys, search, worker, pages. Everything that lives is made here,
 * once, and handed on.
 * @throws ConfigurationError, before anything listens, that says what is wrong and how to mend it
 */
export async function serve(
  env: Environment,
  mode: Mode,
  makePages: (services: AppServices) => Promise<Pages>,
  clock: Clock = machineClock,
): Promise<RunningServer> {
  const config = readConfig(env, mode)
  const log = createLog(config.logLevel)
  catchTheRest(log)
  const masterKey = await resolveMasterKey(config)
  const database = await prepareDatabase(env, config.worker)
  const parts = await bringUp({ config, log, masterKey, clock, urls: database.urls })

  let serving = true
  const services: AppServices = {
    ...parts.live,
    remembersPublicPages: true,
    isServing: () => serving,
    isWorkerRunning: () => parts.work?.isRunning() ?? null,
  }
  const http = await listen(createServer(services, await makePages(services)), config)
  return {
    origin: config.publicOrigin,
    async stop() {
      serving = false
      await delay(config.stopNoticeMs)
      await closeHttpServer(http)
      await parts.work?.stop()
      await parts.daily.stop()
      await parts.follower.stop()
      await parts.live.db.destroy()
      await database.stop()
    },
  }
}

interface Ground {
  config: ServerConfig
  log: Logger
  masterKey: Buffer
  clock: Clock
  urls: { app: string; worker: string }
}

/** Everything live but the web server, in the order each needs the one before. */
async function bringUp({ config, log, masterKey, clock, urls }: Ground) {
  const keys = createKeyRing(masterKey)
  const db = openPool(urls.app, log)
  if (config.mode === 'production') await refuseProblems(db)

  const search = makeSearch(config, log, clock)
  const follower = followSearch({ db, url: urls.app, engine: search.inside, log, clock })
  await follower.start()
  const daily = reconcileDaily({ db, engine: search.inside, name: 'inside', log, clock })
  await search.service.look()
  const { meilisearch } = search
  const secrets = accountSecrets(masterKey)
  const workOptions = { config, linkKey: secrets.link, workerUrl: urls.worker, keys, meilisearch, log, clock }
  const work = config.worker === 'apart' ? null : await startWork(workOptions)
  const live = { config, db, keys, clock, log, secrets, search: search.service, jobs: createJobQueue() }
  return { live, follower, daily, work }
}

function openPool(url: string, log: Logger): Kysely<DB> {
  return createDatabase(url, {
    onIdleError: error => log.warn({ err: error }, 'A connection to the database broke'),
  })
}

async function refuseProblems(db: Kysely<DB>): Promise<void> {
  const problems = await databaseProblems(db)
  if (problems.length > 0) throw configurationError(problems)
}

function listen(app: Parameters<typeof createHttpServer>[1], { port, host }: ServerConfig): Promise<Server> {
  const server = createHttpServer({ requestTimeout: 30_000, headersTimeout: 10_000 }, app)
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === 'EADDRINUSE'
      reject(
        isTaken
          ? configurationError([`Port ${port} is taken. Set PORT to another, or stop what uses it.`])
          : error,
      )
    })
    server.listen(port, host, () => resolve(server))
  })
}
