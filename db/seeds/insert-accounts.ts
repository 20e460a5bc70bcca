import type { Kysely } from 'kysely'
import type { DB } from '@db/schema'
import type { Role, SignedInViewer } from '@db/viewer'
import { seedId } from './seed-id'

export interface SeededAccount {
  email: string
  name: string
  organisationId: string
  role: Role
}

/** Makes a person and a membership for each account at `createdAt`, all with the one password hash. */
export async function insertAccounts(
  owner: Kysely<DB>,
  accounts: SeededAccount[],
  passwordHash: string,
  createdAt: Date,
): Promise<void> {
  await owner
    .insertInto('person')
    .values(
      accounts.map(({ email, name }) => ({ id: personId(email), email, name, passwordHash, createdAt })),
    )
    .execute()
  await owner
    .insertInto('membership')
    .values(
      accounts.map(({ email, organisationId, role }) => ({
        id: membershipId(email),
        personId: personId(email),
        organisationId,
        role,
        createdAt,
      })),
    )
    .execute()
}

/** The viewer an account signs in as. */
export function viewerFor({ email, organisationId, role }: SeededAccount): SignedInViewer {
  return {
    kind: 'member',
    personId: personId(email),
    organisationId,
    membershipId: membershipId(email),
    role,
  }
}

function personId(email: string): string {
  return seedId(`person:${email}`)
}

function membershipId(email: string): string {
  return seedId(`membership:${email}`)
}
