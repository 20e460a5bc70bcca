import { createKeyRing } from '@db/encryption/key-ring'
import { resolveDatabase } from '@db/resolve-database'
import { accountSecrets } from '~/config/account-secrets'
import { machineClock } from '~/server/clock'
import { type Environment, type Mode, readConfig } from '~/config/config'
import { catchTheRest } from '~/server/web/last-handler'
import { createLog } from '~/server/log'
import { logUnreadablePolicies } from '~/server/log-policies'
import { makeSearch } from '~/server/make-search'
import { resolveMasterKey } from '~/config/master-key'
import { startWork } from './start-work'

/**
 * Does the background work in a process of its own, beside servers with WORKER=apart.
 * @throws ConfigurationError that says what is wrong and how to mend it
 */
export async function workApart(env: Environment, mode: Mode): Promise<{ stop(): Promise<void> }> {
  const config = readConfig({ ...env, WORKER: 'in-process' }, mode)
  const log = createLog(config.logLevel)
  catchTheRest(log)
  logUnreadablePolicies(log)
  const clock = machineClock
  const masterKey = await resolveMasterKey(config)
  const keys = createKeyRing(masterKey)
  const { link: linkKey } = accountSecrets(masterKey)
  const database = await resolveDatabase(env, ['worker'])
  const { meilisearch } = makeSearch(config, log, clock)
  const work = await startWork({
    config,
    workerUrl: database.urls.worker,
    keys,
    linkKey,
    meilisearch,
    log,
    clock,
  })
  return {
    async stop() {
      await work.stop()
      await database.stop()
    },
  }
}
