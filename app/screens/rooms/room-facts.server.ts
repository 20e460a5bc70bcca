import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import type { DomainContext } from '~/domain/context'
import { poundsTyped } from '~/domain/money/pounds-field'
import { findServiceOfRooms } from '~/domain/vacancy/own/vacancy-access.server'
import { roomChanges } from '~/domain/vacancy/rooms/room-changes.server'
import { findRoomToCorrect, type Room } from '~/domain/vacancy/rooms/own-rooms.server'
import { notFound } from '~/http/guard.server'
import { roomHistory } from './room-history'
import { newIdempotencyKey } from '~/http/new-idempotency-key.server'

/** One room the viewer corrects, as its form holds it. @throws the page that is not there, for one of a count and any other id */
export async function roomPageFor(app: DomainContext, viewer: SignedInViewer, bedspaceId: string) {
  const { room, changes, service } = await asViewer(app.db, viewer, async trx => {
    const found = await findRoomToCorrect(trx, viewer, bedspaceId)
    return {
      room: found,
      changes: await roomChanges(trx, bedspaceId),
      service: found && (await findServiceOfRooms(trx, viewer, found.serviceId)),
    }
  })
  if (!room?.named || !service) throw notFound()
  const { name, serviceId, version } = room
  return {
    bedspaceId,
    name,
    serviceName: service.name,
    serviceId,
    mayClose: room.retiredAt === null,
    closesOn: room.retiredAt === null ? room.closesOn : null,
    version,
    start: typedOf(room),
    history: roomHistory(changes, app.clock()),
    idempotencyKey: newIdempotencyKey(),
  }
}

export type RoomShown = Awaited<ReturnType<typeof roomPageFor>>

function typedOf(room: Room): Record<string, string> {
  return {
    name: room.name,
    type: room.type,
    sex: room.sex ?? 'service',
    wheelchair: room.wheelchair === null ? 'unknown' : room.wheelchair ? 'yes' : 'no',
    note: room.note ?? '',
    rentWeeklyPence: poundsTyped(room.rentWeeklyPence),
    serviceChargeWeeklyPence: poundsTyped(room.serviceChargeWeeklyPence),
  }
}
