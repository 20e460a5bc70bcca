import { sql } from 'kysely'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import type { DomainContext } from '../../context'
import { type Day, londonDay } from '../../time/calendar'
import { toMoveInto } from '../../vacancy/claims/planned-move.server'
import { keepsVacancies } from '../../vacancy/own/vacancy-access.server'
import { askedFrom, isEndlessAsked } from './overdue'

/** A stay in one of a provider's own rooms whose end is some days overdue, by whatever route, or that goes on for weeks with no day said: no person. */
export interface OverdueStay {
  claimId: string
  bedspaceId: string
  bedspaceName: string
  serviceName: string
  /** The referral it came by; null by another route. */
  referralId: string | null
  since: Day
  /** null where nobody expects it to end on any day. */
  expectedOn: Day | null
  /** It was to go on in another room on that day. */
  isToMove: boolean
}

/** The stays in the viewer's own rooms of which nobody has recorded that they ended, or were moved, the longest overdue first. */
export async function overdueStaysFor(app: DomainContext, viewer: SignedInViewer): Promise<OverdueStay[]> {
  if (!keepsVacancies(viewer)) return []
  const now = app.clock()
  return asViewer(app.db, viewer, async trx => {
    const rows = await trx
      .selectFrom('bedspaceClaim as claim')
      .innerJoin('bedspace', 'bedspace.id', 'claim.bedspaceId')
      .innerJoin('service', 'service.id', 'bedspace.serviceId')
      .leftJoin('placement', 'placement.claimId', 'claim.id')
      .select(['claim.id as claimId', 'claim.bedspaceId', 'claim.expectedUntil as expectedOn'])
      .select(['bedspace.name as bedspaceName', 'service.name as serviceName', 'placement.referralId'])
      .select(sql<boolean>`claim.moved_to is not null`.as('isToMove'))
      .select(sql<Day>`coalesce(placement.arrived_on, lower(claim.claimed))`.as('since'))
      .where('service.organisationId', '=', viewer.organisationId)
      .where('service.archivedAt', 'is', null)
      .where('claim.kind', '=', 'occupied')
      .where('claim.active', '=', true)
      .where('claim.leftOn', 'is', null)
      .where(sql<boolean>`upper_inf(claim.claimed)`)
      .where(sql<boolean>`(claim.moved_to is null or claim.leaving_sure)`)
      .where(toMoveInto('claim'), 'is', null)
      .where(either =>
        either.or([
          either('claim.expectedUntil', '<', londonDay(now)),
          either('claim.expectedUntil', 'is', null),
        ]),
      )
      .orderBy('claim.expectedUntil')
      .orderBy('bedspace.name')
      .execute()
    return rows.filter(({ expectedOn, since }) =>
      expectedOn === null ? isEndlessAsked(since, now) : now > askedFrom(expectedOn),
    )
  })
}
