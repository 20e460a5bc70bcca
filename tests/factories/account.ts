import type { Kysely } from 'kysely'
import { newId } from '@db/id'
import type { DB } from '@db/schema'
import type { Role, SignedInViewer } from '@db/viewer'

/** Of every account that tests sign in with. */
export const TEST_PASSWORD = 'a password for tests alone'

/** argon2id of TEST_PASSWORD at the service's cost, made once: a test need not spend the time. */
const TEST_PASSWORD_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$IKlKKAS0NUQzpUmLRkD/qQ$MJepGV/75hyaaeHiBFq0qJSTiblxWMk5PTHheBjoGZY'

/** Adds a person who can sign in with TEST_PASSWORD, and their membership. Takes the owner's connection. */
export async function addAccount(
  owner: Kysely<DB>,
  organisationId: string,
  role: Role,
  email: string,
): Promise<SignedInViewer> {
  const personId = newId()
  const membershipId = newId()
  await owner
    .insertInto('person')
    .values({ id: personId, email, name: `Person at ${email}`, passwordHash: TEST_PASSWORD_HASH })
    .execute()
  await owner.insertInto('membership').values({ id: membershipId, personId, organisationId, role }).execute()
  return { kind: 'member', personId, organisationId, membershipId, role }
}
