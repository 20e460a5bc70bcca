import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '~/domain/context'
import { peopleKept } from '~/domain/people/people-list.server'
import { newIdempotencyKey } from '~/http/new-idempotency-key.server'
import { peoplePage } from './page'

/** What the list of people shows. */
export async function peopleFor(app: DomainContext, viewer: SignedInViewer) {
  const now = app.clock()
  const kept = await peopleKept(app.db, viewer, now)
  return peoplePage(kept, { viewer, now, newKey: newIdempotencyKey })
}

export type PeopleFacts = Awaited<ReturnType<typeof peopleFor>>
