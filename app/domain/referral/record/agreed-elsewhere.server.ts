import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'

/** Another referral by which the same provider reads more of the case than triage. */
export interface AgreedElsewhere {
  reference: string
  serviceName: string
  agreedTier: number
}

/**
 * The other open referrals of a case with one provider for which more than triage is agreed: what is narrowed for one of them is narrowed for the
 * others (product.md, "Agreement is per provider and per tier"). For the referring team.
 */
export async function agreedElsewhere(
  trx: Transaction<DB>,
  { id, caseId, providerOrganisationId }: { id: string; caseId: string; providerOrganisationId: string },
): Promise<AgreedElsewhere[]> {
  return trx
    .selectFrom('referral')
    .innerJoin('service', 'service.id', 'referral.serviceId')
    .select(['referral.reference', 'service.name as serviceName', 'referral.agreedTier'])
    .where('referral.caseId', '=', caseId)
    .where('referral.id', '<>', id)
    .where('referral.providerOrganisationId', '=', providerOrganisationId)
    .where('referral.closedAt', 'is', null)
    .where('referral.agreedTier', '>=', 2)
    .orderBy('referral.reference')
    .execute()
}
