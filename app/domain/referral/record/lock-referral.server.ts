import { sql, type Transaction } from 'kysely'
import type { DB } from '@db/schema'
import { asSystem } from '@db/viewer-transaction'
import type { Day } from '../../time/calendar'
import { type AgreedTier, agreedTierOf, type Side } from '../referral'
import { type ReferralState, referralState } from '../states'
import { situationOf } from './situation.server'

/** A referral as it stands, locked until the transaction ends. */
export interface LockedReferral {
  id: string
  caseId: string
  serviceId: string
  referrerOrganisationId: string
  providerOrganisationId: string
  state: ReferralState
  resumeState: ReferralState | null
  version: number
  agreedTier: AgreedTier
  assessorId: string | null
  assessmentAt: Date | null
  stateChangedAt: Date
  hasOtherAddress: boolean
  hasLapsed: boolean
  isServiceClosed: boolean
  isMovePlanned: boolean
  offerExpiresAt: Date | null
  endedBy: Side | null
  releaseOn: Day | null
  /** How often the release date has moved, from 1; and how many changes are noted, as far as the viewer sees them. */
  releaseVersion: number
  changes: number
}

/**
 * Locks a referral the viewer can see; null when she sees none of that id. The case is locked first: what is done to one
 * referral may have to follow on the others of the case, and two acts on one case must not wait for each other.
 */
export async function lockReferral(trx: Transaction<DB>, id: string): Promise<LockedReferral | null> {
  const found = await trx
    .selectFrom('referral')
    .select(['caseId', sql`pg_advisory_xact_lock(hashtextextended(case_id::text, 0))`.as('locked')])
    .where('id', '=', id)
    .executeTakeFirst()
  return found ? select(trx, id, 'wait') : null
}

/** As `lockReferral` within a case that is locked already. */
export async function lockSibling(trx: Transaction<DB>, id: string): Promise<LockedReferral | null> {
  return select(trx, id, 'wait')
}

/** For the clock: null when somebody is acting on the referral at this moment, who will see to it or leave it for later. */
export async function lockUnlessBusy(trx: Transaction<DB>, id: string): Promise<LockedReferral | null> {
  return select(trx, id, 'skip')
}

async function select(
  trx: Transaction<DB>,
  id: string,
  whenBusy: 'wait' | 'skip',
): Promise<LockedReferral | null> {
  const query = trx
    .selectFrom('referral')
    .select([
      'referral.id',
      'referral.caseId',
      'referral.serviceId',
      'referral.referrerOrganisationId',
      'referral.providerOrganisationId',
      'referral.state',
      'referral.resumeState',
      'referral.version',
      'referral.agreedTier',
      'referral.assessorId',
      'referral.assessmentAt',
      'referral.stateChangedAt',
      ...situationOf('referral'),
    ])
    .select(each =>
      each
        .selectFrom('referralChange')
        .select(count => count.fn.countAll<string>().as('many'))
        .whereRef('referralChange.referralId', '=', 'referral.id')
        .as('noted'),
    )
    .where('referral.id', '=', id)
    .forUpdate('referral')
  const row = await (whenBusy === 'skip' ? query.skipLocked() : query).executeTakeFirst()
  if (!row) return null
  const { noted, ...rest } = row
  const resumeState = row.resumeState === null ? null : referralState(row.resumeState)
  const release = await asSystem(trx, row.caseId, system => releaseOf(system, row.caseId))
  const agreedTier = agreedTierOf(row.agreedTier)
  return {
    ...rest,
    ...release,
    agreedTier,
    state: referralState(row.state),
    resumeState,
    changes: Number(noted),
  }
}

/** Limits are worked out from the day itself, which whoever acts may not read: the system does, within the one case. */
async function releaseOf(
  system: Transaction<DB>,
  caseId: string,
): Promise<Pick<LockedReferral, 'releaseOn' | 'releaseVersion'>> {
  return system
    .selectFrom('personCase')
    .select(['releaseOn', 'releaseVersion'])
    .where('id', '=', caseId)
    .executeTakeFirstOrThrow()
}
