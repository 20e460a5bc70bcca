import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { prisonName } from '~/domain/area/region'
import { openPeople } from '~/domain/case/record/open-person.server'
import type { DomainContext } from '~/domain/context'
import { waitingEntries } from '~/domain/nobody-fits/entries.server'
import { whoLine } from '~/domain/referral/disclosure/triage'
import { releaseShown } from '~/domain/referral/disclosure/release-shown'
import { londonDay, relativeInstant } from '~/domain/time/calendar'

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
