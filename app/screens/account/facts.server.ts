import type { SignedInViewer } from '@db/viewer'
import { ROLE_NAMES } from '~/domain/account/account'
import { ownAccount, ownChanges } from '~/domain/account/own-account.server'
import type { DomainContext } from '~/domain/context'
import { ownCover } from '~/domain/people/cover/cover.server'
import { londonDay } from '~/domain/time/calendar'
import { newIdempotencyKey } from '~/http/new-idempotency-key.server'
import { coverLines } from '~/screens/account-cover/page'
import { changeLine } from '~/screens/people-person/page'

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
    // A commissioner is told of no referral.
    mayBeCovered: viewer.role !== 'commissioner',
    away: await awayWords(app, viewer),
    changes: (await ownChanges(app, viewer)).map(changeLine),
    carried: { idempotencyKey: newIdempotencyKey() },
  }
}

async function awayWords(app: DomainContext, viewer: SignedInViewer): Promise<string | null> {
  if (viewer.role === 'commissioner') return null
  const today = londonDay(app.clock())
  const { covers } = await ownCover(app.db, viewer)
  const [next] = coverLines(covers, today).current.toReversed()
  return next?.words ?? null
}

export type AccountFacts = Awaited<ReturnType<typeof accountFor>>
