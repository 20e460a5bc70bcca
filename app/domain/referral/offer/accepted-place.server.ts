import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { Day } from '../../time/calendar'
import { statesAt } from '../states'

/** The place the person of a case has said yes to elsewhere. */
export interface AcceptedPlace {
  referralId: string
  serviceName: string
  fromOn: Day
}

/** The accepted place of a case that a yes to another referral would free, or null. For the referring team. */
export async function acceptedPlaceOf(
  trx: Transaction<DB>,
  { id, caseId }: { id: string; caseId: string },
): Promise<AcceptedPlace | null> {
  const place = await trx
    .selectFrom('referral')
    .innerJoin('service', 'service.id', 'referral.serviceId')
    .innerJoin('offer', 'offer.referralId', 'referral.id')
    .select(['referral.id as referralId', 'service.name as serviceName', 'offer.fromOn'])
    .where('referral.caseId', '=', caseId)
    .where('referral.id', '<>', id)
    .where('offer.ending', '=', 'accepted')
    .where('referral.state', 'in', statesAt('place', 'moved'))
    .orderBy('offer.offeredAt', 'desc')
    .executeTakeFirst()
  return place ?? null
}
