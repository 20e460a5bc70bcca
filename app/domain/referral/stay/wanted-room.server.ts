import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { Refusal } from '../refusal'

/** Another room, and that whoever lives there was thought of. */
export interface WantedRoom {
  bedspaceId: string
  conflictCheckDone: boolean
}

/** The names of the room so far and of the one that is wanted, or why it cannot be: it must be another, of the same service, in use. */
export async function wantedRoom(
  trx: Transaction<DB>,
  { serviceId }: { serviceId: string },
  currentId: string,
  { bedspaceId, conflictCheckDone }: WantedRoom,
): Promise<{ ok: true; was: string; is: string } | Refusal> {
  if (!conflictCheckDone) return { ok: false, reason: 'conflict_check_needed' }
  if (bedspaceId === currentId) return { ok: false, reason: 'same_bedspace' }
  const rooms = await trx
    .selectFrom('bedspace')
    .select(['id', 'name', 'retiredAt'])
    .where('serviceId', '=', serviceId)
    .where('id', 'in', [currentId, bedspaceId])
    .execute()
  const is = rooms.find(({ id, retiredAt }) => id === bedspaceId && retiredAt === null)
  const was = rooms.find(({ id }) => id === currentId)
  if (!is || !was) return { ok: false, reason: 'bedspace_not_found' }
  return { ok: true, was: was.name, is: is.name }
}
