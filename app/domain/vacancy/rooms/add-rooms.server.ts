import type { Transaction } from 'kysely'
import { newId } from '@db/id'
import type { FormRequest } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { recordAudit } from '../../audit/record-audit.server'
import type { DomainContext } from '../../context'
import { lockOpenHouse } from '../claims/lock-service.server'
import { findServiceOfRooms } from '../own/vacancy-access.server'
import { vacancyAct } from '../vacancy-act.server'
import type { VacancyResult } from '../vacancy-result'
import { tellKeeper } from '../../record-change/tell-keeper.server'
import { againstRoom } from './against-room.server'
import { nameInUse, roomsOf } from './own-rooms.server'
import type { RoomFacts } from './room'

/** Rooms that are alike but for the number behind their name. */
export interface NewRooms {
  serviceId: string
  facts: RoomFacts
  howMany: number
  /** 'Room': they are called Room 1, Room 2 … */
  called: string
  firstNumber: number
}

/** Adds rooms to the end of a service's list, all of them or, where a name is in use, none. They are free from now on. */
export async function addRooms(
  app: DomainContext,
  viewer: SignedInViewer,
  input: NewRooms,
  request: FormRequest,
): Promise<VacancyResult> {
  return vacancyAct(app, viewer, request, async trx => {
    const { serviceId } = input
    if (!(await findServiceOfRooms(trx, viewer, serviceId))) return { ok: false, reason: 'not_found' }
    const added = await addWithin(trx, viewer, input)
    if (added.ok) await tellKeeper(app, trx, viewer, { serviceId, news: 'rooms_changed' })
    return added
  })
}

async function addWithin(
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  { serviceId, facts, howMany, called, firstNumber }: NewRooms,
): Promise<VacancyResult> {
  const closed = await lockOpenHouse(trx, serviceId)
  if (closed) return closed
  const refused = await againstRoom(trx, serviceId, { sex: facts.sex, isNew: true })
  if (refused) return refused
  const names = Array.from({ length: howMany }, (_, index) => `${called} ${firstNumber + index}`)
  const rooms = await roomsOf(trx, serviceId)
  if (rooms.some(room => room.retiredAt === null && !room.named)) return { ok: false, reason: 'is_counted' }
  const taken = await nameInUse(trx, serviceId, names)
  if (taken !== null) return { ok: false, reason: 'name_taken', name: taken }
  const last = Math.max(0, ...rooms.map(room => room.position))
  const added = names.map((name, index) => ({
    ...facts,
    id: newId(),
    serviceId,
    name,
    position: last + index + 1,
  }))
  await trx.insertInto('bedspace').values(added).execute()
  await recordAudit(trx, viewer, {
    action: 'service.add_rooms',
    subjectKind: 'service',
    subjectId: serviceId,
    detail: { howMany },
  })
  return { ok: true, serviceId }
}
