import { sql, type Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import type { Day } from '../../time/calendar'
import { isCodeOf } from '../../words/codes'
import { keepsVacancies } from '../own/vacancy-access.server'
import { isDayStay } from '../stays/day-stay'
import { isClaimKind, type ClaimKind, type Leaving, VOID_REASON_LABELS, type VoidReason } from '../vacancy'
import { toMoveInto } from './planned-move.server'

/** One claim on a bedspace of the viewer's own, whatever became of it, by whatever route it came: no person. */
export interface OwnClaim {
  id: string
  bedspaceId: string
  bedspaceName: string
  serviceId: string
  serviceName: string
  /** Nothing is changed of the beds of a service that has closed. */
  isClosed: boolean
  /** Working days between two stays in its service. */
  turnaround: number
  kind: ClaimKind
  /** Half-open days; null until further notice. Of a stay the days it stands for: it goes on until its departure is recorded. */
  from: Day
  until: Day | null
  voidReason: VoidReason | null
  leaves: Leaving | null
  /** Of a stay: the day the departure was recorded for. */
  leftOn: Day | null
  active: boolean
  /** When it was taken back, or freed before it began; of a stay of one day when that was recorded. */
  releasedAt: Date | null
  /** Somebody came and left on that day: it claims no night. */
  isDayStay: boolean
  /** It belongs to a referral, whose own events change it. */
  ofReferral: boolean
  /** That referral, where the viewer may read it. */
  referralId: string | null
  /** The stay in another bedspace in which this one goes on, or will. */
  movedTo: string | null
  /** It is to go on there, and goes on here until the move is recorded. */
  isToMove: boolean
  /** The stay that is to go on in this one, and is where it was until the move is recorded. */
  movesHere: string | null
}

/** A claim on a bedspace of one of the viewer's own services, or null. */
export async function findOwnClaim(
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  claimId: string,
): Promise<OwnClaim | null> {
  if (!keepsVacancies(viewer)) return null
  const row = await ownClaims(trx, viewer).where('claim.id', '=', claimId).executeTakeFirst()
  return row ? toOwnClaim(row) : null
}

/** Every claim on the bedspaces of the viewer's own organisation, as `claim`: rows for `toOwnClaim`. Asked of whoever keeps vacancies alone. */
export function ownClaims(trx: Transaction<DB>, viewer: SignedInViewer) {
  return trx
    .selectFrom('bedspaceClaim as claim')
    .innerJoin('bedspace', 'bedspace.id', 'claim.bedspaceId')
    .innerJoin('service', 'service.id', 'bedspace.serviceId')
    .leftJoin('referralClaim as link', 'link.claimId', 'claim.id')
    .leftJoin('placement', 'placement.claimId', 'claim.id')
    .select([
      'claim.id',
      'claim.bedspaceId',
      'claim.kind',
      'claim.voidReason',
      'claim.active',
      'claim.releasedAt',
      'claim.movedTo',
    ])
    .select(['claim.expectedUntil', 'claim.leavingSure', 'claim.mustEnd', 'claim.leftOn'])
    .select(['bedspace.name as bedspaceName', 'bedspace.serviceId', 'service.name as serviceName'])
    .select(['service.turnaroundWorkingDays as turnaround'])
    .select(sql<boolean>`service.archived_at is not null`.as('isClosed'))
    .select(({ fn }) => fn.coalesce('link.referralId', 'placement.referralId').as('referralId'))
    .select([
      sql<Day>`lower(claim.claimed)`.as('from'),
      sql<Day | null>`upper(claim.claimed)`.as('until'),
      sql<boolean>`claim_of_referral(claim.id)`.as('ofReferral'),
      toMoveInto('claim').as('movesHere'),
    ])
    .where('service.organisationId', '=', viewer.organisationId)
}

type Row = Awaited<ReturnType<ReturnType<typeof ownClaims>['execute']>>[number]

/** The claim behind a row; null for a kind the database's own check would not have let in. */
export function toOwnClaim(row: Row): OwnClaim | null {
  if (!isClaimKind(row.kind)) return null
  const { expectedUntil, leavingSure, mustEnd, kind, voidReason, ...claim } = row
  const leftOn = kind === 'occupied' ? (claim.leftOn ?? claim.until) : null
  return {
    ...claim,
    kind,
    isToMove: claim.movedTo !== null && leavingSure,
    voidReason: voidReason !== null && isCodeOf(VOID_REASON_LABELS, voidReason) ? voidReason : null,
    leftOn,
    isDayStay: isDayStay({ ...claim, leftOn }),
    leaves: expectedUntil === null ? null : { on: expectedUntil, isSure: leavingSure, mustEnd },
  }
}
