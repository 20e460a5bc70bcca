import { releaseDays } from '~/domain/case/list/release-days.server'
import type { Kysely, Transaction } from 'kysely'
import type { KeyRing } from '@db/encryption/key-ring'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { PAGE_LENGTH, pageOf, type Paging } from '~/domain/list/paging'
import { londonDay, type Day } from '~/domain/time/calendar'
import { type ReferralCounts, referralCounts } from '~/domain/casework/case-referrals.server'
import type { LoadedCase } from '~/domain/case/record/case-row.server'
import { openPeople } from '~/domain/case/record/open-person.server'
import { whoseCase } from '~/domain/case/closing/closed-cases.server'
import { caseChecks } from '~/domain/outcome/case-days.server'
import { type CheckState, checkStates, dueChecks } from '~/domain/outcome/check-states'
import { countMissing } from '~/domain/case/answers/missing-answers'
import type { CustodyStatus, ReleaseConfidence, Sex } from '~/domain/case/record/person-case'
import { daysTo } from '~/screens/case/facts.server'
import { isSoon, type QueueGroup, queueGroup } from '~/domain/case/list/queue'
import { arrivalsOf } from '~/domain/referral/stay/arrivals.server'

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
  /** The day she came to a place where she still is; null for none. */
  arrivedOn: Day | null
  referrals: ReferralCounts
  missing: number
  /** How its checks stand: what is to be recorded by today, and every one. */
  due: CheckState[]
  checks: CheckState[]
}

/** One page of a team's queue, and how the whole of it stands. */
export interface Queue extends Paging {
  cases: QueuedCase[]
  counts: Partial<Record<QueueGroup, number>>
  /** Leaving from today within 28 days and not arrived anywhere, and how many of those no open referral is about. */
  leavingSoon: number
  leavingWithoutReferral: number
}

/** The open cases of the viewer's team, a page of them: the nearest release first, then those without a date, then who has arrived. */
export async function casesFor(
  db: Kysely<DB>,
  viewer: SignedInViewer,
  keys: KeyRing,
  asked: { page: number; now: Date },
): Promise<Queue> {
  const today = londonDay(asked.now)
  return asViewer(db, viewer, async trx => {
    const { ids: queue, arrivals, ...standing } = await howTheyStand(trx, viewer, today)
    const paging = pageOf(asked.page, queue.length)
    const ids = queue.slice(paging.first - 1, paging.first - 1 + PAGE_LENGTH)
    const countsOf = await referralCounts(trx, ids)
    const checksOf = new Map((await caseChecks(trx, ids)).map(each => [each.caseId, each]))
    const people = await openPeople({ keys }, trx, viewer, ids, asked.now)
    const cases = people.map(found => {
      const checks = checksOf.get(found.id)
      const stands = {
        referrals: countsOf(found.id),
        arrivedOn: arrivals.get(found.id) ?? null,
        due: checks ? dueChecks(checks, today) : [],
        checks: checks ? checkStates(checks, today) : [],
      }
      return queued(found, stands, today)
    })
    return { ...standing, ...paging, cases }
  })
}

/** The whole queue in its order, by its days alone: nothing of a person is read or opened for it. */
async function howTheyStand(trx: Transaction<DB>, { organisationId }: SignedInViewer, today: Day) {
  const rows = await openCases(trx, organisationId)
  const arrivals = await arrivalsOf(
    trx,
    rows.map(({ id }) => id),
  )
  const counts: Partial<Record<QueueGroup, number>> = {}
  const soon: string[] = []
  for (const { id, releaseOn } of rows) {
    const group = groupOf(releaseOn, arrivals.get(id) ?? null, today)
    counts[group] = (counts[group] ?? 0) + 1
    if (isSoon(group) && releaseOn !== null && releaseOn >= today) soon.push(id)
  }
  const countsOf = await referralCounts(trx, soon)
  const leavingWithoutReferral = soon.filter(id => countsOf(id).open === 0).length
  const ids = rows.map(row => row.id)
  const inOrder = [...ids.filter(id => !arrivals.has(id)), ...ids.filter(id => arrivals.has(id))]
  return { ids: inOrder, arrivals, counts, leavingSoon: soon.length, leavingWithoutReferral }
}

/** Whoever lives at a place leaves no prison any more, whatever day the case names. */
function groupOf(releaseOn: Day | null, arrivedOn: Day | null, today: Day): QueueGroup {
  return arrivedOn === null ? queueGroup(daysTo(releaseOn, today)) : 'arrived'
}

/** The nearest release first and those without a date last. Two statements: joined, the view is worked out again for every case. */
async function openCases(trx: Transaction<DB>, organisationId: string) {
  const cases = await trx
    .selectFrom('personCase')
    .select('id')
    .where('organisationId', '=', organisationId)
    .where('closedAt', 'is', null)
    .orderBy('reference')
    .execute()
  const ids = cases.map(({ id }) => id)
  const dayOf = await releaseDays(trx, ids)
  return ids
    .map(id => ({ id, releaseOn: dayOf.get(id) ?? null }))
    .sort((one, other) => (one.releaseOn ?? LAST).localeCompare(other.releaseOn ?? LAST))
}

/** After every day that can be typed. */
const LAST = '9999-12-31'

function queued(
  found: LoadedCase,
  stands: Pick<QueuedCase, 'referrals' | 'arrivedOn' | 'due' | 'checks'>,
  today: Day,
): QueuedCase {
  if (!found.custody) throw new Error('A team reads the whole of its own cases')
  return {
    ...whoseCase(found),
    ...stands,
    sex: found.sex,
    custodyStatus: found.custody.custodyStatus,
    releaseOn: found.releaseOn,
    releaseConfidence: found.releaseConfidence,
    daysToRelease: daysTo(found.releaseOn, today),
    group: groupOf(found.releaseOn, stands.arrivedOn, today),
    missing: countMissing(found.facts),
  }
}
