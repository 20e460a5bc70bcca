import { createDatabase } from '@db/connection'
import { migrateToLatest } from '@db/migrate'
import { resolveDatabase } from '@db/resolve-database'
import { accountSecrets } from '~/config/account-secrets'
import { readConfig } from '~/config/config'
import { resolveMasterKey } from '~/config/master-key'
import { resetFactorsByCommand } from '~/domain/account/second-factor/reset-by-command.server'
import { readInviteArguments } from '~/domain/people/invite-arguments'
import { inviteFirstAdministrator } from '~/domain/people/first-administrator.server'
import { machineClock } from '~/server/clock'

/** npm run invite -- EMAIL: lets the first administrator in, by a link; or takes the second factor of somebody away who lost it. */
async function main(): Promise<void> {
  const wanted = readInviteArguments(process.argv.slice(2))
  const config = readConfig({ ...process.env, WORKER: 'apart' }, 'production')
  const { link: linkKey } = accountSecrets(await resolveMasterKey(config))
  const database = await resolveDatabase(process.env, ['owner'])
  if (database.source === 'embedded') await migrateToLatest(database.urls.owner)
  const owner = createDatabase(database.urls.owner)
  try {
    if (wanted.resetSecondFactor) {
      const name = await resetFactorsByCommand(owner, wanted.email, machineClock())
      console.log(
        `The second factor of ${name} is taken away, and their sessions are ended. They sign in with their password and set up a new one.`,
      )
      return
    }
    const sendsMail = config.smtpUrl !== null
    const app = { owner, clock: machineClock, linkKey, publicOrigin: config.publicOrigin, sendsMail }
    const { organisationName, link, until } = await inviteFirstAdministrator(app, wanted)
    console.log(
      `${wanted.email} is invited to ${organisationName} as administrator, until ${until}. The link works once:\n\n  ${link}\n`,
    )
    if (sendsMail) console.log('It is owed by email too: the worker sends it.')
  } finally {
    await owner.destroy()
    await database.stop()
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
