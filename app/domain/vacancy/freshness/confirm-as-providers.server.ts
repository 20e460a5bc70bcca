import type { Kysely } from 'kysely'
import type { DB } from '@db/schema'
import { asWorker } from '@db/viewer-transaction'
import { HOUR_MS } from '../../time/calendar'

/** How old a confirmation may grow before the played provider confirms again: well inside the window of its kind. */
const QUICK_KINDS = ['refuge', 'emergency']
const AGAIN_AFTER_HOURS = { quick: 7, other: 100 }

/**
 * In the demonstration, confirms vacancies for the invented providers that keep theirs true; the others stay silent, as some
 * do. Changes no bedspace. Returns how many it confirmed.
 */
export async function confirmAsProviders(
  workerDb: Kysely<DB>,
  serviceIds: readonly string[],
  now: Date,
): Promise<number> {
  if (serviceIds.length === 0) return 0
  const before = (hours: number) => new Date(now.getTime() - hours * HOUR_MS)
  const result = await asWorker(workerDb, trx =>
    trx
      .updateTable('serviceVacancy')
      .from('service')
      .set({ confirmedAt: now })
      .whereRef('service.id', '=', 'serviceVacancy.serviceId')
      .where('serviceVacancy.serviceId', 'in', serviceIds)
      .where(build =>
        build.or([
          build.and([
            build('service.kind', 'in', QUICK_KINDS),
            build('serviceVacancy.confirmedAt', '<', before(AGAIN_AFTER_HOURS.quick)),
          ]),
          build('serviceVacancy.confirmedAt', '<', before(AGAIN_AFTER_HOURS.other)),
        ]),
      )
      .executeTakeFirst(),
  )
  return Number(result.numUpdatedRows)
}
