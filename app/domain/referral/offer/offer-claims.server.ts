import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { Day } from '../../time/calendar'
import type { ClaimResult, NewClaim } from '../../vacancy/claims/claim-bedspace.server'
import { replaceClaims } from '../../vacancy/claims/claim-alike.server'

/** The latest offer of a referral: the live one, or the one that was accepted. */
export interface LatestOffer {
  id: string
  bedspaceId: string
  claimId: string
  fromOn: Day
  untilOn: Day
  offeredAt: Date
  expiresAt: Date
  extendedAt: Date | null
  endedAt: Date | null
}

/** The latest offer of a referral. @throws when it was never offered a bedspace */
export async function latestOffer(trx: Transaction<DB>, referralId: string): Promise<LatestOffer> {
  return trx
    .selectFrom('offer')
    .innerJoin('bedspaceClaim', 'bedspaceClaim.id', 'offer.claimId')
    .select(['offer.id', 'bedspaceClaim.bedspaceId', 'claimId', 'fromOn', 'untilOn'])
    .select(['offeredAt', 'expiresAt', 'extendedAt', 'endedAt'])
    .where('referralId', '=', referralId)
    .orderBy('offeredAt', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
}

/** Makes the referral's hold firm, or lets it lapse at an instant. Returns false when it has been freed in the meantime. */
export async function setHoldLapse(
  trx: Transaction<DB>,
  referralId: string,
  lapsesAt: Date | null,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('bedspaceClaim')
    .set({ lapsesAt })
    .where('id', 'in', query =>
      query.selectFrom('referralClaim').select('claimId').where('referralId', '=', referralId),
    )
    .where('active', '=', true)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Puts one claim in the place of all the referral has, and hangs it on the referral and the offer; or changes nothing. */
export async function replaceReferralClaims(
  trx: Transaction<DB>,
  referral: { id: string; caseId: string },
  offerId: string,
  claim: NewClaim,
  now: Date,
): Promise<ClaimResult> {
  const replaced = await replaceClaims(trx, await referralClaims(trx, referral.id), claim, now)
  if (!replaced.ok) return replaced
  const { claimId } = replaced
  await linkClaim(trx, referral, claimId)
  await trx.updateTable('offer').set({ claimId }).where('id', '=', offerId).execute()
  return replaced
}

/** What a referral claims now. */
export async function referralClaims(trx: Transaction<DB>, referralId: string): Promise<string[]> {
  const rows = await trx
    .selectFrom('referralClaim')
    .innerJoin('bedspaceClaim', 'bedspaceClaim.id', 'referralClaim.claimId')
    .select('bedspaceClaim.id')
    .where('referralClaim.referralId', '=', referralId)
    .where('bedspaceClaim.active', '=', true)
    .execute()
  return rows.map(({ id }) => id)
}

/** Says that a claim is this referral's. Only its parties see the link. */
export async function linkClaim(
  trx: Transaction<DB>,
  referral: { id: string; caseId: string },
  claimId: string,
): Promise<void> {
  await trx
    .insertInto('referralClaim')
    .values({ claimId, referralId: referral.id, caseId: referral.caseId })
    .execute()
}
