import { sql, type Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { Day } from '../../time/calendar'
import type { Stay } from '../../vacancy/claims/stay.server'
import { offerTermsOf } from '../offer/offer-terms.server'

/** The stay of a referral with the claim of the room it is in, or ended in. */
export interface PlacedStay extends Stay {
  placementId: string
  bedspaceName: string
  arrivedOn: Day
  departedOn: Day | null
  departure: string | null
  /** As the board says it; null where nobody knows. */
  expectedUntil: Day | null
  isSure: boolean
  mustEnd: boolean
}

/** The stay of a referral. @throws where nobody arrived by it */
export async function stayOf(
  trx: Transaction<DB>,
  referral: { id: string; serviceId: string },
): Promise<PlacedStay> {
  const placement = await trx
    .selectFrom('placement')
    .innerJoin('bedspaceClaim as claim', 'claim.id', 'placement.claimId')
    .innerJoin('bedspace', 'bedspace.id', 'claim.bedspaceId')
    .select(['placement.id as placementId', 'placement.arrivedOn', 'placement.departedOn'])
    .select(['placement.departure', 'claim.id as claimId', 'claim.bedspaceId'])
    .select([
      'bedspace.name as bedspaceName',
      'claim.expectedUntil',
      'claim.leavingSure as isSure',
      'claim.mustEnd',
    ])
    .select(sql<Day>`lower(claim.during)`.as('from'))
    .where('placement.referralId', '=', referral.id)
    .executeTakeFirstOrThrow()
  const { turnaroundWorkingDays: turnaround } = await offerTermsOf(trx, referral.serviceId)
  return { ...placement, turnaround }
}
