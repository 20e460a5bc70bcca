import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import type { DomainContext } from '~/domain/context'
import { openSites } from '~/domain/service/service-card.server'
import { type OwnBedspace, bedspacesOf } from '~/domain/vacancy/own/own-bedspaces.server'
import { type UndoRefusals, undoRefusals } from '~/domain/referral/events/undo-refusals.server'
import { type Reopenable, reopenableOf } from '~/domain/referral/record/parked-referrals.server'
import { findReferralFor, type ReferralView } from '~/domain/referral/record/referral-queries.server'

/** What a service says about arriving. Never the address of a confidential site: its provider phones on the day. */
type ArrivalFacts = Awaited<ReturnType<typeof arrivalFacts>>

/** Everything a referral's own page draws on. */
export interface ReferralPageFacts {
  referral: ReferralView
  /** What of its buttons would be refused, because something was arranged since. */
  refused: UndoRefusals
  arrival: ArrivalFacts
  /** The provider's own bedspaces for the referral's service; none for the referrer. */
  bedspaces: OwnBedspace[]
  /** Other referrals of the case to reopen where no accepted place is left; none for the provider, who knows of no others. */
  reopenable: Reopenable[]
}

/** A referral the viewer is party to with what its page needs besides, or null for any other id. */
export async function referralPageFor(
  app: DomainContext,
  viewer: SignedInViewer,
  id: string,
): Promise<ReferralPageFacts | null> {
  const referral = await findReferralFor(app, viewer, id)
  if (!referral) return null
  return asViewer(app.db, viewer, async trx => ({
    referral,
    refused: await undoRefusals(trx, referral, app.clock()),
    arrival: await arrivalFacts(trx, viewer, referral.serviceId),
    bedspaces: referral.side === 'provider' ? await bedspacesOf(trx, referral.serviceId, app.clock()) : [],
    reopenable: referral.side === 'referrer' ? await reopenableOf(trx, referral.caseId) : [],
  }))
}

async function arrivalFacts(trx: Transaction<DB>, viewer: SignedInViewer, serviceId: string) {
  const service = await trx
    .selectFrom('service')
    .select(['latestArrival', 'outOfHoursPhone', 'confidential', 'firstWeekChargePence', 'staffing'])
    .where('id', '=', serviceId)
    .executeTakeFirstOrThrow()
  const sites = service.confidential ? [] : ((await openSites(trx, viewer, [serviceId])).get(serviceId) ?? [])
  return { ...service, sites }
}
