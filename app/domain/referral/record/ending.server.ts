import { sql, type Transaction } from 'kysely'
import type { DB } from '@db/schema'
import { asSystem } from '@db/viewer-transaction'
import { openToAssessor } from './referral-access.server'
import type { LockedReferral } from './lock-referral.server'
import { type ReferralState, referralState } from '../states'

/** Where a referral stood before it came to the state it is in, and since when. */
export interface StoodBefore {
  state: ReferralState
  since: Date
}

/** Where a referral stood before its last change of state. @throws when it has no history of it */
export async function stoodBefore(
  trx: Transaction<DB>,
  { id, state }: Pick<LockedReferral, 'id' | 'state'>,
): Promise<StoodBefore> {
  const lines = await trx
    .selectFrom('referralHistory')
    .select(['fromState', 'toState', 'happenedAt'])
    .where('referralId', '=', id)
    .where(sql<boolean>`from_state is distinct from to_state`)
    .orderBy('sequence', 'desc')
    .execute()
  const at = lines.findIndex(line => line.toState === state)
  const left = lines[at]
  if (left?.fromState == null) throw new Error('The history of a referral says how it came to its state')
  const entered = lines.slice(at + 1).find(line => line.toState === left.fromState)
  return { state: referralState(left.fromState), since: entered?.happenedAt ?? left.happenedAt }
}

/** The open referral of the same case to the same service, which stands in the way of another; null where there is none. */
export async function openToSameService(
  trx: Transaction<DB>,
  { id, caseId, serviceId }: Pick<LockedReferral, 'id' | 'caseId' | 'serviceId'>,
): Promise<string | null> {
  const found = await asSystem(trx, caseId, system =>
    system
      .selectFrom('referral')
      .select('id')
      .where('caseId', '=', caseId)
      .where('serviceId', '=', serviceId)
      .where('id', '<>', id)
      .where('closedAt', 'is', null)
      .executeTakeFirst(),
  )
  return found?.id ?? null
}

/** True once the team has closed the case: nothing of it goes on until it is reopened. */
export async function isCaseClosed(trx: Transaction<DB>, caseId: string): Promise<boolean> {
  const { closedAt } = await asSystem(trx, caseId, system =>
    system.selectFrom('personCase').select('closedAt').where('id', '=', caseId).executeTakeFirstOrThrow(),
  )
  return closedAt !== null
}

/** Takes back that reading ends with a referral: the provider reads as while it was open, its assessor what was agreed to. */
export async function readAgain(
  trx: Transaction<DB>,
  referral: Pick<LockedReferral, 'id' | 'caseId' | 'providerOrganisationId' | 'agreedTier' | 'assessorId'>,
): Promise<void> {
  const { id, caseId, assessorId } = referral
  await asSystem(trx, caseId, async system => {
    const until = sql<Date>`'infinity'::timestamptz`
    await system
      .updateTable('caseReader')
      .set({ until })
      .where('referralId', '=', id)
      .where('tier', '=', 1)
      .execute()
    await system
      .updateTable('referralParty')
      .set({ until })
      .where('referralId', '=', id)
      .where('side', '=', 'provider')
      .execute()
  })
  if (assessorId !== null) await openToAssessor(trx, referral, assessorId)
}
