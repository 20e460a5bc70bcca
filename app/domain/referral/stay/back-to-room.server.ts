import { sql, type Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { Day } from '../../time/calendar'
import { releaseClaims } from '../../vacancy/claims/claim-bedspace.server'
import { freeTurnaround } from '../../vacancy/claims/stay.server'
import { latestOffer } from '../offer/offer-claims.server'
import { type PlacedStay, stayOf } from './stay-of.server'

/** The stay in the room somebody was in on a day; the names of the rooms it was said to have gone on in after that. */
interface Back {
  stay: PlacedStay
  undone: string[]
}

/**
 * Somebody who left on a day moved to no room after it: those moves are taken out, with their claims and every turnaround they left, and
 * the stay is in the room it was in on that day. The same stay, and nothing is changed, where no move is later.
 */
export async function backToRoomOn(
  trx: Transaction<DB>,
  referral: { id: string; serviceId: string },
  stay: PlacedStay,
  { leftOn, now }: { leftOn: Day; now: Date },
): Promise<Back> {
  if (leftOn >= stay.from) return { stay, undone: [] }
  const rooms = await roomsOf(trx, referral.id)
  const later = rooms.filter(({ from }) => from > leftOn)
  const here = rooms.findLast(({ from, active }) => active && from <= leftOn)
  if (!here) throw new Error('A stay begins in a room')
  for (const room of [here, ...later])
    if (room.leftOn !== null) await freeTurnaround(trx, room, room.leftOn, now)
  const ids = later.map(({ id }) => id)
  await releaseClaims(trx, ids, now)
  await trx
    .updateTable('bedspaceClaim')
    .set({ movedTo: null, leftOn: null, leavingSure: false, mustEnd: false, outstays: false })
    .where('id', 'in', [here.id, ...ids])
    .execute()
  const { id: offerId } = await latestOffer(trx, referral.id)
  await trx.updateTable('offer').set({ claimId: here.id }).where('id', '=', offerId).execute()
  await trx.updateTable('placement').set({ claimId: here.id }).where('id', '=', stay.placementId).execute()
  return { stay: await stayOf(trx, referral), undone: later.map(({ name }) => name) }
}

/** What a stay claimed of each room it was in, in order. */
async function roomsOf(trx: Transaction<DB>, referralId: string) {
  return trx
    .selectFrom('referralClaim as link')
    .innerJoin('bedspaceClaim as claim', 'claim.id', 'link.claimId')
    .innerJoin('bedspace', 'bedspace.id', 'claim.bedspaceId')
    .select(['claim.id', 'claim.bedspaceId', 'claim.active', 'claim.leftOn', 'bedspace.name'])
    .select([sql<Day>`lower(claim.during)`.as('from')])
    .where('link.referralId', '=', referralId)
    .where('claim.kind', '=', 'occupied')
    .where(where => where.or([where('claim.active', '=', true), where('claim.leftOn', 'is not', null)]))
    .orderBy('claim.during')
    .orderBy('claim.id')
    .execute()
}
