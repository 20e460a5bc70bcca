import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import type { DomainContext } from '../context'
import { tierOnCase } from '../person-case/person-case-access.server'
import { londonDay } from '../region/calendar'
import { firstDayTold, lastDayTold } from './disclosure/release-shown'
import type { EventDays } from './event-form'
import { sideOf } from './referral-access.server'

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
      .leftJoin('personCase', 'personCase.id', 'referral.caseId')
      .leftJoin('placement', 'placement.referralId', 'referral.id')
      .select(['referral.caseId', 'referral.referrerOrganisationId', 'referral.providerOrganisationId'])
      .select(['referral.createdAt', 'personCase.releaseOn', 'placement.arrivedOn'])
      .where('referral.id', '=', referralId)
      .executeTakeFirst()
    if (!row || sideOf(viewer, row) === null) return null
    const tier = (await tierOnCase(trx, viewer, row.caseId, now)) ?? 1
    const since = row.arrivedOn ?? londonDay(row.createdAt)
    const releaseOn = firstDayTold(row.releaseOn, tier, today)
    return { now, today, releaseOn, releaseUntil: lastDayTold(row.releaseOn, tier, today), since }
  })
}
