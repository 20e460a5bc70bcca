import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { releaseOf } from '../record/told-days.server'
import type { DomainContext } from '../../context'
import { londonDay } from '../../time/calendar'
import type { EventDays } from './event-spec'
import { sideOf } from '../record/referral-access.server'

/**
 * The days that the dates of a referral's forms are read against, as far as the viewer may know them: where she reads the
 * week of the release alone, its Monday and its Sunday. null for a referral the viewer is no party to.
 */
export async function eventDaysFor(
  app: DomainContext,
  viewer: SignedInViewer,
  referralId: string,
): Promise<EventDays | null> {
  const now = app.clock()
  const today = londonDay(now)
  return asViewer(app.db, viewer, async trx => {
    const row = await trx
      .selectFrom('referral')
      .leftJoinLateral(releaseOf(trx, 'referral.caseId'), on => on.onTrue())
      .leftJoin('placement', 'placement.referralId', 'referral.id')
      .select(['referral.referrerOrganisationId', 'referral.providerOrganisationId'])
      .select([
        'referral.createdAt',
        'readableRelease.releaseOn',
        'readableRelease.releaseUntil',
        'placement.arrivedOn',
      ])
      .where('referral.id', '=', referralId)
      .executeTakeFirst()
    if (!row || sideOf(viewer, row) === null) return null
    const referredOn = londonDay(row.createdAt)
    const { releaseOn, releaseUntil, arrivedOn } = row
    return { now, today, releaseOn, releaseUntil, referredOn, since: arrivedOn ?? referredOn }
  })
}
