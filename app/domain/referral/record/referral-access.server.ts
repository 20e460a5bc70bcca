import { sql, type Transaction } from 'kysely'
import { newId } from '@db/id'
import type { DB } from '@db/schema'
import type { Role, SignedInViewer } from '@db/viewer'
import { asSystem } from '@db/viewer-transaction'
import { PROVIDER_ROLES } from '../../account/account'
import type { Tier } from '../../eligibility/facts'
import { eventsFor, type Situation, type Transition } from '../lifecycle'
import type { Side } from '../referral'

/** Who may see and do what with a referral, in one place. The row policies of the database are the second lock. */

const ROLES_OF_SIDE: Record<Side, readonly Role[]> = {
  referrer: ['officer'],
  provider: PROVIDER_ROLES,
}

/** The two organisations of a referral. */
export interface Parties {
  referrerOrganisationId: string
  providerOrganisationId: string
}

/** The side a viewer acts for, or null: her organisation is no party, or her role does not work on referrals. */
export function sideOf(viewer: SignedInViewer, parties: Parties): Side | null {
  const side = sideOfOrganisation(viewer.organisationId, parties)
  return side !== null && ROLES_OF_SIDE[side].includes(viewer.role) ? side : null
}

/** True when the viewer's role lets her refer at all. */
export function mayRefer(viewer: SignedInViewer): boolean {
  return ROLES_OF_SIDE.referrer.includes(viewer.role)
}

/** The buttons a viewer gets on a referral. */
export function buttonsFor(viewer: SignedInViewer, referral: Parties & Situation): Transition[] {
  const side = sideOf(viewer, referral)
  return side === null ? [] : eventsFor(referral, side)
}

/** Opens the case to the provider's triage: tier 1 for the whole organisation, from submission. */
export async function openToTriage(
  trx: Transaction<DB>,
  referral: { id: string; caseId: string; providerOrganisationId: string },
): Promise<void> {
  await asSystem(trx, referral.caseId, system =>
    system
      .insertInto('caseReader')
      .values({
        id: newId(),
        caseId: referral.caseId,
        organisationId: referral.providerOrganisationId,
        tier: 1,
        referralId: referral.id,
      })
      .execute(),
  )
}

/**
 * Opens the case to the named assessor (tier 3) and the provider's managers (tier 2), never above what the person agreed
 * to. Whoever was named before reads no more. Called when a referral is taken to assess or taken over.
 */
export async function openToAssessor(
  trx: Transaction<DB>,
  referral: { id: string; caseId: string; providerOrganisationId: string; agreedTier: number },
  assessorId: string,
): Promise<void> {
  await asSystem(trx, referral.caseId, async system => {
    await endTiersAboveTriage(system, referral.id)
    const readers = assessmentReaders(referral.agreedTier, assessorId)
    if (readers.length === 0) return
    const { caseId, providerOrganisationId: organisationId, id: referralId } = referral
    await system
      .insertInto('caseReader')
      .values(readers.map(reader => ({ id: newId(), caseId, organisationId, referralId, ...reader })))
      .execute()
  })
}

/**
 * A referral that closes: tiers 2 and 3 end at once, tier 1 and the provider's sight of the referral after 28 days
 * (product.md, "Who sees what"). Where the person has taken back her agreement, tier 1 ends at once too. By the database's
 * clock, because the row policies compare with it.
 */
export async function endReading(
  system: Transaction<DB>,
  referralId: string,
  closing: { agreementWithdrawn: boolean },
): Promise<void> {
  await endTiersAboveTriage(system, referralId)
  await system
    .updateTable('caseReader')
    .set({ until: closing.agreementWithdrawn ? NOW : IN_28_DAYS })
    .where('referralId', '=', referralId)
    .where('tier', '=', 1)
    .execute()
  await system
    .updateTable('referralParty')
    .set({ until: IN_28_DAYS })
    .where('referralId', '=', referralId)
    .where('side', '=', 'provider')
    .execute()
}

const NOW = sql<Date>`app_now()`
const IN_28_DAYS = sql<Date>`app_now() + interval '28 days'`

function sideOfOrganisation(organisationId: string, parties: Parties): Side | null {
  if (organisationId === parties.referrerOrganisationId) return 'referrer'
  return organisationId === parties.providerOrganisationId ? 'provider' : null
}

function assessmentReaders(agreedTier: number, assessorId: string) {
  if (agreedTier < 2) return []
  const assessor: Tier = agreedTier >= 3 ? 3 : 2
  return [
    { tier: assessor, personId: assessorId, role: null },
    { tier: 2, personId: null, role: 'provider_manager' },
  ]
}

async function endTiersAboveTriage(system: Transaction<DB>, referralId: string): Promise<void> {
  await system
    .updateTable('caseReader')
    .set({ until: NOW })
    .where('referralId', '=', referralId)
    .where('tier', '>=', 2)
    .where('until', '>', NOW)
    .execute()
}
