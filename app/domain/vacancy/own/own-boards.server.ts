import type { Kysely } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { type ProgrammeShown, programmesOf } from '../../programme/programme-queries.server'
import { londonDay } from '../../time/calendar'
import { boardOf, type VacancyBoard } from './own-bedspaces.server'
import { keepsVacancies } from './vacancy-access.server'

/** Everything a provider keeps true: bedspaces service by service, and the cohorts of its programmes. */
export interface OwnBoards {
  boards: VacancyBoard[]
  programmes: { serviceId: string; name: string; programme: ProgrammeShown }[]
}

/** Kinds that have beds to count even before any is listed. */
const KEEPS_BEDSPACES: ReadonlySet<string> = new Set([
  'supported_housing',
  'refuge',
  'emergency',
  'young_people',
  'young_parents',
  'recovery_house',
  'dispersed',
])

/** The boards of the viewer's own services by name. A service without bedspaces and without a programme keeps nothing. */
export async function ownBoards(db: Kysely<DB>, viewer: SignedInViewer, now: Date): Promise<OwnBoards> {
  if (!keepsVacancies(viewer)) return { boards: [], programmes: [] }
  return asViewer(db, viewer, async trx => {
    const services = await trx
      .selectFrom('service')
      .select(['id', 'name', 'kind', 'staffedHours', 'turnaroundWorkingDays', 'pausedReason', 'pausedUntil'])
      .where('organisationId', '=', viewer.organisationId)
      .where('archivedAt', 'is', null)
      .orderBy('name')
      .execute()
    const ids = services.map(service => service.id)
    const programmes = await programmesOf(trx, ids, londonDay(now))
    const boards: VacancyBoard[] = []
    for (const service of services) {
      if (!programmes.has(service.id)) boards.push(await boardOf(trx, service, now))
    }
    return {
      boards: boards.filter(board => board.bedspaces.length > 0 || KEEPS_BEDSPACES.has(board.service.kind)),
      programmes: services.flatMap(({ id: serviceId, name }) => {
        const programme = programmes.get(serviceId)
        return programme ? [{ serviceId, name, programme }] : []
      }),
    }
  })
}
