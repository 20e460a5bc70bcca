import { sql, type Transaction } from 'kysely'
import type { DB } from '@db/schema'

/** Which place of how many a referral has on its service's waiting list: in the order in which each first came to it. */
export interface WaitingPlace {
  place: number
  waiting: number
}

/** The place of a referral the viewer is party to; null where it is on no list. */
export async function waitingPlaceOf(
  trx: Transaction<DB>,
  referral: { id: string; state: string },
): Promise<WaitingPlace | null> {
  if (referral.state !== 'waiting_list') return null
  const { rows } =
    await sql<WaitingPlace>`select place, waiting from waiting_place(${referral.id}::uuid)`.execute(trx)
  return rows[0] ?? null
}
