import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import { referralState, type ReferralState, statesAt } from '../states'

/** A parked referral that can be reopened. */
export interface Reopenable {
  id: string
  serviceName: string
}

/** The parked referrals of a case that can be reopened, for its team: none while a place stands that the person said yes to. */
export async function reopenableOf(trx: Transaction<DB>, caseId: string): Promise<Reopenable[]> {
  if (await placeStands(trx, caseId)) return []
  return trx
    .selectFrom('referral')
    .innerJoin('service', 'service.id', 'referral.serviceId')
    .select(['referral.id', 'service.name as serviceName'])
    .where('referral.caseId', '=', caseId)
    .where('referral.state', 'in', statesAt('parked'))
    .orderBy('service.name')
    .execute()
}

/** A referral by which the person of a case is offered a place, has one or lives there. */
export interface PlaceHeld {
  id: string
  serviceName: string
  state: ReferralState
}

/** The places that are held for the person of a case, by the names of their services. */
export async function placesHeld(trx: Transaction<DB>, caseId: string): Promise<PlaceHeld[]> {
  const rows = await trx
    .selectFrom('referral')
    .innerJoin('service', 'service.id', 'referral.serviceId')
    .select(['referral.id', 'referral.state', 'service.name as serviceName'])
    .where('referral.caseId', '=', caseId)
    .where('referral.state', 'in', statesAt('offer', 'place', 'moved', 'stay'))
    .orderBy('service.name')
    .orderBy('referral.id')
    .execute()
  return rows.map(row => ({ ...row, state: referralState(row.state) }))
}

/** True while the person of a case has a place she said yes to, or lives in. */
export async function placeStands(trx: Transaction<DB>, caseId: string): Promise<boolean> {
  const standing = await trx
    .selectFrom('referral')
    .select('id')
    .where('caseId', '=', caseId)
    .where(where =>
      where.or([
        where('state', 'in', statesAt('place', 'stay')),
        where.and([where('state', 'in', statesAt('moved')), where('resumeState', 'in', statesAt('place'))]),
      ]),
    )
    .executeTakeFirst()
  return standing !== undefined
}
