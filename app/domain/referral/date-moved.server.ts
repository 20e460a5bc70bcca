import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asSystem } from '@db/viewer-transaction'
import type { DomainContext } from '../context'
import type { Day } from '../region/calendar'
import type { Effect } from './acting'
import { applyEvent } from './apply-event.server'
import { LIFECYCLE } from './lifecycle'
import type { LockedReferral } from './lock-referral.server'
import { type ClaimedDays, heldDays, movedStay, uncovered } from './moved-stay.server'
import { latestOffer, replaceReferralClaims, setHoldLapse } from './referral-offer.server'

/** A referral whose offer or placement must be reconfirmed. `conflict` names what stands in the way of the new days. */
export interface MovedReferral {
  referralId: string
  conflict: { bedspaceId: string; until: Day | null } | null
}

/**
 * What follows when a case's release date has moved, in the transaction that moved it: offers and accepted places become
 * "to reconfirm". Their hold stays, no longer lapses, and is extended to the new days where those are free; nothing is
 * cancelled by itself. null is a day nobody knows.
 */
export async function dateMoved(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  moved: { caseId: string; from: Day | null; to: Day | null },
): Promise<MovedReferral[]> {
  if (moved.from === moved.to) return []
  return asSystem(trx, moved.caseId, async system => {
    const results: MovedReferral[] = []
    for (const referralId of await affected(system, moved.caseId)) {
      results.push(await moveOne(app, system, viewer, referralId, moved.to))
    }
    return results
  })
}

async function affected(system: Transaction<DB>, caseId: string): Promise<string[]> {
  const states = LIFECYCLE.filter(row => row.event === 'date_moved').map(row => row.from)
  const rows = await system
    .selectFrom('referral')
    .select('id')
    .where('caseId', '=', caseId)
    .where('state', 'in', states)
    .orderBy('id')
    .execute()
  return rows.map(row => row.id)
}

async function moveOne(
  app: DomainContext,
  system: Transaction<DB>,
  viewer: SignedInViewer,
  referralId: string,
  to: Day | null,
): Promise<MovedReferral> {
  let conflict: MovedReferral['conflict'] = null
  const keepAndExtend: Effect = async referral => {
    const held = await heldDays(system, referral.id, app.clock())
    // Where the landlord holds nothing any more for an offer, a new date is no reason to.
    if (held === null && (referral.resumeState ?? referral.state) === 'offered') return { ok: true }
    await setHoldLapse(system, referral.id, null)
    conflict = to === null ? null : await extendHold(app, system, referral, held, to)
    return { ok: true }
  }
  const step = { referralId, event: 'date_moved', version: null, details: {} } as const
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
