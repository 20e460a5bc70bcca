import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { LockedReferral } from '../record/lock-referral.server'
import type { Refusal } from '../refusal'
import { whyMoveStands } from './call-off-move/act.server'
import { whyNoOtherRoom } from './other-room/act.server'
import type { ReferralEvent } from './registry'
import { whyParked } from './reopen/act.server'
import { whyArrivalStands } from './undo-arrival/act.server'
import { whyEndStands } from './undo-end/act.server'

/** What takes something back, or changes what was promised, and would be refused now, and why. */
export type UndoRefusals = Partial<Record<ReferralEvent, Refusal>>

type Undone = Pick<LockedReferral, 'id' | 'state' | 'caseId' | 'serviceId' | 'releaseOn'>

/** What each such act asks first: the act and its button ask the same. The others are refused by the table alone. */
const RULES: Partial<
  Record<ReferralEvent, (trx: Transaction<DB>, referral: Undone, now: Date) => Promise<Refusal | null>>
> = {
  undo_end: whyEndStands,
  undo_arrival: whyArrivalStands,
  call_off_move: whyMoveStands,
  reopen: whyParked,
  other_room: whyNoOtherRoom,
}

/** Of what a viewer may do with a referral by the table: what would be refused all the same, because of what was arranged since, or the days are over. */
export async function undoRefusals(
  trx: Transaction<DB>,
  referral: Undone & { buttons: readonly { event: ReferralEvent }[] },
  now: Date,
): Promise<UndoRefusals> {
  const refused: UndoRefusals = {}
  for (const { event } of referral.buttons) {
    const why = await RULES[event]?.(trx, referral, now)
    if (why) refused[event] = why
  }
  return refused
}
