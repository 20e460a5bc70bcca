import { type Kysely, sql, type Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import type { Day } from '../time/calendar'
import type { StepEvent } from './lifecycle'
import type { Finish } from './finish'
import { type LeftReason, type Licence, type NominationState, type Side, sideOf } from './nomination'

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
  nominatedAt: Date
  version: number
  deliveredIn: string[]
  /** Whether the run could be finished when the release date moved last since; null where it did not. */
  dateMoved: Finish | null
}

export interface NominationStep {
  id: string
  event: StepEvent | 'nominate' | 'date_moved'
  fromState: NominationState | null
  toState: NominationState
  detail: string | null
  was: { leftReason?: LeftReason | null; licence?: Licence | null }
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

/** How many nominations wait for the provider: for the checks, or for a place. Reads nobody. */
export function nominationsWaiting(db: Kysely<DB>, viewer: SignedInViewer): Promise<number> {
  return asViewer(db, viewer, async trx => {
    const rows = await nominationsFor(trx, viewer)
      .where('n.state', 'in', ['nominated', 'checks', 'waiting'])
      .execute()
    return rows.length
  })
}

/** All the viewer's side may read: by programme and run, those who have waited longest first. */
export async function allNominations(trx: Transaction<DB>, viewer: SignedInViewer): Promise<Nomination[]> {
  const rows = await nominationsFor(trx, viewer)
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
    .where('h.nominationId', '=', nominationId)
    .orderBy('h.sequence', 'desc')
    .execute()
  // The columns hold the codes of the lifecycle alone, which writes them.
  return rows as unknown as NominationStep[]
}

const lastMove = sql<string | null>`(select h.detail from nomination_step h
  where h.nomination_id = n.id and h.event = 'date_moved' order by h.sequence desc limit 1)`

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
    .select(['p.deliveredIn', lastMove.as('dateMoved')])
    .select(['n.agreed', 'n.state', 'n.leftReason', 'n.licence', 'n.nominatedAt', 'n.version'])
    .where(sql<boolean>`${own} = ${viewer.organisationId}`)
}

function asNomination(row: object): Nomination {
  // The columns' own checks admit these codes only.
  return row as Nomination
}
