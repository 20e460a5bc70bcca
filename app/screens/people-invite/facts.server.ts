import type { SignedInViewer } from '@db/viewer'
import { ROLE_NAMES } from '~/domain/account/account'
import type { AppConfig } from '~/config/config'
import type { DomainContext } from '~/domain/context'
import { invitableOrganisations } from '~/domain/people/people-list.server'
import { rolesKeptBy } from '~/domain/people/roles-of-kind'
import { newIdempotencyKey } from '~/http/new-idempotency-key.server'
import { ROLE_HINTS } from './page'

/** What the form of inviting offers: organisations with roles, and the roles the viewer may give. */
export async function inviteFor(
  app: DomainContext & { config: Pick<AppConfig, 'sendsMail'> },
  viewer: SignedInViewer,
) {
  const organisations = await invitableOrganisations(app.db, viewer)
  const offered = new Set(organisations.flatMap(({ roles }) => roles))
  const roles = rolesKeptBy(viewer.role).filter(role => offered.has(role))
  return {
    organisations: organisations.map(({ id, name }) => ({ value: id, text: name })),
    roles: roles.map(role => ({ value: role, text: ROLE_NAMES[role], hint: ROLE_HINTS[role] })),
    sendsMail: app.config.sendsMail,
    carried: { idempotencyKey: newIdempotencyKey() },
  }
}

export type InviteFacts = Awaited<ReturnType<typeof inviteFor>>
