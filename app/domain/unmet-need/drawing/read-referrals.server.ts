import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { ReferralEvent } from '../../referral/events/registry'
import type { Departure } from '../../referral/reasons'
import { referralState } from '../../referral/states'
import { byKey } from './by-key'
import type { DrawnReferral, HistoryLine } from './drawn-from'

/** Every referral with what happened to it, by case, the earliest first. */
export async function readReferrals(trx: Transaction<DB>): Promise<ReadonlyMap<string, DrawnReferral[]>> {
  const rows = await trx
    .selectFrom('referral as r')
    .leftJoin('servicePolicy as p', 'p.serviceId', 'r.serviceId')
    .select(['r.id', 'r.caseId', 'r.state', 'r.submittedAt', 'r.assessmentAt'])
    .select(['r.primaryReason', 'r.otherReasons', 'p.criteria'])
    .orderBy('r.submittedAt')
    .orderBy('r.id')
    .execute()
  const history = await readHistory(trx)
  const placements = await readPlacements(trx)
  return byKey(
    rows.flatMap(row => (row.submittedAt === null ? [] : [{ ...row, submittedAt: row.submittedAt }])),
    ({ caseId }) => caseId,
    ({ id, state, submittedAt, assessmentAt, primaryReason, otherReasons, criteria }) => ({
      id,
      state: referralState(state),
      submittedAt,
      assessmentAt,
      reasons: primaryReason === null ? [] : [primaryReason, ...otherReasons],
      isWomenOnly: isWomenOnly(criteria),
      history: history.get(id) ?? [],
      placement: placements.get(id) ?? null,
    }),
  )
}

async function readHistory(trx: Transaction<DB>): Promise<ReadonlyMap<string, HistoryLine[]>> {
  const rows = await trx
    .selectFrom('referralHistory')
    .select(['referralId', 'event', 'happenedAt', 'toState', 'byRole'])
    .orderBy('sequence')
    .execute()
  return byKey(
    rows,
    ({ referralId }) => referralId,
    ({ event, happenedAt, toState, byRole }) => ({
      event: event as ReferralEvent,
      at: happenedAt,
      toState: referralState(toState),
      byRole,
    }),
  )
}

async function readPlacements(
  trx: Transaction<DB>,
): Promise<ReadonlyMap<string, DrawnReferral['placement']>> {
  const rows = await trx
    .selectFrom('placement')
    .select(['referralId', 'arrivedOn', 'departedOn', 'departure'])
    .execute()
  return new Map(
    rows.map(({ referralId, arrivedOn, departedOn, departure }) => [
      referralId,
      // The column's own check admits these alone.
      { arrivedOn, departedOn, departure: departure as Departure | null },
    ]),
  )
}

/** As the service says today whom it takes. */
function isWomenOnly(criteria: unknown): boolean {
  return typeof criteria === 'object' && criteria !== null && 'sex' in criteria && criteria.sex === 'women'
}
