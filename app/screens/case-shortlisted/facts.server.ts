import { z } from 'zod'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { teamCase } from '~/domain/case/record/team-case.server'
import type { DomainContext } from '~/domain/context'
import { decideServices } from '~/domain/match/decide-services.server'
import { arrivalOf } from '~/domain/referral/stay/arrivals.server'
import { shortlistOf } from '~/domain/shortlist/shortlist-entries.server'
import { struckBy } from '~/screens/struck/struck-by'
import { londonDay, relativeInstant } from '~/domain/time/calendar'
import { newIdempotencyKey } from '~/http/new-idempotency-key.server'
import { caseSummary } from '~/screens/case/summary'

/**
 * What the page of one service on the shortlist of a case shows: its note and what it said before; of one that is not on it, the way
 * to put it there. Null where the case is not the team's, or the service is not there or avoided.
 */
export async function shortlistedFor(
  app: DomainContext,
  viewer: SignedInViewer,
  caseId: string,
  serviceId: string,
) {
  if (!z.uuid().safeParse(serviceId).success) return null
  const found = await teamCase(app, viewer, caseId, 'case.shortlist')
  if (found === null) return null
  const now = app.clock()
  return asViewer(app.db, viewer, async trx => {
    const [service] = await decideServices(trx, viewer, found, [serviceId], now)
    if (!service) return null
    const entry = (await shortlistOf(trx, app.keys, caseId)).find(each => each.serviceId === serviceId)
    const arrivedOn = await arrivalOf(trx, caseId)
    return {
      summary: caseSummary({ ...found, arrivedOn }, londonDay(now)),
      service: { id: service.id, name: service.name },
      entry: entry
        ? {
            note: entry.note,
            added: `Added ${relativeInstant(entry.addedAt, now)} by ${entry.addedBy}`,
            earlier: entry.earlier.map(({ note, struck, writtenAt, writtenBy }) => ({
              id: writtenAt.toISOString(),
              at: writtenAt.toISOString(),
              when: relativeInstant(writtenAt, now),
              what: struck ? `${struckBy(struck)}; written` : (note ?? 'No note'),
              by: writtenBy,
              isWords: note !== null,
            })),
          }
        : null,
      carried: { idempotencyKey: newIdempotencyKey(), version: entry?.noteVersion ?? 0 },
    }
  })
}

export type Shortlisted = NonNullable<Awaited<ReturnType<typeof shortlistedFor>>>
