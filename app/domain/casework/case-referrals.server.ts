import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { Day } from '../time/calendar'
import { isAt, isOpen, referralState, type ReferralState } from '../referral/states'

/** A referral of a case as the case's own page lists it. */
export interface CaseReferral {
  id: string
  reference: string
  serviceId: string
  serviceName: string
  state: string
  stateChangedAt: Date
  closedAt: Date | null
  /** Why it ended, where a reason was given. */
  primaryReason: string | null
  /** When what was disclosed and written of it was deleted. */
  detailsDeletedOn: Day | null
}

/** The referrals of a case the viewer is party to, the latest change first. */
export async function referralsOfCase(trx: Transaction<DB>, caseId: string): Promise<CaseReferral[]> {
  return trx
    .selectFrom('referral')
    .innerJoin('service', 'service.id', 'referral.serviceId')
    .select(['referral.id', 'referral.reference', 'referral.serviceId', 'service.name as serviceName'])
    .select([
      'referral.state',
      'referral.stateChangedAt',
      'referral.closedAt',
      'referral.primaryReason',
      'referral.detailsDeletedOn',
    ])
    .where('referral.caseId', '=', caseId)
    .orderBy('referral.stateChangedAt', 'desc')
    .orderBy('referral.id')
    .execute()
}

/** What a service was asked before for the case: the open referral to it, else the one that ended last. */
export function askedBefore(referrals: readonly CaseReferral[], serviceId: string): AskedBefore {
  const own = referrals.filter(each => each.serviceId === serviceId)
  return {
    open: own.find(each => each.closedAt === null) ?? null,
    ended: own.find(each => each.closedAt !== null) ?? null,
  }
}

/** An open referral to a service, and the last one that ended. */
export interface AskedBefore {
  open: CaseReferral | null
  ended: CaseReferral | null
}

/** True for a referral that still waits for something, so that its case cannot be closed; somebody who arrived waits for nothing. */
export function isInTheWay({ closedAt, state }: CaseReferral): boolean {
  return closedAt === null && !isAt(referralState(state), 'stay')
}

/** How many referrals of a case stand where. */
export interface ReferralCounts {
  /** Something is still to happen before an arrival; those offered and accepted are among them. */
  open: number
  offered: number
  accepted: number
  /** Nobody is asked, while another place stands. */
  parked: number
  arrived: number
  ended: number
}

const NO_REFERRALS: ReferralCounts = {
  open: 0,
  offered: 0,
  accepted: 0,
  parked: 0,
  arrived: 0,
  ended: 0,
}

/** The counts for each of some cases, of all that was ever sent. */
export async function referralCounts(
  trx: Transaction<DB>,
  caseIds: readonly string[],
): Promise<(caseId: string) => ReferralCounts> {
  if (caseIds.length === 0) return () => NO_REFERRALS
  const rows = await trx
    .selectFrom('referral')
    .select(['caseId', 'state', count => count.fn.countAll<string>().as('many')])
    .where('caseId', 'in', [...caseIds])
    .groupBy(['caseId', 'state'])
    .execute()
  const counts = new Map<string, ReferralCounts>()
  for (const { caseId, state, many } of rows) {
    const before = counts.get(caseId) ?? NO_REFERRALS
    counts.set(caseId, add(before, referralState(state), Number(many)))
  }
  return caseId => counts.get(caseId) ?? NO_REFERRALS
}

function add(counts: ReferralCounts, state: ReferralState, many: number): ReferralCounts {
  if (isAt(state, 'stay')) return { ...counts, arrived: counts.arrived + many }
  if (!isOpen(state)) return { ...counts, ended: counts.ended + many }
  return {
    ...counts,
    open: counts.open + many,
    offered: counts.offered + (isAt(state, 'offer') ? many : 0),
    accepted: counts.accepted + (isAt(state, 'place') ? many : 0),
    parked: counts.parked + (isAt(state, 'parked') ? many : 0),
  }
}
