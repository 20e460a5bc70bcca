import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import { type LatestOffer, latestOffer } from './offer-claims.server'
import { holdLapse, offerTermsOf } from './offer-terms.server'

/** The latest offer of a referral, and until when the service holds its bedspace without a yes: by now it may be past. */
export async function holdOfOffer(
  trx: Transaction<DB>,
  { id, serviceId }: { id: string; serviceId: string },
): Promise<{ offer: LatestOffer; lapsesAt: Date }> {
  const offer = await latestOffer(trx, id)
  const terms = await offerTermsOf(trx, serviceId)
  return { offer, lapsesAt: holdLapse(terms, offer.offeredAt, offer.expiresAt) }
}
