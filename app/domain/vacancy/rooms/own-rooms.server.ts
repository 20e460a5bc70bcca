import { sql, type Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import type { Day } from '../../time/calendar'
import { lockOpenHouse } from '../claims/lock-service.server'
import { correctsAnyRoom, keepsVacancies } from '../own/vacancy-access.server'
import { isCodeOf } from '../../words/codes'
import { BEDSPACE_SEX_LABELS, BEDSPACE_TYPE_LABELS } from '../vacancy'
import type { VacancyResult } from '../vacancy-result'
import type { RoomFacts } from './room'

/** One room of a service, in use or closed. */
export interface Room extends RoomFacts {
  id: string
  serviceId: string
  name: string
  /** One of a count has no name of its own. */
  named: boolean
  position: number
  version: number
  retiredAt: Date | null
  /** From when on it is closed for good, or is to be; null where it is in use and nothing is said. */
  closesOn: Day | null
}

/** The rooms of a service in the order of its list, those that were closed last. */
export async function roomsOf(trx: Transaction<DB>, serviceId: string): Promise<Room[]> {
  const rows = await rooms(trx)
    .where('bedspace.serviceId', '=', serviceId)
    .orderBy(sql`bedspace.retired_at is not null`)
    .orderBy('bedspace.position')
    .orderBy('bedspace.name')
    .execute()
  return rows.map(toRoom)
}

/** A room of one of the viewer's own services, in use or closed, or null. */
async function findOwnRoom(
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  bedspaceId: string,
): Promise<Room | null> {
  if (!keepsVacancies(viewer)) return null
  const row = await oneRoom(trx, bedspaceId)
    .where('service.organisationId', '=', viewer.organisationId)
    .executeTakeFirst()
  return row ? toRoom(row) : null
}

/** A room whose facts the viewer corrects, or null: one of her own services, of an editor any. */
export async function findRoomToCorrect(
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  bedspaceId: string,
): Promise<Room | null> {
  if (!correctsAnyRoom(viewer)) return findOwnRoom(trx, viewer, bedspaceId)
  const row = await oneRoom(trx, bedspaceId).executeTakeFirst()
  return row ? toRoom(row) : null
}

type Locked = { ok: true; room: Room } | Extract<VacancyResult, { ok: false }>

/** The same for whoever changes it: as it is now that nobody else writes the rooms of its service. */
export async function lockedRoom(
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  bedspaceId: string,
): Promise<Locked> {
  const found = await findRoomToCorrect(trx, viewer, bedspaceId)
  if (!found) return { ok: false, reason: 'not_found' }
  const closed = await lockOpenHouse(trx, found.serviceId)
  if (closed) return closed
  const room = await findRoomToCorrect(trx, viewer, bedspaceId)
  return room ? { ok: true, room } : { ok: false, reason: 'not_found' }
}

function oneRoom(trx: Transaction<DB>, bedspaceId: string) {
  return rooms(trx).where('bedspace.id', '=', bedspaceId).where('service.archivedAt', 'is', null)
}

/** A room in use that has a name already, other than `exceptId`; null where none has. */
export async function nameInUse(
  trx: Transaction<DB>,
  serviceId: string,
  names: readonly string[],
  exceptId?: string,
): Promise<string | null> {
  const wanted = new Set(names.map(folded))
  const rooms = await roomsOf(trx, serviceId)
  const taken = rooms.find(
    room => room.retiredAt === null && room.named && room.id !== exceptId && wanted.has(folded(room.name)),
  )
  return taken?.name ?? null
}

function folded(name: string): string {
  return name.toLowerCase().replace(/\s+/g, ' ')
}

function rooms(trx: Transaction<DB>) {
  return trx
    .selectFrom('bedspace')
    .innerJoin('service', 'service.id', 'bedspace.serviceId')
    .leftJoin('bedspaceClaim as closing', join =>
      join
        .onRef('closing.bedspaceId', '=', 'bedspace.id')
        .on('closing.active', '=', true)
        .on('closing.voidReason', '=', 'closing'),
    )
    .select(['bedspace.id', 'bedspace.serviceId', 'bedspace.name', 'named', 'type', 'sex', 'bedspace.note'])
    .select(['bedspace.wheelchair', 'bedspace.rentWeeklyPence', 'bedspace.serviceChargeWeeklyPence'])
    .select(['bedspace.position', 'bedspace.version', 'bedspace.retiredAt'])
    .select(sql<Day | null>`lower(closing.during)`.as('closesOn'))
}

type RoomRow = Omit<Room, 'type' | 'sex'> & { type: string; sex: string | null }

/** @throws Error for a type or a sex the database's own checks would not have let in */
function toRoom({ type, sex, ...row }: RoomRow): Room {
  if (!isCodeOf(BEDSPACE_TYPE_LABELS, type)) throw new Error('Not a type of bedspace')
  if (sex !== null && !isCodeOf(BEDSPACE_SEX_LABELS, sex)) throw new Error('Not a sex of a bedspace')
  return { ...row, type, sex }
}
