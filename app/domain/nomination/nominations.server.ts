import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import type { Day } from '../time/calendar'
import type { CancelReason } from '../programme/cancelled-run'
import { OPEN, type RunEvent, type StepEvent } from './lifecycle'
import type { Finish } from './finish'
import {
  type Justification,
  type LeftReason,
  type Licence,
  type NominationState,
  type Side,
  sideOf,
} from './nomination'

/** A nomination as either side reads it: codes and days, nobody. */
export interface Nomination {
  id: string
  caseId: string
  serviceId: string
  serviceName: string
  cohortId: string | null
  startsOn: Day | null
  endsOn: Day | null
  capacity: number | null
  taken: number | null
  waiting: number | null
  /** What the programme says of a temporary licence; null is not stated. */
  rotl: string | null
  agreed: 'yes' | 'no'
  state: NominationState
  leftReason: LeftReason | null
  licence: Licence | null
  /** Why it was made all the same; null where it fitted. */
  justification: Justification | null
  nominatedAt: Date
  version: number
  deliveredIn: string[]
  isRunCancelled: boolean
  isProgrammeClosed: boolean
  /** Why its run was cancelled; null where it was not. */
  cancelledReason: CancelReason | null
  /** That the dates of its run were changed since it was chosen, and what they were: '2027-02-08/2027-03-05'. */
  runMoved: string | null
  /** What of when and where it is was changed last since it was chosen: 'weekdays/place'. */
  runArranged: string | null
  /** Null where there is no run. */
  weekdays: number[] | null
  timeOfDay: string | null
  place: string | null
  /** Whether the run could be finished when the release date moved last since; null where it did not. */
  dateMoved: Finish | null
}

/** What a step may change besides the state: taking it back puts all of it back. */
export type Standing = Pick<Nomination, 'leftReason' | 'licence' | 'cohortId' | 'justification'>

export interface NominationStep {
  id: string
  event: StepEvent | RunEvent | 'nominate' | 'date_moved'
  fromState: NominationState | null
  toState: NominationState
  detail: string | null
  was: Partial<Standing>
  /** Of a step to another run, the days of the one before and of the one chosen: '2027-02-08/2027-03-05'. */
  runBefore: string | null
  runChosen: string | null
  happenedAt: Date
  by: string
  bySide: Side
  takenBackAt: Date | null
  takenBackBy: string | null
}

/** One nomination the viewer's side may read; undefined for none. */
export async function findNomination(
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  id: string,
): Promise<Nomination | undefined> {
  const row = await nominationsFor(trx, viewer).where('n.id', '=', id).executeTakeFirst()
  return row && asNomination(row)
}

/** The nominations of a case of the viewer's team, the latest first. */
export async function nominationsOfCase(
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  caseId: string,
): Promise<Nomination[]> {
  const rows = await nominationsFor(trx, viewer)
    .where('n.caseId', '=', caseId)
    .orderBy('n.nominatedAt', 'desc')
    .orderBy('n.id')
    .execute()
  return rows.map(asNomination)
}

/** The open ones at a service of the viewer's side, those who have waited longest first. */
export async function nominationsAt(
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  serviceId: string,
): Promise<Nomination[]> {
  const rows = await nominationsFor(trx, viewer)
    .where('n.serviceId', '=', serviceId)
    .where('n.state', 'in', OPEN)
    .orderBy('n.nominatedAt')
    .orderBy('n.id')
    .execute()
  return rows.map(asNomination)
}

/** Of some services, those a case is nominated for now, with when. */
export async function openNominationsOf(
  trx: Transaction<DB>,
  caseId: string,
  serviceIds: readonly string[],
): Promise<ReadonlyMap<string, { id: string; nominatedAt: Date }>> {
  if (serviceIds.length === 0) return new Map()
  const rows = await trx
    .selectFrom('nomination')
    .select(['id', 'serviceId', 'nominatedAt'])
    .where('caseId', '=', caseId)
    .where('serviceId', 'in', serviceIds)
    .where('state', 'in', OPEN)
    .execute()
  return new Map(rows.map(({ serviceId, ...row }) => [serviceId, row]))
}

/** How many nominations wait for the provider: for the checks, or for a place. Reads nobody. */
export function nominationsWaiting(db: Kysely<DB>, viewer: SignedInViewer): Promise<number> {
  return asViewer(db, viewer, async trx => {
    const rows = await nominationsFor(trx, viewer)
      .where('n.state', 'in', ['nominated', 'checks', 'waiting'])
      .execute()
    return rows.length
  })
}

export type NominationList = 'open' | 'ended'

