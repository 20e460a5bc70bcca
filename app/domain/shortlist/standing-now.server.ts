import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import type { LoadedCase } from '../case/record/case-row.server'
import { group } from '../eligibility/decision'
import { type DecidedService, decideServices } from '../match/decide-services.server'
import { vacancyRanks } from '../service/vacancy-rank.server'
import { type Day, londonDay } from '../time/calendar'
import type { Standing, VacancyStanding } from './shortlist'

/** By the ranks of vacancyRanks. */
const STANDINGS: readonly VacancyStanding[] = ['free', 'to_check', 'full', 'not_confirmed']

/** The day she needs a bed: her release, where that is still to come. */
export function dayOfBed({ releaseOn }: Pick<LoadedCase, 'releaseOn'>, now: Date): Day {
  const today = londonDay(now)
  return releaseOn !== null && releaseOn > today ? releaseOn : today
}

/** How services stand for a case now; one that is avoided or listed no more is absent. */
export async function standingNow(
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  found: LoadedCase,
  serviceIds: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, DecidedService & Standing>> {
  const decided = await decideServices(trx, viewer, found, serviceIds, now)
  const ranks = await vacancyRanks(trx, serviceIds, dayOfBed(found, now), now)
  return new Map(
    decided.map(service => {
      const vacancy = STANDINGS[ranks.get(service.id) ?? -1] ?? null
      return [service.id, { ...service, group: group(service.decision), vacancy }]
    }),
  )
}
