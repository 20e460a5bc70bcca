import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import { type ClosingReason, leavesNoPrison } from '../case/closing/case-closing'
import { type Day, londonDay } from '../time/calendar'
import { statesAt } from '../referral/states'
import { type CaseDays, releasedOn } from './check-times'
import { standingChecks, type StandingCheck } from './check-records.server'

/** A case as its checks see it: its days, and what stands. */
export interface CaseChecks extends CaseDays {
  caseId: string
  isClosed: boolean
  /** Its case was closed and nobody was released: nothing of a release is asked. */
  isNoRelease: boolean
  /** It was closed as opened by mistake: nothing of it is asked. */
  isMistake: boolean
  standing: readonly StandingCheck[]
}

/** Some cases of the viewer's team as their checks see them. */
export async function caseChecks(trx: Transaction<DB>, caseIds: readonly string[]): Promise<CaseChecks[]> {
  if (caseIds.length === 0) return []
  const ids = [...caseIds]
  const cases = await trx
    .selectFrom('personCase')
    .select(['id', 'createdAt', 'closedAt'])
    .where('id', 'in', ids)
    .execute()
  const releases = await trx
    .selectFrom('readableRelease')
    .select(['caseId', 'releaseOn'])
    .where('caseId', 'in', ids)
    .execute()
  const closings = await trx
    .selectFrom('caseClosing')
    .select(['caseId', 'reason', 'closedAt'])
    .where('caseId', 'in', ids)
    .where('reopenedAt', 'is', null)
    .execute()
  const releaseOf = new Map(releases.map(each => [each.caseId, each.releaseOn]))
  const closingOf = new Map(closings.map(each => [each.caseId, each]))
  const arrivals = await firstArrivals(trx, ids)
  const standingOf = await standingChecks(trx, ids)
  return cases.map(({ id, createdAt, closedAt }) => {
    const released = releasedOn(releaseOf.get(id) ?? null, arrivals.get(id) ?? null)
    const closing = closingOf.get(id)
    const standing = standingOf.get(id) ?? []
    return {
      caseId: id,
      openedOn: londonDay(createdAt),
      receivedOn: receivedOn(standing),
      releasedOn: released,
      isClosed: closedAt !== null,
      isNoRelease:
        closing !== undefined &&
        // The column's own check admits these reasons only.
        leavesNoPrison(closing.reason as ClosingReason, londonDay(closing.closedAt), released),
      isMistake: closing?.reason === 'opened_by_mistake',
      standing,
    }
  })
}

function receivedOn(standing: readonly StandingCheck[]): Day | null {
  const reception = standing.find(({ kind }) => kind === 'reception')
  return reception && 'receivedOn' in reception.answers ? reception.answers.receivedOn : null
}

/** The day of the first arrival anywhere, also of those who have left there again. */
async function firstArrivals(trx: Transaction<DB>, caseIds: string[]): Promise<ReadonlyMap<string, Day>> {
  const rows = await trx
    .selectFrom('referral')
    .innerJoin('placement', 'placement.referralId', 'referral.id')
    .select(['referral.caseId', 'placement.arrivedOn'])
    .where('referral.caseId', 'in', caseIds)
    .where('referral.state', 'in', [...statesAt('stay'), 'departed'])
    .orderBy('placement.arrivedOn', 'desc')
    .execute()
  return new Map(rows.map(({ caseId, arrivedOn }) => [caseId, arrivedOn]))
}
