import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '~/domain/context'
import type { AskedList } from '~/domain/list/paging'
import { peopleKept } from '~/domain/people/people-list.server'
import { newIdempotencyKey } from '~/http/new-idempotency-key.server'
import { peoplePage } from './page'

/** What the list of people shows. */
export async function peopleFor(app: DomainContext, viewer: SignedInViewer, asked: AskedList) {
  const now = app.clock()
  const { people, invitations, ...paging } = await peopleKept(app.db, viewer, asked, now)
  const page = peoplePage({ people, invitations }, { viewer, now, newKey: newIdempotencyKey })
  return { ...page, ...paging, words: asked.words }
}

export type PeopleFacts = Awaited<ReturnType<typeof peopleFor>>
