import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { prisonName } from '~/domain/area/region'
import { openPeople } from '~/domain/case/record/open-person.server'
import type { DomainContext } from '~/domain/context'
import { waitingEntries } from '~/domain/nobody-fits/entries.server'
import { whoLine } from '~/domain/referral/disclosure/triage'
import { releaseShown } from '~/domain/referral/disclosure/release-shown'
import type { Paging } from '~/domain/list/paging'
import { type LeftAnswer, leftQueue } from '~/domain/nobody-fits/correct-end.server'
import { ENDED_LABELS } from '~/domain/nobody-fits/nobody-fits'
import { formatInstant, londonDay, relativeInstant } from '~/domain/time/calendar'
import { newIdempotencyKey } from '~/http/new-idempotency-key.server'
import { endedBefore } from '~/screens/case/nobody-fits-words'

/** A line of the coordinator's queue: nothing above tier 1. */
export interface QueueEntryLine {
  caseId: string
  reference: string
  who: string
  prison: string
  release: string
  since: string
  taken: string | null
}

/** What waits for the coordinator, the longest first. */
export async function queueFor(app: DomainContext, viewer: SignedInViewer): Promise<QueueEntryLine[]> {
  const now = app.clock()
  const today = londonDay(now)
  return asViewer(app.db, viewer, async trx => {
    const entries = await waitingEntries(trx)
    const ids = entries.map(({ caseId }) => caseId)
    const people = new Map((await openPeople(app, trx, viewer, ids, now)).map(each => [each.id, each]))
    return entries.flatMap(({ caseId, recordedAt, takenBy }) => {
      const found = people.get(caseId)
      if (!found) return []
      return [
        {
          caseId,
          reference: found.reference,
          who: whoLine(found.facts),
          prison: prisonName(found.prisonCode),
          release: releaseShown(found, 1, today),
          since: relativeInstant(recordedAt, now),
          taken: takenBy,
        },
      ]
    })
  })
}

/** A case that left the queue, in words, with what its forms carry: to say anew how, and to strike out what was answered. */
export interface LeftLine {
  id: string
  reference: string
  words: string
  correct: { entryId: string; shown: string; idempotencyKey: string }
  answers: { id: string; words: string; strike: { row: string; idempotencyKey: string } | null }[]
}

/** One page of the cases that left the queue, the latest first. */
export async function leftQueueFor(
  app: DomainContext,
  viewer: SignedInViewer,
  page: number,
): Promise<{ paging: Paging; left: LeftLine[] }> {
  const { paging, entries } = await asViewer(app.db, viewer, trx => leftQueue(trx, page))
  const left = entries.map(({ id, reference, endedAs, endedAt, endedBy, was, answers }) => ({
    id,
    reference,
    words: `${ENDED_LABELS[endedAs]}: ${formatInstant(endedAt)}, ${endedBy}${endedBefore(was)}`,
    correct: { entryId: id, shown: endedAs, idempotencyKey: newIdempotencyKey() },
    answers: answers.map(answerLine),
  }))
  return { paging, left }
}

/** Which answer it is, without its words: the reading of them has ended. */
function answerLine({ id, at, by, isStruck }: LeftAnswer): LeftLine['answers'][number] {
  return {
    id,
    words: `Answer of ${formatInstant(at)}, ${by}${isStruck ? ': struck out' : ''}`,
    strike: isStruck ? null : { row: id, idempotencyKey: newIdempotencyKey() },
  }
}
