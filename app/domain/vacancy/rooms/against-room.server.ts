import { sql, type Transaction } from 'kysely'
import type { DB } from '@db/schema'
import { isProgrammeKind } from '../../programme/programme-kind'
import type { VacancyResult } from '../vacancy-result'
import { isForOthers, type RoomFacts } from './room'

/** What stands against any room of a service: which sex alone it takes, and that nobody lives there. */
export interface OfRooms {
  kind: string
  takes: string | null
}

type Against =
  Extract<VacancyResult, { reason: 'room_for_others' }> | { ok: false; reason: 'programme_rooms' }

/** What stands against rooms of a service, whoever adds, changes or reopens them; null for nothing. */
export async function againstRoom(
  trx: Transaction<DB>,
  serviceId: string,
  room: Pick<RoomFacts, 'sex'> & { isNew: boolean },
): Promise<Against | null> {
  const service = await trx
    .selectFrom('service')
    .select(['kind', takesOf('service.id').as('takes')])
    .where('id', '=', serviceId)
    .executeTakeFirstOrThrow()
  return against(service, room)
}

/** The same of a service that was read before. */
export function against(
  { kind, takes }: OfRooms,
  { sex, isNew }: Pick<RoomFacts, 'sex'> & { isNew: boolean },
): Against | null {
  if (isNew && isProgrammeKind(kind)) return { ok: false, reason: 'programme_rooms' }
  return isForOthers(takes, sex) ? { ok: false, reason: 'room_for_others', takes: takes ?? '' } : null
}

/** Whom its policy says that a service takes. */
export function takesOf(serviceIdColumn: string) {
  return sql<
    string | null
  >`(select p.criteria ->> 'sex' from service_policy p where p.service_id = ${sql.ref(serviceIdColumn)})`
}
