import { sql, type Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { Day } from '../time/calendar'
import { authoritiesOf } from '../service/service-card.server'
import { roomTypesOf } from '../service/room-types.server'
import { bedspacesOf } from '../service/service-claims.server'

/** What a service's search document is made from `today`, in one read: nothing of a confidential site, nothing of any case. */
export function documentRows(trx: Transaction<DB>, today: Day) {
  return trx
    .selectFrom('service as s')
    .innerJoin('organisation as o', 'o.id', 's.organisationId')
    .leftJoin('servicePolicy as p', 'p.serviceId', 's.id')
    .leftJoin('serviceVacancy as v', 'v.serviceId', 's.id')
    .leftJoin('programme as g', 'g.serviceId', 's.id')
    .leftJoinLateral(shownSite().as('place'), join => join.onTrue())
    .select(['s.id', 's.name', 'o.name as provider', 's.kind', 's.summary', 's.description'])
    .select(['s.visibility', 's.complexNeeds', 's.wheelchair', 's.supportLevel', 's.staffedHours'])
    .select(['s.audience', 's.languages', 's.staffing', 's.turnaroundWorkingDays as turnaround'])
    .select(['p.criteria', 'p.verifiedAt', 'v.confirmedAt'])
    .select(['g.type as programmeType', 'g.audiences', 'g.deliveredIn', 'g.prisonCodes', 'g.rotl'])
    .select(['place.lat', 'place.lng', 'place.town'])
    .select([authoritiesOf('s.id').as('authorities'), pathwaysOf().as('pathways')])
    .select(roomTypesOf('s.id').as('roomTypes'))
    .select(bedspacesOf('s.id', today).as('bedspaces'))
    .where('s.archivedAt', 'is', null)
}

export type DocumentRow = Awaited<ReturnType<ReturnType<typeof documentRows>['execute']>>[number]

/** The first open site that has a position, else the first. Only open sites are in this table at all. */
function shownSite() {
  return sql<{ lat: number | null; lng: number | null; town: string | null }>`(
    select site.lat, site.lng, site.town from site where site.service_id = s.id
    order by site.lat is null, site.id limit 1)`
}

function pathwaysOf() {
  return sql<string[]>`array(select w.pathway from service_pathway w where w.service_id = s.id order by 1)`
}
