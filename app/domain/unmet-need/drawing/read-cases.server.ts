import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { ClosingReason } from '../../case/closing/case-closing'
import { isCheckKind, readAnswers } from '../../outcome/checks'
import { londonDay } from '../../time/calendar'
import type { BarrierFacts } from './barriers-of'
import { byKey } from './by-key'
import type { DrawnFrom, DrawnMatch, RecordedCheck } from './drawn-from'
import { readReferrals } from './read-referrals.server'
import { womanKey } from './woman-key'

/** Every case of a woman that is kept and was not opened by mistake, as the statistician may read it. */
export async function readCases(trx: Transaction<DB>): Promise<DrawnFrom[]> {
  const cases = await trx
    .selectFrom('personCase as c')
    .innerJoin('caseCustody as u', 'u.caseId', 'c.id')
    .innerJoin('caseIdentity as i', 'i.caseId', 'c.id')
    .innerJoin('countedFacts as f', 'f.caseId', 'c.id')
    .select(['c.id as caseId', 'c.prisonCode', 'c.releaseOn', 'c.createdAt', 'i.prisonNumberHash'])
    .select(['u.custodyStatus', 'u.homeAuthority'])
    .select(['f.ageBand', 'f.preferredAuthorities', 'f.facts'])
    .where('c.sex', '=', 'woman')
    .execute()
  const changes = await readDateChanges(trx)
  const closings = await readClosings(trx)
  const checks = await readChecks(trx)
  const matches = await readMatches(trx)
  const referrals = await readReferrals(trx)
  const counted = cases.filter(({ caseId }) => closings.get(caseId)?.reason !== 'opened_by_mistake')
  return counted.map(({ createdAt, prisonNumberHash, facts, ...row }) => ({
    caseId: row.caseId ?? '',
    woman: womanKey(prisonNumberHash),
    prisonCode: row.prisonCode,
    // The column's own check admits these alone.
    custodyStatus: row.custodyStatus as DrawnFrom['custodyStatus'],
    homeAuthority: row.homeAuthority,
    releaseOn: row.releaseOn,
    openedOn: londonDay(createdAt),
    ageBand: row.ageBand,
    preferredAuthorities: row.preferredAuthorities as unknown as string[],
    barrierFacts: facts as BarrierFacts,
    dateChanges: changes.get(row.caseId) ?? [],
    closing: closings.get(row.caseId) ?? null,
    checks: checks.get(row.caseId) ?? [],
    matches: matches.get(row.caseId) ?? [],
    referrals: referrals.get(row.caseId) ?? [],
  }))
}

async function readDateChanges(trx: Transaction<DB>) {
  const rows = await trx
    .selectFrom('releaseDateChange')
    .select(['caseId', 'oldReleaseOn', 'newReleaseOn', 'changedAt'])
    .orderBy('changedAt')
    .execute()
  return byKey(rows, caseOf, ({ oldReleaseOn, newReleaseOn, changedAt }) => ({
    from: oldReleaseOn,
    to: newReleaseOn,
    on: londonDay(changedAt),
  }))
}

async function readClosings(trx: Transaction<DB>): Promise<ReadonlyMap<string, DrawnFrom['closing']>> {
  const rows = await trx
    .selectFrom('caseClosing')
    .select(['caseId', 'reason', 'closedAt'])
    .where('reopenedAt', 'is', null)
    .execute()
  // The column's own check admits these reasons alone.
  return new Map(
    rows.map(({ caseId, reason, closedAt }) => [
      caseId,
      { reason: reason as ClosingReason, closedOn: londonDay(closedAt) },
    ]),
  )
}

async function readChecks(trx: Transaction<DB>): Promise<ReadonlyMap<string, RecordedCheck[]>> {
  const rows = await trx
    .selectFrom('outcomeCheck')
    .select(['caseId', 'kind', 'answers', 'recordedAt', 'replacedBecause'])
    .orderBy('recordedAt')
    .execute()
  return byKey(rows, caseOf, ({ kind, answers, recordedAt, replacedBecause }) => {
    if (!isCheckKind(kind)) throw new Error(`The column's own check admits no ${kind}`)
    const because = replacedBecause as RecordedCheck['replacedBecause']
    return { kind, answers: readAnswers(kind, answers), recordedAt, replacedBecause: because }
  })
}

async function readMatches(trx: Transaction<DB>): Promise<ReadonlyMap<string, DrawnMatch[]>> {
  const rows = await trx.selectFrom('ownMatch').selectAll().orderBy('matchedOn').execute()
  return byKey(rows, caseOf, ({ daysBefore, releaseOn, found, wouldPlace, turnedAway }) => ({
    // The column's own check admits these alone.
    daysBefore: daysBefore as DrawnMatch['daysBefore'],
    releaseOn,
    found: found as DrawnMatch['found'],
    wouldPlace,
    turnedAway,
  }))
}

function caseOf({ caseId }: { caseId: string }): string {
  return caseId
}
