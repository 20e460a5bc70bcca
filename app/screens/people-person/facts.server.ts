import type { SignedInViewer } from '@db/viewer'
import { ROLE_NAMES } from '~/domain/account/account'
import type { DomainContext } from '~/domain/context'
import { accessKept } from '~/domain/people/people-list.server'
import { rolesKeptBy } from '~/domain/people/roles-of-kind'
import { formatDayLong, londonDay } from '~/domain/time/calendar'
import { newIdempotencyKey } from '~/http/new-idempotency-key.server'
import { changeLine } from './page'

/** What the page of one access shows; null where there is none that is the viewer's to keep. */
export async function personFor(app: DomainContext, viewer: SignedInViewer, membershipId: string) {
  const found = await accessKept(app.db, viewer, membershipId)
  if (found === null) return null
  const { access, roles, changes } = found
  const kept = rolesKeptBy(viewer.role)
  const carried = () => ({ idempotencyKey: newIdempotencyKey(), version: access.version })
  return {
    name: access.name,
    email: access.email,
    organisationName: access.organisationName,
    role: ROLE_NAMES[access.role],
    start: { name: access.name, role: access.role },
    since: formatDayLong(londonDay(access.since)),
    ended: access.endedAt && formatDayLong(londonDay(access.endedAt)),
    isClosed: access.isClosed,
    membershipId,
    mayMendSignIn:
      viewer.role === 'administrator' && access.endedAt === null && access.personId !== viewer.personId,
    mayKeep: kept.includes(access.role),
    roles: roles.filter(role => kept.includes(role)).map(role => ({ value: role, text: ROLE_NAMES[role] })),
    carried: { name: carried(), role: carried(), end: carried() },
    changes: changes.map(changeLine),
  }
}

export type PersonFacts = NonNullable<Awaited<ReturnType<typeof personFor>>>
