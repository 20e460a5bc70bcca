import { createServer } from 'node:net'
import { resolve } from 'node:path'
import { DEMONSTRATION_ACCOUNTS, DEMONSTRATION_PASSWORD } from '~/domain/account/demonstration-list'
import { contentsOf, emptyDemonstration } from '@db/seeds/seeded-database'
import { migrateToLatest } from '@db/migrate'
import { moveClock } from '@db/move-clock'
import { resolveDatabase } from '@db/resolve-database'
import { ensureRoles, passwordsIn } from '@db/roles'
import { clockAhead, machineClock } from '~/server/clock'
import { configurationError, type Environment, readConfig, type ServerConfig } from '~/config/config'
import { resolveMasterKey } from '~/config/master-key'
import { builtPages } from '~/server/web/remix-pages'
import { runServer } from '~/server/run'
import { type RunningServer, serve } from '~/server/serve'
import { buildIfStale } from './build-if-stale'
import { layOutDemonstration } from './lay-out-demonstration'

const PROJECT_ROOT = resolve(import.meta.dirname, '..')

/** Its dates are relative to the day it was laid out: after a week too many of them have passed. */
const STALE_AFTER_MS = 7 * 86_400_000

process.env.NODE_ENV = 'production'

/** npm run demo: the whole service with an invented world, nothing to configure. `-- --fresh` lays the world out anew. */
await runServer(() =>
  startDemonstration(demonstrationEnvironment(process.env), process.argv.includes('--fresh')),
)

async function startDemonstration(env: Environment, fresh: boolean): Promise<RunningServer> {
  const config = readConfig(env, 'demonstration')
  await refuseTakenPort(config)
  buildIfStale(PROJECT_ROOT)
  const aheadMs = config.testNow === null ? 0 : config.testNow.getTime() - machineClock().getTime()
  const clock = clockAhead(aheadMs)
  const database = await resolveDatabase(env, ['owner', 'app', 'worker'])
  if (database.source === 'configured') await ensureRoles(database.urls.owner, passwordsIn(database.urls))
  const { owner } = database.urls
  const isLaidOut = await prepare(owner, clock(), fresh)
  await moveClock(owner, aheadMs)
  if (!isLaidOut) await layOutDemonstration(database.urls, await resolveMasterKey(config), clock())
  const server = await serve(env, 'demonstration', builtPages, clock)
  printAccounts(server.origin)
  return { ...server, stop: () => server.stop().then(() => database.stop()) }
}

/** Data of its own, so that laying the world out anew takes nothing from development; a quiet log, so that the accounts stay in sight. */
function demonstrationEnvironment(env: Environment): Environment {
  return {
    ...env,
    THROUGHGATE_DATA: env.THROUGHGATE_DATA || '.data/demonstration',
    LOG_LEVEL: env.LOG_LEVEL || 'warn',
  }
}

/** The database migrated, and emptied when it is to be. @returns whether it holds a world that is still good */
async function prepare(ownerUrl: string, now: Date, fresh: boolean): Promise<boolean> {
  const contents = await contentsOf(ownerUrl)
  if (contents.kind === 'something else') {
    throw configurationError([
      'The database holds accounts that are not the demonstration’s: give it one of its own.',
    ])
  }
  const isThere = contents.kind === 'demonstration'
  const isStale = isThere && Math.abs(now.getTime() - contents.laidOutAt.getTime()) > STALE_AFTER_MS
  if (isStale) console.log('The world was laid out more than a week ago: laying it out anew, from today.')
  if (fresh || isStale) await emptyDemonstration(ownerUrl)
  await migrateToLatest(ownerUrl)
  return isThere && !fresh && !isStale
}

/** Before anything else is done, since building and laying out take their time. */
async function refuseTakenPort({ port, host }: ServerConfig): Promise<void> {
  const isFree = await new Promise<boolean>(settle => {
    const probe = createServer()
    probe.once('error', () => settle(false))
    probe.listen(port, host, () => probe.close(() => settle(true)))
  })
  if (!isFree)
    throw configurationError([`Port ${port} is taken. Set PORT to another, such as PORT=${port + 1}.`])
}

function printAccounts(origin: string): void {
  const rows = DEMONSTRATION_ACCOUNTS.map(
    ({ email, organisation, does }) => `  ${email.padEnd(38)} ${organisation}: ${does}`,
  )
  console.log(
    [
      '',
      'The demonstration is ready: every person, provider and vacancy in it is invented.',
      `Sign in at ${origin}/sign-in with the password: ${DEMONSTRATION_PASSWORD}`,
      '',
      ...rows,
      '',
    ].join('\n'),
  )
}
