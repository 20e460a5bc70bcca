import type { Transaction } from 'kysely'
import type { FormRequest } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { recordAudit } from '../../audit/record-audit.server'
import type { DomainContext } from '../../context'
import { lockOpenHouse } from '../claims/lock-service.server'
import { findServiceOfRooms } from '../own/vacancy-access.server'
import { tellKeeper } from '../../record-change/tell-keeper.server'
import { type Room, roomsOf } from '../rooms/own-rooms.server'
import { vacancyAct } from '../vacancy-act.server'
import type { VacancyResult } from '../vacancy-result'

/** A count becomes a list of rooms: its beds get names, in their order, and keep what claims them. */
export async function listRooms(
  app: DomainContext,
  viewer: SignedInViewer,
  { serviceId, names }: { serviceId: string; names: readonly string[] },
  request: FormRequest,
): Promise<VacancyResult> {
  return changingKind(
    app,
    viewer,
    { serviceId, action: 'service.list_rooms' },
    request,
    async (trx, beds) => {
      if (beds.some(bed => bed.named)) return { ok: false, reason: 'is_listed' }
      if (names.length !== beds.length)
        return { ok: false, reason: 'names_many', names: names.length, beds: beds.length }
      const twice = names.find((name, at) => names.map(folded).indexOf(folded(name)) !== at)
      if (twice !== undefined) return { ok: false, reason: 'name_taken', name: twice }
      await rename(trx, beds, names, true)
      return { ok: true, serviceId }
    },
  )
}

/**
 * A list of rooms becomes a count: they lose their names, and keep what claims them. Whoever is promised one of a count is promised
 * any that is alike, so that those that are alike must cost the same.
 */
export async function countRooms(
  app: DomainContext,
  viewer: SignedInViewer,
  serviceId: string,
  request: FormRequest,
): Promise<VacancyResult> {
  return changingKind(
    app,
    viewer,
    { serviceId, action: 'service.count_rooms' },
    request,
    async (trx, rooms) => {
      if (rooms.length === 0 || rooms.some(room => !room.named)) return { ok: false, reason: 'is_counted' }
      const unlike = costUnlike(rooms)
      if (unlike) return { ok: false, reason: 'cost_unlike', rooms: unlike }
      const names = rooms.map((_, index) => `Bedspace ${index + 1}`)
      await rename(trx, rooms, names, false)
      return { ok: true, serviceId }
    },
  )
}

async function changingKind(
  app: DomainContext,
  viewer: SignedInViewer,
  { serviceId, action }: { serviceId: string; action: string },
  request: FormRequest,
  work: (trx: Transaction<DB>, rooms: Room[]) => Promise<VacancyResult>,
): Promise<VacancyResult> {
  return vacancyAct(app, viewer, request, async trx => {
    if (!(await findServiceOfRooms(trx, viewer, serviceId))) return { ok: false, reason: 'not_found' }
    const closed = await lockOpenHouse(trx, serviceId)
    if (closed) return closed
    const rooms = (await roomsOf(trx, serviceId)).filter(room => room.retiredAt === null)
    const done = await work(trx, rooms)
    if (!done.ok) return done
    await recordAudit(trx, viewer, { action, subjectKind: 'service', subjectId: serviceId, detail: {} })
    await tellKeeper(app, trx, viewer, { serviceId, news: 'rooms_changed' })
    return done
  })
}

async function rename(
  trx: Transaction<DB>,
  rooms: readonly Room[],
  names: readonly string[],
  named: boolean,
): Promise<void> {
  for (const [index, { id, version }] of rooms.entries()) {
    await trx
      .updateTable('bedspace')
      .set({ name: names[index] ?? '', named, position: index + 1, version: version + 1 })
      .where('id', '=', id)
      .execute()
  }
}

/** Two rooms that are alike and do not cost the same; null where there are none. */
function costUnlike(rooms: readonly Room[]): [string, string] | null {
  const first = new Map<string, Room>()
  for (const room of rooms) {
    const kind = `${room.type} ${room.sex} ${room.wheelchair}`
    const other = first.get(kind) ?? room
    first.set(kind, other)
    if (
      other.rentWeeklyPence !== room.rentWeeklyPence ||
      other.serviceChargeWeeklyPence !== room.serviceChargeWeeklyPence
    )
      return [other.name, room.name]
  }
  return null
}

function folded(name: string): string {
  return name.toLowerCase().replace(/\s+/g, ' ')
}
