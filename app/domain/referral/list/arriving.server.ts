import { sql } from 'kysely'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { releaseOf } from '../record/told-days.server'
import type { DomainContext } from '../../context'
import { addDays, londonDay, type Day } from '../../time/calendar'
import { releaseMovedSince } from '../offer/moved-stay.server'
import { referralState, type ReferralState, statesAt } from '../states'

/** Somebody on the way to the viewer's organisation: tier 1 and nothing more. */
export interface Arriving {
  id: string
  reference: string
  serviceName: string
  bedspaceName: string
  state: ReferralState
  /** The first night that was agreed; the release, where that has moved since and the place is to be reconfirmed for it. */
  expectedOn: Day
  /** 'HH:MM:SS' or null where it is not stated. */
  latestArrival: string | null
}

const DAYS_AHEAD = 7
const ON_THE_WAY = statesAt('place', 'moved')

/** Accepted places from now to a week ahead, the first to come first; one whose day has passed stays until it is settled. */
export async function arrivingFor(app: DomainContext, viewer: SignedInViewer): Promise<Arriving[]> {
  // Else somebody let out early would be expected on the day it was before. Of a week that is told the last day: it is not yet near.
  const expectedOn = sql<Day>`case when referral.state = 'to_reconfirm' and ${releaseMovedSince} then coalesce(readable_release.release_until, readable_release.release_on, offer.from_on) else offer.from_on end`
  const until = addDays(londonDay(app.clock()), DAYS_AHEAD)
  return asViewer(app.db, viewer, async trx => {
    const rows = await trx
      .selectFrom('referral')
      .innerJoin('service', 'service.id', 'referral.serviceId')
      .leftJoinLateral(releaseOf(trx, 'referral.caseId'), on => on.onTrue())
      .innerJoin('offer', 'offer.referralId', 'referral.id')
      .innerJoin('bedspaceClaim', 'bedspaceClaim.id', 'offer.claimId')
      .innerJoin('bedspace', 'bedspace.id', 'bedspaceClaim.bedspaceId')
      .select(['referral.id', 'referral.reference', 'referral.state'])
      .select(['service.name as serviceName', 'service.latestArrival'])
      .select(['bedspace.name as bedspaceName', expectedOn.as('expectedOn')])
      .where('referral.providerOrganisationId', '=', viewer.organisationId)
      .where('referral.state', 'in', ON_THE_WAY)
      .where('offer.ending', '=', 'accepted')
      .where(expectedOn, '<=', until)
      .orderBy(expectedOn)
      .orderBy('referral.reference')
      .execute()
    return rows.map(row => ({ ...row, state: referralState(row.state) }))
  })
}
