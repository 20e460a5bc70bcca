import type { Kysely } from 'kysely'
import { newId } from '@db/id'
import type { DB } from '@db/schema'
import type { Role, SignedInViewer } from '@db/viewer'

interface OrganisationFields {
  name?: string
  kind?: 'prison' | 'provider' | 'council' | 'commissioner' | 'region'
  prisonCode?: string
  authorityCode?: string
  phone?: string
}

/** Adds an organisation, a prison's team unless told. Gives its id. Takes the owner's connection. */
export async function addOrganisation(owner: Kysely<DB>, fields: OrganisationFields = {}): Promise<string> {
  const kind = fields.kind ?? 'prison'
  const id = newId()
  await owner
    .insertInto('organisation')
    .values({
      id,
      name: fields.name ?? `${kind} ${id.slice(0, 4)}`,
      kind,
      prisonCode: fields.prisonCode ?? (kind === 'prison' ? 'LNI' : null),
      authorityCode: fields.authorityCode ?? null,
      phone: fields.phone ?? null,
    })
    .execute()
  return id
}

/** Adds an invitation to be a manager there, which nobody has used. */
export async function addInvitation(
  owner: Kysely<DB>,
  organisationId: string,
  email: string,
  invitedAt = new Date(),
): Promise<void> {
  const expiresAt = new Date(invitedAt.getTime() + 7 * 24 * 60 * 60 * 1000)
  await owner
    .insertInto('invitation')
    .values({ id: newId(), email, organisationId, role: 'provider_manager', invitedAt, expiresAt })
    .execute()
}

/** Adds a person with one membership, and gives the viewer they are when signed in. */
export async function addMember(
  owner: Kysely<DB>,
  organisationId: string,
  role: Role,
): Promise<SignedInViewer> {
  const personId = newId()
  const membershipId = newId()
  const name = `${role} ${personId.slice(0, 4)}`
  await owner
    .insertInto('person')
    .values({ id: personId, email: `${personId}@example.org`, name, passwordHash: 'none' })
    .execute()
  await owner.insertInto('membership').values({ id: membershipId, personId, organisationId, role }).execute()
  return { kind: 'member', personId, organisationId, membershipId, role }
}
