import { sql, type Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import type { AuditedAct } from '../../audit/record-audit.server'
import { dueOf, releaseOf } from '../record/told-days.server'
import type { DomainContext } from '../../context'
import type { DecidedAnswer } from '../../eligibility/decision'
import type { Tier, TriageFacts } from '../../eligibility/facts'
import { openNames, openTriage } from '../../case/record/open-person.server'
import { londonDay, type Day } from '../../time/calendar'
import { pageOf, PAGE_LENGTH } from '../../list/paging'
import { notedChanges } from '../changes/noted-changes.server'
import { decisionSince, type Standing, standingFor } from '../changes/standing-changes'
import { lastDayRead, type Release } from '../disclosure/release-shown'
import { actsNext, isOpen, type ReferralState, referralState } from '../states'
import { isRingNow, outDays } from '../due'
import { type Side } from '../referral'
import {
  type ListCounts,
  openGroups,
  type ReferralListPart,
  type ReferralsRead,
  STAND_FIRST,
  statesOf,
} from './referral-groups'
import { countOutcomes, readDecision } from '../record/stored-decision'

/** What every list of referrals shows of one. */
interface ListedReferral {
  id: string
  reference: string
  serviceId: string
  serviceName: string
  state: ReferralState
  actsNext: Side | null
  dueAt: Date | null
  late: boolean
  submittedAt: Date | null
  stateChangedAt: Date
  releaseOn: Day | null
  /** Where the viewer reads the week alone: its Sunday, and `releaseOn` is its Monday. */
  releaseUntil: Day | null
  releaseConfidence: string | null
  /** The day she came; null before. */
  arrivedOn: Day | null
  /** What changed since it was referred, as far as the viewer may see it. */
  changed: Standing
  /** Leaves today or tomorrow, or left in the last days: stands first. */
  isOut: boolean
  /** Whom to ring where no time is left: the other side. */
  phone: string | null
}

/** A line of a provider's inbox: tier 1 and nothing more. */
export interface InboxReferral extends ListedReferral {
  assessorId: string | null
  outcome: string
  outcomes: ReturnType<typeof countOutcomes>
  /** Age band, household, release window; null once the case may not be read any more. */
  triage: TriageFacts | null
}

/** A line of the referring team's list. */
export interface TeamReferral extends ListedReferral {
  caseId: string
  caseReference: string
  assessorId: string | null
  agreedTier: number
  personName: string
  providerName: string
}

/** Which list, and which page of it from 1. */
export interface AskedList {
  list: ReferralListPart
  page: number
}

const FIRST: AskedList = { list: 'open', page: 1 }

/** One page of the referrals to the viewer's organisation; of those that ended, the last 28 days. */
export async function inboxFor(
  app: DomainContext,
  viewer: SignedInViewer,
  asked: AskedList = FIRST,
): Promise<ReferralsRead<InboxReferral>> {
  return asViewer(app.db, viewer, async trx => {
    const read = await readList(app, trx, viewer, 'provider', asked)
    const rows = await listed(app, trx, 'provider', read)
      .innerJoin('organisation as referrer', 'referrer.id', 'referral.referrerOrganisationId')
      .select('referrer.phone')
      .leftJoin('referralDecision', join =>
        join.onRef('referralDecision.referralId', '=', 'referral.id').on('referralDecision.tier', '=', 1),
      )
      .select([
        'referral.caseId',
        'referral.assessorId',
        'referral.agreedTier',
        'referralDecision.decision',
        'referral.eligibilityOutcome',
      ])
      .where('referral.providerOrganisationId', '=', viewer.organisationId)
      .execute()
    const notedOf = await notedOfListed(trx, rows)
    const people = await openTriage(trx, viewer, idsOf(rows), listRead(rows))
    const isRead = await readByOwn(trx, viewer, rows, app.clock())
    const referrals = rows.map(({ caseId, decision, eligibilityOutcome, agreedTier, ...row }) => {
      const tier = tierInList(viewer, { ...row, agreedTier })
      const changed = standingFor('provider', tier, isRead(row) ? notedOf(row.id) : [])
      return {
        ...withState(isRead(row) ? row : { ...row, ...NOTHING_READ }, app.clock()),
        changed,
        outcome: eligibilityOutcome,
        outcomes: countOutcomes(isRead(row) ? answersSince(decision, changed) : []),
        triage: isRead(row) ? (people.get(caseId) ?? null) : null,
      }
    })
    return { ...read, referrals }
  })
}

/** One page of the referrals of the viewer's prison team; whoever of the team is in can act on them. */
export async function teamReferralsFor(
  app: DomainContext,
  viewer: SignedInViewer,
  asked: AskedList = FIRST,
): Promise<ReferralsRead<TeamReferral>> {
  return asViewer(app.db, viewer, async trx => {
    const read = await readList(app, trx, viewer, 'referrer', asked)
    const rows = await listed(app, trx, 'referrer', read)
      .select('service.phone')
      .innerJoin('organisation as provider', 'provider.id', 'referral.providerOrganisationId')
      .select(['referral.caseId', 'personCase.reference as caseReference', 'provider.name as providerName'])
      .select(['referral.assessorId', 'referral.agreedTier'])
      .where('referral.referrerOrganisationId', '=', viewer.organisationId)
      .execute()
    const notedOf = await notedOfListed(trx, rows)
    const names = await openNames(app, trx, viewer, idsOf(rows), listRead(rows))
    const referrals = rows.map(({ caseReference, ...row }) => ({
      ...withState(row, app.clock()),
      changed: standingFor('referrer', 3, notedOf(row.id)),
      caseReference: caseReference ?? '',
      personName: names.get(row.caseId) ?? caseReference ?? '',
    }))
    return { ...read, referrals }
  })
}

/** How many open referrals to the viewer's organisation wait for the side that referred. */
export async function waitingForReferrer(app: DomainContext, viewer: SignedInViewer): Promise<number> {
  const { counts } = await asViewer(app.db, viewer, trx => readList(app, trx, viewer, 'provider', FIRST))
  const states = statesOf('open', 'provider').filter(state => actsNext(state) === 'referrer')
  return states.reduce((sum, state) => sum + (counts[state]?.all ?? 0), 0)
}

type Read = Omit<ReferralsRead<never>, 'referrals'>

/**
 * How many of the viewer's referrals a list holds, state by state, and where the page asked for stands in it. A view is asked for one
 * referral at a time, here and below: joined, it is worked out for every case its reader can see.
 */
async function readList(
  app: DomainContext,
  trx: Transaction<DB>,
  { organisationId }: SignedInViewer,
  side: Side,
  { list, page }: AskedList,
): Promise<Read> {
  const rows = await trx
    .selectFrom('referral')
    .leftJoinLateral(releaseOf(trx, 'referral.caseId'), on => on.onTrue())
    .select(['referral.state', count => count.fn.countAll<string>().as('many')])
    .select(sql<string>`count(*) filter (where ${isOut(app.clock())})`.as('out'))
    .where(side === 'provider' ? 'providerOrganisationId' : 'referrerOrganisationId', '=', organisationId)
    .where('referral.state', 'in', statesOf(list, side))
    .groupBy('referral.state')
    .execute()
  const counts: ListCounts = Object.fromEntries(
    rows.map(({ state, many, out }) => [referralState(state), { all: Number(many), out: Number(out) }]),
  )
  const total = rows.reduce((sum, { many }) => sum + Number(many), 0)
  return { list, counts, ...pageOf(page, total) }
}

/**
 * The rows of one page: whoever leaves within hours, then the group that presses most, and in it the nearest limit; what
 * ended, the latest first.
 */
function listed(app: DomainContext, trx: Transaction<DB>, side: Side, { list, first }: Read) {
  const rows = trx
    .selectFrom('referral')
    .innerJoin('service', 'service.id', 'referral.serviceId')
    .leftJoin('personCase', 'personCase.id', 'referral.caseId')
    .leftJoin('placement', 'placement.referralId', 'referral.id')
    .leftJoinLateral(releaseOf(trx, 'referral.caseId'), on => on.onTrue())
    .leftJoinLateral(dueOf(trx, 'referral.id'), on => on.onTrue())
    .select(['referral.id', 'referral.reference', 'referral.serviceId', 'service.name as serviceName'])
    .select(['referral.state', 'readableDue.dueAt', 'referral.submittedAt', 'referral.stateChangedAt'])
    .select(['readableRelease.releaseOn', 'readableRelease.releaseUntil', 'personCase.releaseConfidence'])
    .select('placement.arrivedOn')
    .select(isOut(app.clock()).as('isOut'))
    .where('referral.state', 'in', statesOf(list, side))
    .limit(PAGE_LENGTH)
    .offset(first - 1)
  if (list === 'ended') return rows.orderBy('referral.stateChangedAt', 'desc').orderBy('referral.id')
  return rows
    .orderBy(isOut(app.clock()), 'desc')
    .orderBy(groupRank(side))
    .orderBy('readableDue.dueAt', order => order.asc().nullsLast())
    .orderBy('referral.stateChangedAt')
    .orderBy('referral.id')
}

/** True for a referral that waits for an act or for the day, of somebody who leaves within hours or left in the last days. */
function isOut(now: Date) {
  const { from, to } = outDays(londonDay(now))
  return sql<boolean>`coalesce(readable_release.release_on between ${from}::date and ${to}::date and referral.state in (${sql.join(STAND_FIRST)}), false)`
}

/** The place of a referral's group among those of a side's open list. */
function groupRank(side: Side) {
  const places = openGroups(side).map(
    ({ states }, place) => sql`when referral.state in (${sql.join(states)}) then ${sql.lit(place)}`,
  )
  return sql`case ${sql.join(places, sql` `)} end`
}

function answersSince(decision: unknown, { changes }: Standing): readonly DecidedAnswer[] {
  return decision === null ? [] : decisionSince(readDecision(decision), changes).answers
}

type Listed = { id: string; state: string }

/** By what has ended a provider reads what its own days allow, however much another referral opens (as findReferralFor has it). */
async function readByOwn(
  trx: Transaction<DB>,
  { organisationId }: SignedInViewer,
  rows: readonly Listed[],
  now: Date,
): Promise<(row: Listed) => boolean> {
  const ended = rows.filter(hasEnded).map(({ id }) => id)
  if (ended.length === 0) return () => true
  const readers = await trx
    .selectFrom('caseReader')
    .select('referralId')
    .where('referralId', 'in', ended)
    .where('organisationId', '=', organisationId)
    .where('until', '>', now)
    .execute()
  const read = new Set(readers.map(({ referralId }) => referralId))
  return row => !hasEnded(row) || read.has(row.id)
}

const NOTHING_READ = { releaseOn: null, releaseUntil: null, releaseConfidence: null }

function hasEnded({ state }: { state: string }): boolean {
  return !isOpen(referralState(state))
}

/** How much of the case somebody of the provider reads: see openToAssessor. Above triage nothing by what has ended. */
function tierInList(
  viewer: SignedInViewer,
  row: { state: string; assessorId: string | null; agreedTier: number },
): Tier {
  if (row.assessorId === null || row.agreedTier < 2 || hasEnded(row)) return 1
  if (row.assessorId === viewer.personId) return row.agreedTier >= 3 ? 3 : 2
  return viewer.role === 'provider_manager' ? 2 : 1
}

function notedOfListed(trx: Transaction<DB>, rows: readonly { id: string }[]) {
  return notedChanges(
    trx,
    rows.map(({ id }) => id),
  )
}

function withState<Row extends Release & { state: string; dueAt: Date | null }>(row: Row, now: Date) {
  const state = referralState(row.state)
  const late = (row.dueAt !== null && row.dueAt < now) || isRingNow(state, lastDayRead(row), now)
  return { ...row, state, actsNext: actsNext(state), late }
}

function idsOf(rows: readonly { caseId: string }[]): string[] {
  return [...new Set(rows.map(row => row.caseId))]
}

function listRead({ length: referrals }: readonly unknown[]): AuditedAct {
  return { action: 'referral.list', subjectKind: 'referral', subjectId: null, detail: { referrals } }
}
