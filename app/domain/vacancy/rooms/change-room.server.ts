import type { FormRequest } from '@db/idempotency'
import type { SignedInViewer } from '@db/viewer'
import { recordAudit } from '../../audit/record-audit.server'
import type { DomainContext } from '../../context'
import { tellKeeper } from '../../record-change/tell-keeper.server'
import { vacancyAct } from '../vacancy-act.server'
import type { VacancyResult } from '../vacancy-result'
import { againstRoom } from './against-room.server'
import { lockedRoom, nameInUse, type Room, roomsOf } from './own-rooms.server'
import type { RoomFacts } from './room'

export interface RoomChange {
  bedspaceId: string
  /** Of the room as its page showed it. */
  version: number
  name: string
  facts: RoomFacts
}

/** Corrects what is said of a room that has a name. What it was stays in its history. It confirms no vacancy. */
export async function changeRoom(
  app: DomainContext,
  viewer: SignedInViewer,
  { bedspaceId, version, name, facts }: RoomChange,
  request: FormRequest,
): Promise<VacancyResult> {
  return vacancyAct(app, viewer, request, async trx => {
    const found = await lockedRoom(trx, viewer, bedspaceId)
    if (!found.ok) return found
    const { serviceId, named } = found.room
    if (!named) return { ok: false, reason: 'not_found' }
    // Of what is changed alone: a fault that was there before stops no other correction.
    const refused =
      facts.sex === found.room.sex
        ? null
        : await againstRoom(trx, serviceId, { sex: facts.sex, isNew: false })
    if (refused) return refused
    const taken = await nameInUse(trx, serviceId, [name], bedspaceId)
    if (taken !== null) return { ok: false, reason: 'name_taken', name: taken }
    const { numUpdatedRows } = await trx
      .updateTable('bedspace')
      .set({ name, ...facts, version: version + 1 })
      .where('id', '=', bedspaceId)
      .where('version', '=', version)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return { ok: false, reason: 'stale' }
    await recordAudit(trx, viewer, {
      action: 'service.change_room',
      subjectKind: 'service',
      subjectId: serviceId,
      detail: { bedspaceId },
    })
    await tellKeeper(app, trx, viewer, { serviceId, news: 'rooms_changed' })
    return { ok: true, serviceId }
  })
}

/** Puts a room one place further up or down in the list of its service. */
export async function moveInList(
  app: DomainContext,
  viewer: SignedInViewer,
  { bedspaceId, by }: { bedspaceId: string; by: 1 | -1 },
  request: FormRequest,
): Promise<VacancyResult> {
  return vacancyAct(app, viewer, request, async trx => {
    const found = await lockedRoom(trx, viewer, bedspaceId)
    if (!found.ok) return found
    const { serviceId } = found.room
    const rooms = (await roomsOf(trx, serviceId)).filter(room => room.retiredAt === null)
    const order = movedBy(rooms, bedspaceId, by)
    if (order === null) return { ok: false, reason: 'room_last' }
    for (const [index, room] of order.entries()) {
      if (room.position === index + 1) continue
      await trx
        .updateTable('bedspace')
        .set({ position: index + 1 })
        .where('id', '=', room.id)
        .execute()
    }
    return { ok: true, serviceId }
  })
}

function movedBy(rooms: readonly Room[], id: string, by: 1 | -1): Room[] | null {
  const from = rooms.findIndex(room => room.id === id)
  const to = from + by
  if (from < 0 || to < 0 || to >= rooms.length) return null
  const order = rooms.filter(room => room.id !== id)
  order.splice(to, 0, ...rooms.slice(from, from + 1))
  return order
}
