import type { SignedInViewer } from '@db/viewer'
import { ROLE_NAMES } from '~/domain/account/account'
import { ownAccount } from '~/domain/account/own-account.server'
import type { DomainContext } from '~/domain/context'
import { newIdempotencyKey } from '~/http/new-idempotency-key.server'

/** What the page of somebody's own account shows. */
export async function accountFor(app: DomainContext, viewer: SignedInViewer) {
  const { name, email, accesses } = await ownAccount(app, viewer)
  return {
    name,
    email,
    accesses: accesses.map(({ membershipId, organisationName, role }) => ({
      membershipId,
      words: `${organisationName}, as ${ROLE_NAMES[role]}`,
      isCurrent: membershipId === viewer.membershipId,
    })),
    carried: { idempotencyKey: newIdempotencyKey() },
  }
}

export type AccountFacts = Awaited<ReturnType<typeof accountFor>>
