import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'

/** What the bedspace of an offer costs, in pence; null is 'not stated'. */
export interface OfferPrice {
  rentWeeklyPence: number | null
  serviceChargeWeeklyPence: number | null
  depositPence: number | null
  firstWeekChargePence: number | null
  paymentNote: string | null
}

/** The price of one bedspace: its own rent and charge where it states one, else its service's. */
export async function offerPrice(trx: Transaction<DB>, bedspaceId: string): Promise<OfferPrice> {
  return trx
    .selectFrom('bedspace')
    .innerJoin('service', 'service.id', 'bedspace.serviceId')
    .select(['depositPence', 'firstWeekChargePence', 'paymentNote'])
    .select(({ fn }) =>
      fn.coalesce('bedspace.rentWeeklyPence', 'service.rentWeeklyPence').as('rentWeeklyPence'),
    )
    .select(({ fn }) =>
      fn
        .coalesce('bedspace.serviceChargeWeeklyPence', 'service.serviceChargeWeeklyPence')
        .as('serviceChargeWeeklyPence'),
    )
    .where('bedspace.id', '=', bedspaceId)
    .executeTakeFirstOrThrow()
}
