import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { openPerson } from '~/domain/case/record/open-person.server'
import type { DomainContext } from '~/domain/context'
import { entriesOf, officersContact } from '~/domain/nobody-fits/entries.server'
import { glanceRows } from '~/domain/referral/disclosure/sections'
import { londonDay } from '~/domain/time/calendar'
import { newIdempotencyKey } from '~/http/new-idempotency-key.server'
import { answerEntries, entryStanding, triedRows } from '~/screens/case/nobody-fits-words'
import { WORDS_STRUCK } from '~/domain/words/struck'

/** A case of the queue as its coordinator reads it: tier 1, what was tried, and whom to ring; null once the agreement has ended. */
export async function queueEntryFor(app: DomainContext, viewer: SignedInViewer, caseId: string) {
  return asViewer(app.db, viewer, async trx => {
    const entry = (await entriesOf(trx, app.keys, caseId)).find(({ ended }) => ended === null)
    if (!entry) return null
    const as = { action: 'case.read', subjectKind: 'case', subjectId: caseId, detail: { tier: 1 } } as const
    const found = await openPerson(app, trx, viewer, caseId, as)
    if (!found) return null
    return {
      caseId,
      reference: found.reference,
      person: glanceRows(found, 1, londonDay(app.clock())),
      tried: triedRows(entry.tried),
      contact: { officer: entry.recordedBy, ...(await officersContact(trx, found.organisationId)) },
      standing: entryStanding(entry),
      isTaken: entry.taken !== null,
      answers: answerEntries(entry).map(each => ({ ...each, mayStrike: each.what !== WORDS_STRUCK })),
      carried: { idempotencyKey: newIdempotencyKey() },
    }
  })
}

export type QueueEntryShown = NonNullable<Awaited<ReturnType<typeof queueEntryFor>>>
