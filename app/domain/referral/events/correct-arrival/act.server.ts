import { sql, type Transaction } from 'kysely'
import type { FormRequest } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '../../../context'
import { londonDay, type Day } from '../../../time/calendar'
import { beginOn } from '../../../vacancy/claims/begin-on.server'
import { releaseLapsed } from '../../../vacancy/claims/claim-bedspace.server'
import type { Effect } from '../acting'
import { actOnReferral, type ActResult, type ReferralTarget } from '../act-on-referral.server'
import type { EndOfDays } from '../../refusal'
import { stayOf } from '../../stay/stay-of.server'

/** Puts right on which day the person came: the stay's first claim begins on it. */
export async function correctArrivalDay(
  app: DomainContext,
  viewer: SignedInViewer,
  input: ReferralTarget & { arrivedOn: Day; releasedEarly?: boolean; note: string | null },
  request: FormRequest,
): Promise<ActResult> {
  const details = { days: [input.arrivedOn], note: input.note ?? '' }
  return actOnReferral(app, viewer, input, request, {
    event: 'correct_arrival',
    details,
    effect: trx => arrived(app, trx, input),
  })
}

function arrived(
  app: DomainContext,
  trx: Transaction<DB>,
  { arrivedOn, releasedEarly = false }: { arrivedOn: Day; releasedEarly?: boolean },
): Effect {
  return async referral => {
    if (arrivedOn > londonDay(app.clock())) return { ok: false, reason: 'date_in_future' }
    const isEarly = referral.releaseOn !== null && arrivedOn < referral.releaseOn
    if (isEarly && !releasedEarly) return { ok: false, reason: 'before_release' }
    const stay = await stayOf(trx, referral)
    const first = await firstClaim(trx, referral.id)
    await releaseLapsed(trx, first.bedspaceId, app.clock())
    const refused = await beginOn(trx, first.claimId, arrivedOn)
    if (refused === 'days_taken') return { ok: false, reason: 'bedspace_taken', until: first.from }
    if (refused) return { ok: false, reason: refused, ...endOf(first) }
    await trx.updateTable('placement').set({ arrivedOn }).where('id', '=', stay.placementId).execute()
    return { ok: true, was: [stay.arrivedOn] }
  }
}

/** What ends the days of the first room, and when. */
function endOf(first: FirstClaim): { endsOn: Day; because: EndOfDays } {
  const { until, expectedUntil } = first
  if (first.leftOn !== null) return { endsOn: first.leftOn, because: 'left' }
  if (first.outstays || expectedUntil === null) return { endsOn: until ?? first.from, because: 'promised' }
  return { endsOn: expectedUntil, because: first.movedTo === null ? 'sure' : 'to_move' }
}

type FirstClaim = Awaited<ReturnType<typeof firstClaim>>

/** The claim that the stay began with: of the room it was in first. */
async function firstClaim(trx: Transaction<DB>, referralId: string) {
  return trx
    .selectFrom('referralClaim as link')
    .innerJoin('bedspaceClaim as claim', 'claim.id', 'link.claimId')
    .select(['claim.id as claimId', 'claim.bedspaceId', 'claim.outstays', 'claim.expectedUntil'])
    .select(['claim.leftOn', 'claim.movedTo'])
    .select([sql<Day>`lower(claim.during)`.as('from'), sql<Day | null>`upper(claim.during)`.as('until')])
    .where('link.referralId', '=', referralId)
    .where('claim.kind', '=', 'occupied')
    .where('claim.active', '=', true)
    .orderBy('claim.during')
    .executeTakeFirstOrThrow()
}
