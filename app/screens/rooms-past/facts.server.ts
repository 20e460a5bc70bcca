import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import type { DomainContext } from '~/domain/context'
import { isProgrammeKind } from '~/domain/programme/programme-kind'
import { londonDay } from '~/domain/time/calendar'
import { pastClaims } from '~/domain/vacancy/stays/past-claims.server'
import { findOwnServiceEver } from '~/domain/vacancy/own/vacancy-access.server'
import { roomsOf } from '~/domain/vacancy/rooms/own-rooms.server'
import { notFound } from '~/http/guard.server'
import { pastLine, roomsToAskFor } from './page'

interface Asked {
  serviceId: string
  /** One room alone; null for all, closed ones too. */
  roomId: string | null
  page: number
}

/** What is over in the rooms of a service of the viewer's own, closed or not. @throws the page that is not there, for any other id */
export async function pastPageFor(
  app: DomainContext,
  viewer: SignedInViewer,
  { serviceId, roomId, page }: Asked,
) {
  const now = app.clock()
  const today = londonDay(now)
  return asViewer(app.db, viewer, async trx => {
    const service = await findOwnServiceEver(trx, viewer, serviceId)
    if (!service) throw notFound()
    const all = await roomsOf(trx, serviceId)
    if (all.length === 0 && isProgrammeKind(service.kind)) throw notFound()
    const asked = roomId === null ? all : all.filter(({ id }) => id === roomId)
    if (roomId !== null && asked.length === 0) throw notFound()
    const rooms = asked.map(({ id }) => id)
    const { claims, paging } = await pastClaims(trx, viewer, { rooms, today, page })
    return {
      ...{ serviceId, name: service.name, isClosed: service.isClosed },
      roomId: roomId ?? '',
      rooms: roomsToAskFor(all, today),
      lines: claims.map(claim => pastLine(claim, now)),
      paging,
    }
  })
}

export type PastShown = Awaited<ReturnType<typeof pastPageFor>>
