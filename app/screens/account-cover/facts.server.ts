import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '~/domain/context'
import { ownCover } from '~/domain/people/cover/cover.server'
import { londonDay } from '~/domain/time/calendar'
import { newIdempotencyKey } from '~/http/new-idempotency-key.server'
import { coverLines } from './page'

/** What the page of being away shows. */
export async function coverFor(app: DomainContext, viewer: SignedInViewer) {
  const { covers, colleagues } = await ownCover(app.db, viewer)
  return {
    ...coverLines(covers, londonDay(app.clock())),
    colleagues: colleagues.map(({ id, name }) => ({ value: id, text: name })),
    carried: { idempotencyKey: newIdempotencyKey() },
  }
}

export type CoverFacts = Awaited<ReturnType<typeof coverFor>>
