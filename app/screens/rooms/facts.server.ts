import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import type { DomainContext } from '~/domain/context'
import { isProgrammeKind } from '~/domain/programme/programme-kind'
import { londonDay } from '~/domain/time/calendar'
import { COUNT_GROUPS, groupOf } from '~/domain/vacancy/count/count-group'
import { bedspacesOf } from '~/domain/vacancy/own/own-bedspaces.server'
import { findServiceOfRooms, keepsVacancies } from '~/domain/vacancy/own/vacancy-access.server'
import { roomsOf } from '~/domain/vacancy/rooms/own-rooms.server'
import { notFound } from '~/http/guard.server'
import { newIdempotencyKey } from '~/http/new-idempotency-key.server'
import { roomsPage } from './page'

/** The rooms of a service whose rooms the viewer corrects, in use and closed. @throws the page that is not there, for any other id */
export async function roomsPageFor(app: DomainContext, viewer: SignedInViewer, serviceId: string) {
  const now = app.clock()
  return asViewer(app.db, viewer, async trx => {
    const service = await findServiceOfRooms(trx, viewer, serviceId)
    if (!service) throw notFound()
    const rooms = await roomsOf(trx, serviceId)
    // Nobody lives in a programme. Rooms that one has all the same can be closed.
    if (rooms.length === 0 && isProgrammeKind(service.kind)) throw notFound()
    const states = new Map((await bedspacesOf(trx, serviceId, now)).map(each => [each.id, each]))
    return {
      ...roomsPage({ service, rooms, states }, londonDay(now)),
      isOwn: keepsVacancies(viewer),
      provider: service.provider,
      keys: Object.fromEntries(rooms.map(({ id }) => [id, newIdempotencyKey()])),
    }
  })
}

export type RoomsShown = Awaited<ReturnType<typeof roomsPageFor>>

/** What the page that adds rooms begins with. @throws the page that is not there, for a service that keeps a count and any other id */
export async function addRoomsPageFor(app: DomainContext, viewer: SignedInViewer, serviceId: string) {
  const page = await roomsPageFor(app, viewer, serviceId)
  if (page.isCounted) throw notFound()
  return {
    ...{ name: page.name, provider: page.isOwn ? null : page.provider },
    serviceId,
    start: { howMany: '1', called: 'Room', firstNumber: String(page.rooms.length + 1) },
    idempotencyKey: newIdempotencyKey(),
  }
}

/** How many beds a service has, by whom they are for. @throws the page that is not there, for any other id */
export async function countPageFor(app: DomainContext, viewer: SignedInViewer, serviceId: string) {
  return asViewer(app.db, viewer, async trx => {
    const service = await findServiceOfRooms(trx, viewer, serviceId)
    if (!service) throw notFound()
    const all = await roomsOf(trx, serviceId)
    if (all.length === 0 && isProgrammeKind(service.kind)) throw notFound()
    const rooms = all.filter(room => room.retiredAt === null)
    return {
      serviceId,
      name: service.name,
      beds: rooms.length,
      isCounted: rooms.every(room => !room.named),
      groups: COUNT_GROUPS.map(group => ({
        group,
        beds: rooms.filter(room => groupOf(room) === group).length,
      })),
      idempotencyKey: newIdempotencyKey(),
    }
  })
}

export type CountPage = Awaited<ReturnType<typeof countPageFor>>
