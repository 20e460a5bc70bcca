import { sql, type Transaction } from 'kysely'
import type { FormRequest } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '../context'
import { londonDay, type Day } from '../region/calendar'
import { claimBedspace } from '../vacancy/claim-bedspace.server'
import type { Effect } from './acting'
import { actOnReferral, type ActResult, type ReferralTarget } from './act-on-referral.server'
import { afterTurnaround, offerTermsOf } from './offer-terms.server'
import type { Departure } from './reasons'

interface Leaving {
  departedOn: Day
  kind: Departure
}

/** The stay ended: its claim is cut to the day it did, and the turnaround follows. */
export async function recordDeparture(
  app: DomainContext,
  viewer: SignedInViewer,
  input: ReferralTarget & Leaving & { note: string | null },
  request: FormRequest,
): Promise<ActResult> {
  const { departedOn, kind } = input
  const details = { departure: { departedOn, kind }, note: input.note ?? '' }
  return actOnReferral(
    app,
    viewer,
    input,
    request,
    { event: 'depart', details },
    { effect: trx => leave(app, trx, details.departure) },
  )
}

function leave(app: DomainContext, trx: Transaction<DB>, { departedOn, kind }: Leaving): Effect {
  return async referral => {
    const now = app.clock()
    const placement = await trx
      .selectFrom('placement')
      .innerJoin('bedspaceClaim', 'bedspaceClaim.id', 'placement.claimId')
      .select(['placement.id', 'claimId', 'bedspaceId', 'arrivedOn'])
      .where('referralId', '=', referral.id)
      .executeTakeFirstOrThrow()
    if (departedOn > londonDay(now)) return { ok: false, reason: 'date_in_future' }
    if (departedOn < placement.arrivedOn) return { ok: false, reason: 'dates_invalid' }
    await trx
      .updateTable('placement')
      .set({ departedOn, departure: kind })
      .where('id', '=', placement.id)
      .execute()
    await cutClaim(trx, placement.claimId, departedOn, now)
    const until = afterTurnaround(await offerTermsOf(trx, referral.serviceId), departedOn)
    if (until > departedOn) {
      // Where the stay outlasted its claim the days may be another's already; then there is no turnaround to keep.
      const { bedspaceId } = placement
      await claimBedspace(trx, { bedspaceId, kind: 'turnaround', from: departedOn, until }, now)
    }
    return { ok: true }
  }
}

/** Up to the day of departure and never beyond what was claimed; somebody who left on the day she came claims nothing. */
async function cutClaim(trx: Transaction<DB>, claimId: string, departedOn: Day, now: Date): Promise<void> {
  const cut = sql<string>`during * daterange(null, ${departedOn}::date)`
  const kept = await trx
    .updateTable('bedspaceClaim')
    .set({ during: cut })
    .where('id', '=', claimId)
    .where(sql<boolean>`not isempty(${cut})`)
    .executeTakeFirst()
  if (kept.numUpdatedRows > 0n) return
  await trx
    .updateTable('bedspaceClaim')
    .set({ active: false, releasedAt: now })
    .where('id', '=', claimId)
    .where('active', '=', true)
    .execute()
}
