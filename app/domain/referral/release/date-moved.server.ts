import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asSystem } from '@db/viewer-transaction'
import type { DomainContext } from '../../context'
import type { DateChangeCause } from '../../case/record/person-case'
import type { Day } from '../../time/calendar'
import type { Effect } from '../events/acting'
import { applyEvent } from '../events/apply-event.server'
import { LIFECYCLE } from '../lifecycle'
import { holdWithoutDate, offerTermsOf } from '../offer/offer-terms.server'
import { holdsBed, referralState } from '../states'
import type { LockedReferral } from '../record/lock-referral.server'
import { type ClaimedDays, heldDays, movedStay, uncovered } from '../offer/moved-stay.server'
import { latestOffer, replaceReferralClaims, setHoldLapse } from '../offer/offer-claims.server'

/** A referral whose offer or placement must be reconfirmed. `conflict` names what stands in the way of the new days. */
export interface MovedReferral {
  referralId: string
  conflict: { bedspaceId: string; until: Day | null } | null
}

/** A release date that has moved; null is a day nobody knows. */
interface DateMove {
  caseId: string
  from: Day | null
  to: Day | null
  cause?: DateChangeCause | null
}

/**
 * What follows when a case's release date has moved, in the transaction that moved it. Every referral of it says so, and
 * its limit is worked out again. Offers and accepted places become "to reconfirm": their hold stays, no longer lapses, and is
 * extended to the new days where those are free; without a date it ends, and the provider is asked before. Nothing is
 * cancelled by itself. null is a day nobody knows. Gives what must be reconfirmed.
 */
export async function dateMoved(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  moved: DateMove,
): Promise<MovedReferral[]> {
  if (moved.from === moved.to) return []
  return asSystem(trx, moved.caseId, async system => {
    const results: MovedReferral[] = []
    for (const { id, holdsOne } of await affected(system, moved.caseId)) {
      const one = await moveOne(app, system, viewer, id, moved)
      if (holdsOne) results.push(one)
    }
    return results
  })
}

async function affected(
  system: Transaction<DB>,
  caseId: string,
): Promise<{ id: string; holdsOne: boolean }[]> {
  const states = LIFECYCLE.filter(row => row.event === 'date_moved').map(row => row.from)
  const rows = await system
    .selectFrom('referral')
    .select(['id', 'state'])
    .where('caseId', '=', caseId)
    .where('state', 'in', states)
    .orderBy('id')
    .execute()
  return rows.map(({ id, state }) => ({ id, holdsOne: holdsBed(referralState(state)) }))
}

async function moveOne(
  app: DomainContext,
  system: Transaction<DB>,
  viewer: SignedInViewer,
  referralId: string,
  { from, to, cause = null }: DateMove,
): Promise<MovedReferral> {
  let conflict: MovedReferral['conflict'] = null
  const keepAndExtend: Effect = async referral => {
    if (!holdsBed(referral.state)) return { ok: true }
    const held = await heldDays(system, referral.id, app.clock())
    // Where the landlord holds nothing any more for an offer, a new date is no reason to.
    if (held === null && (referral.resumeState ?? referral.state) === 'offered') return { ok: true }
    if (to === null) {
      const terms = await offerTermsOf(system, referral.serviceId)
      await setHoldLapse(system, referral.id, holdWithoutDate(terms, app.clock()))
      return { ok: true }
    }
    await setHoldLapse(system, referral.id, null)
    conflict = await extendHold(app, system, referral, held, to)
    return { ok: true }
  }
  const step = {
    referralId,
    event: 'date_moved',
    version: null,
    details: { moved: { from, to, cause } },
  } as const
  await applyEvent(app, system, { by: 'system', viewer }, step, keepAndExtend)
  return { referralId, conflict }
}

/** Widens the hold to the days that the new stay needs before it or after it: one claim, so that it never parts. */
async function extendHold(
  app: DomainContext,
  system: Transaction<DB>,
  referral: LockedReferral,
  heldNow: ClaimedDays | null,
  to: Day,
): Promise<MovedReferral['conflict']> {
  const offer = await latestOffer(system, referral.id)
  const stay = await movedStay(system, referral, offer, to)
  let held = heldNow
  let { bedspaceId } = offer
  let conflict: MovedReferral['conflict'] = null
  for (const gap of uncovered(stay, held)) {
    const wider = spanOf(gap, held)
    const claim = { bedspaceId, kind: 'hold', ...wider } as const
    const claimed = await replaceReferralClaims(system, referral, offer.id, claim, app.clock())
    if (claimed.ok) {
      held = wider
      bedspaceId = claimed.bedspaceId
    } else conflict ??= { bedspaceId, until: claimed.until }
  }
  return conflict
}

function spanOf(gap: ClaimedDays, held: ClaimedDays | null): ClaimedDays {
  if (held === null) return gap
  return {
    from: gap.from < held.from ? gap.from : held.from,
    until: gap.until > held.until ? gap.until : held.until,
  }
}