/** How many of the viewer's side are open, and how many have ended. */
export async function countNominations(
  trx: Transaction<DB>,
  viewer: SignedInViewer,
): Promise<Record<NominationList, number>> {
  const rows = await nominationsFor(trx, viewer).clearSelect().select('n.state').execute()
  const open = rows.filter(({ state }) => OPEN.some(each => each === state)).length
  return { open, ended: rows.length - open }
}

/** Those of a list that the viewer's side may read: by programme and run, those who have waited longest first. */
export async function listNominations(
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  { list, offset, limit }: { list: NominationList; offset: number; limit: number },
): Promise<Nomination[]> {
  const rows = await nominationsFor(trx, viewer)
    .where('n.state', list === 'open' ? 'in' : 'not in', OPEN)
    .offset(offset)
    .limit(limit)
    .orderBy('s.name')
    .orderBy('c.startsOn')
    .orderBy('n.cohortId')
    .orderBy('n.nominatedAt')
    .orderBy('n.id')
    .execute()
  return rows.map(asNomination)
}

/** What happened to a nomination, the latest first. */
export async function stepsOf(trx: Transaction<DB>, nominationId: string): Promise<NominationStep[]> {
  const rows = await trx
    .selectFrom('nominationStep as h')
    .innerJoin('person as p', 'p.id', 'h.byPerson')
    .leftJoin('person as b', 'b.id', 'h.takenBackBy')
    .select(['h.id', 'h.event', 'h.fromState', 'h.toState', 'h.detail', 'h.was', 'h.happenedAt', 'h.bySide'])
    .select(['p.name as by', 'h.takenBackAt', 'b.name as takenBackBy'])
    .select([spanOfRun(sql`h.was ->> 'cohortId'`).as('runBefore'), spanOfRun(sql`h.detail`).as('runChosen')])
    .where('h.nominationId', '=', nominationId)
    .orderBy('h.sequence', 'desc')
    .execute()
  // The columns hold the codes of the lifecycle alone, which writes them.
  return rows as unknown as NominationStep[]
}

/** The days of the run a step names, where the step is to another run. */
function spanOfRun(named: RawBuilder<unknown>) {
  return sql<string | null>`(select r.starts_on || '/' || r.ends_on from cohort r
    where h.event = 'change_run' and r.id::text = ${named})`
}

/** What was said last by an event of the run that stands. Of the run before: of another it was decided when it was chosen. */
function lastSaid(event: 'date_moved' | 'run_moved') {
  return sql<string | null>`(select h.detail ${saidOfThisRun(event)} order by h.sequence desc limit 1)`
}

/** All that was said so, one after another: 'weekdays/place'. */
function everSaid(event: 'run_arranged') {
  return sql<string | null>`(select string_agg(h.detail, '/' order by h.sequence) ${saidOfThisRun(event)})`
}

function saidOfThisRun(event: string) {
  return sql`from nomination_step h
  where h.nomination_id = n.id and h.event = ${event}
    and not exists (select from nomination_step r where r.nomination_id = n.id and r.event = 'change_run'
      and r.taken_back_at is null and r.sequence > h.sequence)`
}

/** Asked of the viewer's own side here, and by the row policies of the database once more. */
function nominationsFor(trx: Transaction<DB>, viewer: SignedInViewer) {
  const own = sideOf(viewer) === 'officer' ? sql.ref('k.organisation_id') : sql.ref('s.organisation_id')
  return trx
    .selectFrom('nomination as n')
    .innerJoin('service as s', 's.id', 'n.serviceId')
    .innerJoin('programme as p', 'p.serviceId', 'n.serviceId')
    .leftJoin('cohort as c', 'c.id', 'n.cohortId')
    .leftJoin('personCase as k', 'k.id', 'n.caseId')
    .select(['n.id', 'n.caseId', 'n.serviceId', 's.name as serviceName', 'n.cohortId', 'p.rotl'])
    .select(['c.startsOn', 'c.endsOn', 'c.capacity', 'c.taken', 'c.waiting'])
    .select(sql<boolean>`s.archived_at is not null`.as('isProgrammeClosed'))
    .select(['p.deliveredIn', lastSaid('date_moved').as('dateMoved'), lastSaid('run_moved').as('runMoved')])
    .select([everSaid('run_arranged').as('runArranged'), 'c.weekdays', 'c.timeOfDay', 'c.place'])
    .select([sql<boolean>`c.cancelled_at is not null`.as('isRunCancelled'), 'c.cancelledReason'])
    .select([
      'n.agreed',
      'n.state',
      'n.leftReason',
      'n.licence',
      'n.justification',
      'n.nominatedAt',
      'n.version',
    ])
    .where(sql<boolean>`${own} = ${viewer.organisationId}`)
}

function asNomination(row: object): Nomination {
  // The columns' own checks admit these codes only.
  return row as Nomination
}
