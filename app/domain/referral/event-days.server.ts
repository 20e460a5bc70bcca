import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import type { DomainContext } from '../context'
import { londonDay } from '../region/calendar'
import type { EventDays } from './event-form'
import { sideOf } from './referral-access.server'

/** The days that the dates of a referral's forms are read against; null for a referral the viewer is no party to. */
export async function eventDaysFor(
  app: DomainContext,
  viewer: SignedInViewer,
  referralId: string,
): Promise<EventDays | null> {
  const row = await asViewer(app.db, viewer, trx =>
    trx
      .selectFrom('referral')
      .leftJoin('personCase', 'personCase.id', 'referral.caseId')
      .leftJoin('placement', 'placement.referralId', 'referral.id')
      .select(['referral.referrerOrganisationId', 'referral.providerOrganisationId'])
      .select(['referral.createdAt', 'personCase.releaseOn', 'placement.arrivedOn'])
      .where('referral.id', '=', referralId)
      .executeTakeFirst(),
  )
  if (!row || sideOf(viewer, row) === null) return null
  const now = app.clock()
  const since = row.arrivedOn ?? londonDay(row.createdAt)
  return { now, today: londonDay(now), releaseOn: row.releaseOn, since }
}
