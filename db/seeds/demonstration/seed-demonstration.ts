import type { Kysely } from 'kysely'
import type { DB } from '@db/schema'
import type { DomainContext } from '~/domain/context'
import { hashPassword } from '~/domain/account/hash-password.server'
import { DEMONSTRATION_PASSWORD } from '~/domain/account/demonstration-list'
import { seedCases } from './cases/seed-cases'
import { seedChecks } from './seed-checks'
import { seedDirectory } from './seed-directory'
import { seedNominations } from './programmes/seed-nominations'
import { seedReferrals } from './seed-referrals'
import { seedRegister } from './register/seed-register'
import { seedThresholds } from './register/seed-thresholds'
import { seedShortlists } from './seed-shortlists'
import { seedWaiting } from './waiting/seed-waiting'

/**
 * Fills an empty, migrated database with the demonstration: everything dated from `app.clock()`.
 * @param owner throughgate_owner, for what nobody does on a screen
 * @param app as the service connects, so that cases and referrals are made by the service's own use cases
 */
export async function seedDemonstration(owner: Kysely<DB>, app: DomainContext): Promise<void> {
  await seedDirectory(owner, await hashPassword(DEMONSTRATION_PASSWORD), app.clock())
  const cases = await seedCases(owner, app)
  await seedReferrals(app, cases)
  await seedShortlists(app, cases)
  await seedChecks(app, cases)
  await seedNominations(app, cases)
  await seedRegister(app)
  await seedThresholds(app)
  await seedWaiting(owner, app)
}
