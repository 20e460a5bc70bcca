import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import { type AgreedTier, agreedTierOf } from '../referral'

/** Another referral of the same person to the same provider, and how much is agreed by it. */
export type AgreedElsewhere = {
  id: string
  reference: string
  serviceName: string
  agreedTier: AgreedTier
  /** False once it has ended: nothing is read by it, and what is agreed counts only where it is opened again. */
  isOpen: boolean
}

/**
 * The other referrals of a case to one provider, open and ended, for an agreement is with a provider (product.md, "Agreement is per provider
 * and per tier"); not those whose details are deleted. For the referring team.
 */
export async function agreedElsewhere(
  trx: Transaction<DB>,
  /** The referral it is asked for, which is not among the others; none where one is about to be made. */
  { id, caseId, providerOrganisationId }: { id?: string; caseId: string; providerOrganisationId: string },
): Promise<AgreedElsewhere[]> {
  const rows = await trx
    .selectFrom('referral')
    .innerJoin('service', 'service.id', 'referral.serviceId')
    .select(['referral.id', 'referral.reference', 'service.name as serviceName'])
    .select(['referral.agreedTier', 'referral.closedAt'])
    .where('referral.caseId', '=', caseId)
    .where('referral.providerOrganisationId', '=', providerOrganisationId)
    .where('referral.detailsDeletedOn', 'is', null)
    .orderBy('referral.reference')
    .execute()
  return rows
    .filter(row => row.id !== id)
    .map(({ closedAt, agreedTier, ...row }) => ({
      ...row,
      agreedTier: agreedTierOf(agreedTier),
      isOpen: closedAt === null,
    }))
}

/** The same of the provider that a service has now, for a referral about to be made. */
export async function agreedWithProviderOf(
  trx: Transaction<DB>,
  { caseId, serviceId }: { caseId: string; serviceId: string },
): Promise<AgreedElsewhere[]> {
  const { organisationId } = await trx
    .selectFrom('service')
    .select('organisationId')
    .where('id', '=', serviceId)
    .executeTakeFirstOrThrow()
  return agreedElsewhere(trx, { caseId, providerOrganisationId: organisationId })
}
