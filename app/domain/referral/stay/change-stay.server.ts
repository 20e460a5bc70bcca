import { sql, type Transaction } from 'kysely'
import type { FormRequest } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { recordAudit } from '../../audit/record-audit.server'
import type { DomainContext } from '../../context'
import { londonDay, type Day } from '../../time/calendar'
import { lockOpenHouse } from '../../vacancy/claims/lock-service.server'
import { toMoveInto } from '../../vacancy/claims/planned-move.server'
import { cutStay, dayStaysOf, endStay, freeTurnaround, type Stay } from '../../vacancy/claims/stay.server'
import { allOrNothing } from '../../vacancy/claims/unless-taken.server'
import { keepsVacancies } from '../../vacancy/own/vacancy-access.server'
import type { Leaving } from '../../vacancy/vacancy'
import type { StayChange } from '../../vacancy/vacancy-form'
import { vacancyAct } from '../../vacancy/vacancy-act.server'
import type { VacancyResult } from '../../vacancy/vacancy-result'
import { firstPromised } from '../events/stay-goes-on/act.server'
import { type Changing, setOrOutstay } from './set-or-outstay.server'

/**
 * A provider says what becomes of a stay in one of its bedspaces, by whatever route somebody came. A stay that belongs to a
 * referral ends by the referral's own departure, so that both say the same.
 */
export async function changeStay(
  app: DomainContext,
  viewer: SignedInViewer,
  input: { claimId: string; change: StayChange },
  request: FormRequest,
): Promise<VacancyResult> {
  return vacancyAct(app, viewer, request, trx => changeWithin(app, trx, viewer, input))
}

interface OwnStay extends Stay {
  serviceId: string
  /** The day the departure was recorded for; null while the stay goes on. */
  leftOn: Day | null
  /** The day that was expected, kept behind a departure. */
  expectedUntil: Day | null
  /** It came by a referral. */
  placementId: string | null
}

async function changeWithin(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  { claimId, change }: { claimId: string; change: StayChange },
): Promise<VacancyResult> {
  const found = await findOwnStay(trx, viewer, claimId)
  if (!found) return { ok: false, reason: 'not_found' }
  const { serviceId } = found
  const closed = await lockOpenHouse(trx, serviceId)
  if (closed) return closed
  // As it is now that nobody else writes this service's claims.
  const stay = await findOwnStay(trx, viewer, claimId)
  if (!stay) return { ok: false, reason: 'claim_over' }
  const done = await allOrNothing(
    trx,
    async (): Promise<VacancyResult> =>
      (await CHANGES[change.kind]({ app, trx, viewer }, stay, change as never)) ?? { ok: true, serviceId },
  )
  if (!done.ok) return done
  await recordAudit(trx, viewer, {
    action: 'service.change_stay',
    subjectKind: 'service',
    subjectId: serviceId,
    detail: { claimId, change: change.kind },
  })
  return done
}

type Refused = Extract<VacancyResult, { ok: false }> | null

const CHANGES: {
  [Kind in StayChange['kind']]: (
    changing: Changing,
    stay: OwnStay,
    change: Extract<StayChange, { kind: Kind }>,
  ) => Promise<Refused>
} = { left, leaves, stays }

async function left(
  { app, trx }: Changing,
  stay: OwnStay,
  { on, unslept }: { on: Day; unslept?: boolean },
): Promise<Refused> {
  const now = app.clock()
  if (stay.leftOn !== null) return { ok: false, reason: 'left_already' }
  if (stay.placementId !== null) return { ok: false, reason: 'held_for_referral' }
  if (on > londonDay(now)) return { ok: false, reason: 'day_to_come' }
  if (on < stay.from) return { ok: false, reason: 'before_stay' }
  if (unslept && on !== stay.from) return { ok: false, reason: 'slept_there' }
  // Nobody slept there: what was taken by mistake needs no turnaround.
  if (unslept) await cutStay(trx, stay, on, now)
  else await endStay(trx, stay, on, now)
  return null
}

async function leaves(changing: Changing, stay: OwnStay, change: { leaves: Leaving }): Promise<Refused> {
  if (stay.leftOn !== null) return { ok: false, reason: 'left_already' }
  if (change.leaves.on < londonDay(changing.app.clock())) return { ok: false, reason: 'day_passed' }
  return (await setOrOutstay(changing, stay, change.leaves)) ? null : { ok: false, reason: 'promised' }
}

async function stays(
  changing: Changing,
  stay: OwnStay,
  { unasked = false }: { unasked?: boolean },
): Promise<Refused> {
  const { app, trx } = changing
  if (stay.leftOn !== null && stay.placementId !== null) return { ok: false, reason: 'held_for_referral' }
  if (unasked && (await firstPromised(trx, stay))) return { ok: false, reason: 'promised_to_referral' }
  if (stay.leftOn !== null) await freeTurnaround(trx, stay, stay.leftOn, app.clock())
  return (await setOrOutstay(changing, stay, asBefore(stay, londonDay(app.clock()))))
    ? null
    : { ok: false, reason: 'promised' }
}

/** A departure that was none is taken back with the day that was expected before it; of a stay that goes on nobody knows. */
function asBefore({ leftOn, expectedUntil: on }: OwnStay, today: Day): Leaving | null {
  return leftOn !== null && on !== null && on > today ? { on, isSure: false } : null
}

async function findOwnStay(
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  claimId: string,
): Promise<OwnStay | null> {
  if (!keepsVacancies(viewer)) return null
  const stay = await trx
    .selectFrom('bedspaceClaim as claim')
    .innerJoin('bedspace', 'bedspace.id', 'claim.bedspaceId')
    .innerJoin('service', 'service.id', 'bedspace.serviceId')
    .leftJoin('placement', 'placement.claimId', 'claim.id')
    .select(['claim.id as claimId', 'claim.bedspaceId', 'bedspace.serviceId', 'placement.id as placementId'])
    .select(['service.turnaroundWorkingDays as turnaround', 'claim.expectedUntil'])
    .select([
      sql<Day>`lower(claim.claimed)`.as('from'),
      sql<Day | null>`coalesce(claim.left_on, upper(claim.claimed))`.as('leftOn'),
    ])
    .where('claim.id', '=', claimId)
    .where('claim.kind', '=', 'occupied')
    .where(either => either.or([either('claim.active', '=', true), dayStaysOf('claim')]))
    .where('claim.movedTo', 'is', null)
    .where(toMoveInto('claim'), 'is', null)
    .where('service.organisationId', '=', viewer.organisationId)
    .executeTakeFirst()
  return stay ?? null
}
