import type { Kysely, Transaction } from 'kysely'
import { z } from 'zod'
import type { KeyRing } from '@db/encryption/key-ring'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { recordAudit } from '../audit/record-audit.server'
import type { DomainContext } from '../context'
import type { Tier } from '../eligibility/facts'
import { daysBetween, londonDay, type Day } from '../region/calendar'
import { type ClosingShown, closingOf } from './case-closing-queries.server'
import {
  type CaseReferral,
  type ReferralCounts,
  referralCounts,
  referralsOfCase,
} from './case-referrals.server'
import { earlierCase, whoseCase } from './closed-cases.server'
import { loadCase, type LoadedCase, readCase, selectCases } from './case-row.server'
import { countMissing, missingAnswers, type TopicTask } from './missing-answers'
import { tierOnCase } from './person-case-access.server'
import type { CustodyStatus, ReleaseConfidence, Sex } from './person-case'
import { type QueueGroup, queueGroup } from './queue'
import { type TopicVersions, topicVersions } from './topic-versions.server'

/** A line of the team's queue. */
export interface QueuedCase {
  id: string
  reference: string
  name: string
  prisonNumber: string
  sex: Sex
  custodyStatus: CustodyStatus
  releaseOn: Day | null
  releaseConfidence: ReleaseConfidence
  /** 0 is today, negative is past, null is not known. */
  daysToRelease: number | null
  group: QueueGroup
  referrals: ReferralCounts
  missing: number
}

/** The open cases of the viewer's team, the nearest release first and those without a date last. */
export async function casesFor(
  db: Kysely<DB>,
  viewer: SignedInViewer,
  keys: KeyRing,
  now: Date,
): Promise<QueuedCase[]> {
  const today = londonDay(now)
  return asViewer(db, viewer, async trx => {
    const rows = await selectCases(trx)
      .where('c.organisationId', '=', viewer.organisationId)
      .where('c.closedAt', 'is', null)
      .orderBy('c.releaseOn', order => order.asc().nullsLast())
      .orderBy('c.reference')
      .execute()
    const countsOf = await referralCounts(
      trx,
      rows.map(row => row.id),
    )
    const detail = { cases: rows.length }
    await recordAudit(trx, viewer, { action: 'case.list', subjectKind: 'case', subjectId: null, detail })
    return rows.map(row => queued(readCase(keys, row, today), countsOf(row.id), today))
  })
}

/** A case on its own page. `identity` is null, and facts are unknown, where the viewer's tier does not reach. */
export interface CaseDetail extends LoadedCase {
  tier: Tier
  daysToRelease: number | null
  group: QueueGroup
  tasks: TopicTask[]
  topicVersions: TopicVersions
  referrals: CaseReferral[]
  dateChanges: DateChange[]
  closing: ClosingShown | null
  /** The case of the same person that the team closed before it opened this one. */
  earlier: { id: string; closedAt: Date } | null
}

export interface DateChange {
  oldReleaseOn: Day | null
  newReleaseOn: Day | null
  cause: string
  changedAt: Date
  changedBy: string
}

/** A case the viewer may read, or null; the read is audited. */
export async function findCaseFor(
  app: DomainContext,
  viewer: SignedInViewer,
  id: string,
): Promise<CaseDetail | null> {
  if (!z.uuid().safeParse(id).success) return null
  const now = app.clock()
  const today = londonDay(now)
  return asViewer(app.db, viewer, async trx => {
    const tier = await tierOnCase(trx, viewer, id, now)
    const found = tier === null ? null : await loadCase(trx, app.keys, id, today)
    if (tier === null || found === null) return null
    await recordAudit(trx, viewer, {
      action: 'case.read',
      subjectKind: 'case',
      subjectId: id,
      detail: { tier },
    })
    const daysToRelease = daysTo(found.releaseOn, today)
    return {
      ...found,
      tier,
      daysToRelease,
      group: queueGroup(daysToRelease),
      tasks: missingAnswers(found.facts),
      topicVersions: await topicVersions(trx, id),
      referrals: await referralsOfCase(trx, id),
      dateChanges: await dateChangesOf(trx, id),
      closing: await closingOf(trx, app.keys, id),
      earlier: await earlierCase(trx, id),
    }
  })
}

/** Every move of a case's release date, the latest first. */
function dateChangesOf(trx: Transaction<DB>, caseId: string): Promise<DateChange[]> {
  return trx
    .selectFrom('releaseDateChange')
    .innerJoin('person', 'person.id', 'releaseDateChange.changedBy')
    .select(['oldReleaseOn', 'newReleaseOn', 'cause', 'changedAt', 'person.name as changedBy'])
    .where('caseId', '=', caseId)
    .orderBy('changedAt', 'desc')
    .execute()
}

function queued(found: LoadedCase, referrals: ReferralCounts, today: Day): QueuedCase {
  if (!found.custody) throw new Error('A team reads the whole of its own cases')
  const daysToRelease = daysTo(found.releaseOn, today)
  return {
    ...whoseCase(found),
    sex: found.sex,
    custodyStatus: found.custody.custodyStatus,
    releaseOn: found.releaseOn,
    releaseConfidence: found.releaseConfidence,
    daysToRelease,
    group: queueGroup(daysToRelease),
    referrals,
    missing: countMissing(found.facts),
  }
}

function daysTo(releaseOn: Day | null, today: Day): number | null {
  return releaseOn === null ? null : daysBetween(today, releaseOn)
}
