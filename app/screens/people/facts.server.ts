import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '~/domain/context'
import type { AskedList } from '~/domain/list/paging'
import { PEOPLE_LISTS, peopleKept } from '~/domain/people/people-list.server'
import { newIdempotencyKey } from '~/http/new-idempotency-key.server'
import { peoplePage } from './page'

/** What the list of people shows. */
export async function peopleFor(
  app: DomainContext,
  viewer: SignedInViewer,
  asked: AskedList & { state: string | null },
) {
  const now = app.clock()
  const list = PEOPLE_LISTS.find(each => each === asked.state) ?? 'here'
  const { people, invitations, ...paging } = await peopleKept(app.db, viewer, { ...asked, list }, now)
  const page = peoplePage({ people, invitations }, { viewer, now, newKey: newIdempotencyKey })
  return { ...page, ...paging, words: asked.words }
}

export type PeopleFacts = Awaited<ReturnType<typeof peopleFor>>
