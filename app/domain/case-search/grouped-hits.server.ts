import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import { group } from '../eligibility/decision'
import { decideServices } from '../match/decide-services.server'
import { asksForCouncils, isCouncil } from './councils'
import type { Grouped, RunningSearch } from './running-search'

/** What matched, decided and put in groups. What the person avoids is in none; a council only where it was asked for. */
export async function groupedHits(trx: Transaction<DB>, search: RunningSearch): Promise<Grouped[]> {
  const { viewer, found, query, hits, now } = search
  const ids = hits.map(hit => hit.id)
  const services = await decideServices(trx, viewer, found, ids, now)
  return services
    .filter(service => !isCouncil(service) || asksForCouncils(query))
    .map(service => ({ ...service, group: group(service.decision) }))
}
