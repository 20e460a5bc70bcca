import type { Transaction } from 'kysely'
import { z } from 'zod'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import type { DomainContext } from '~/domain/context'
import type { Tier } from '~/domain/eligibility/facts'
import { type ListedChange, listedChange } from '~/domain/referral/changes/change-words'
import { notedChanges } from '~/domain/referral/changes/noted-changes.server'
import { referralState } from '~/domain/referral/states'
import { standingFor } from '~/domain/referral/changes/standing-changes'
import { placeStands } from '~/domain/referral/record/parked-referrals.server'
import { arrivalOf } from '~/domain/referral/stay/arrivals.server'
import { caseOverOn } from '~/domain/retention/case-over'
import { standingSettings } from '~/domain/setting/read-settings.server'
import { daysBetween, londonDay, type Day } from '~/domain/time/calendar'
import { type ClosingShown, closingOf } from '~/domain/casework/case-closing-queries.server'
import { type CaseReferral, referralsOfCase } from '~/domain/casework/case-referrals.server'
import { entriesOf } from '~/domain/nobody-fits/entries.server'
import { type Nomination, nominationsOfCase } from '~/domain/nomination/nominations.server'
import type { NobodyFits } from '~/domain/nobody-fits/nobody-fits'
import { caseChecks } from '~/domain/outcome/case-days.server'
import { checkRecords, type CheckRecord } from '~/domain/outcome/check-records.server'
import { checkStates, type CheckState } from '~/domain/outcome/check-states'
import { carriedOf } from '~/domain/case/carried/carried.server'
import { earlierCase } from '~/domain/case/closing/closed-cases.server'
import type { LoadedCase } from '~/domain/case/record/case-row.server'
import { missingAnswers, type TopicTask } from '~/domain/case/answers/missing-answers'
import { openPerson } from '~/domain/case/record/open-person.server'
import { tierOnCase } from '~/domain/case/record/case-access.server'
import { type QueueGroup, queueGroup } from '~/domain/case/list/queue'
import { type TopicVersions, topicVersions } from '~/domain/case/answers/topic-versions.server'
import { type CaseSummaryWords, caseSummary } from './summary'

/** A case on its own page. `identity` is null, and facts are unknown, where the viewer's tier does not reach. */
export interface CaseDetail extends LoadedCase {
  tier: Tier
  daysToRelease: number | null
  group: QueueGroup
  tasks: TopicTask[]
  topicVersions: TopicVersions
  referrals: (CaseReferral & { changed: ListedChange | null })[]
  /** The person has a place she said yes to, or lives in: no parked referral can be reopened. */
  placeStands: boolean
  /** The day she came to a place where she still is; null for none. */
  arrivedOn: Day | null
  dateChanges: DateChange[]
  /** How each check stands, and what was recorded, the latest first. */
  checks: CheckState[]
  checkRecords: CheckRecord[]
  closing: ClosingShown | null
  /** The day on which the closed case is deleted; null while it is open, or a referral of it is. */
  overOn: Day | null
  /** The last time it was put down that nobody fits; null for never. */
  nobodyFits: NobodyFits | null
  nominations: Nomination[]
  /** How many answers of the last episode wait to be confirmed. */
  waiting: number
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
    if (tier === null) return null
    const as = { action: 'case.read', subjectKind: 'case', subjectId: id, detail: { tier } } as const
    const found = await openPerson(app, trx, viewer, id, as)
    if (found === null) return null
    const daysToRelease = daysTo(found.releaseOn, today)
    const checks = (await caseChecks(trx, [id])).flatMap(each => checkStates(each, today))
    const referrals = await changedReferrals(trx, id)
    return {
      ...found,
      tier,
      daysToRelease,
      group: queueGroup(daysToRelease),
      tasks: missingAnswers(found.facts),
      topicVersions: await topicVersions(trx, id),
      referrals,
      placeStands: await placeStands(trx, id),
      arrivedOn: await arrivalOf(trx, id),
      dateChanges: await dateChangesOf(trx, id),
      checks,
      overOn: await overOnOf(trx, found.closedAt, { checks, referrals, today }),
      checkRecords: await checkRecords(trx, id),
      closing: await closingOf(trx, app.keys, id),
      nobodyFits: (await entriesOf(trx, app.keys, id))[0] ?? null,
      waiting: (await carriedOf(trx, id)).fields.length,
      nominations: await nominationsOfCase(trx, viewer, id),
      earlier: await earlierCase(trx, id),
    }
  })
}

/** The same, with the words above the page, for a page that works on an open case; null where it is closed. */
export async function openCaseFor(
  app: DomainContext,
  viewer: SignedInViewer,
  id: string,
): Promise<(CaseDetail & { summary: CaseSummaryWords }) | null> {
  const found = await findCaseFor(app, viewer, id)
  return !found || found.closedAt ? null : { ...found, summary: caseSummary(found, londonDay(app.clock())) }
}

/** When a closed case is deleted, by its own days and the region's settings. */
async function overOnOf(
  trx: Transaction<DB>,
  closedAt: Date | null,
  { checks, referrals, today }: Pick<CaseDetail, 'checks' | 'referrals'> & { today: Day },
): Promise<Day | null> {
  if (closedAt === null) return null
  const day91 = checks.find(({ kind }) => kind === 'day_91')
  const isAsked = day91 !== undefined && !['recorded', 'none', 'mistake'].includes(day91.standing)
  const days = {
    closedAt,
    referralsClosedAt: referrals.map(each => each.closedAt),
    day91DueOn: isAsked ? day91.dueOn : null,
  }
  return caseOverOn(days, await standingSettings(trx), today)
}

/** The referrals of a case, each with what changed since it was sent. */
async function changedReferrals(trx: Transaction<DB>, caseId: string): Promise<CaseDetail['referrals']> {
  const referrals = await referralsOfCase(trx, caseId)
  const notedOf = await notedChanges(
    trx,
    referrals.map(({ id }) => id),
  )
  return referrals.map(referral => ({
    ...referral,
    changed: listedChange(
      standingFor('referrer', 3, notedOf(referral.id)),
      'referrer',
      referralState(referral.state),
    ),
  }))
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

/** Days from today: 0 is today, negative is past, null is not known. */
export function daysTo(releaseOn: Day | null, today: Day): number | null {
  return releaseOn === null ? null : daysBetween(today, releaseOn)
}
