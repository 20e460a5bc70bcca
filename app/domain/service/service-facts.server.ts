import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { Viewer } from '@db/viewer'
import type { ServiceFacts } from '../eligibility/service-facts'
import { outcodes } from '../area/region'
import { isAnyOf } from '../list/ids-given.server'
import { SUPPORT_LEVELS } from './service'
import { authoritiesOf, type OpenSite, openSites } from './service-card.server'

/** What a decision reads about services besides their policies, by id; archived ones are absent. */
export async function serviceFactsOf(
  trx: Transaction<DB>,
  viewer: Viewer,
  serviceIds: readonly string[],
): Promise<ReadonlyMap<string, ServiceFacts & { name: string }>> {
  const rows = await trx
    .selectFrom('service as s')
    .leftJoin('servicePolicy as p', 'p.serviceId', 's.id')
    .select([
      's.id',
      's.name',
      's.kind',
      's.supportLevel',
      's.staffing',
      'p.verifiedAt',
      authoritiesOf('s.id').as('authorities'),
    ])
    .where(isAnyOf('s.id', serviceIds))
    .where('s.archivedAt', 'is', null)
    .execute()
  const sites = await openSites(trx, viewer, serviceIds)
  return new Map(
    rows.map(({ supportLevel, verifiedAt, ...row }) => [
      row.id,
      {
        ...row,
        locatedIn: locatedIn(sites.get(row.id) ?? [], row.authorities),
        // What stands near a site is not kept: "not stated", which a licence condition makes a matter to discuss.
        near: null,
        supportLevel: SUPPORT_LEVELS.find(level => level === supportLevel) ?? null,
        policyVerifiedAt: verifiedAt,
      },
    ]),
  )
}

/** Of a postcode district that lies in several authorities, those the service covers; all of them where it covers none. */
function locatedIn(sites: readonly OpenSite[], covered: readonly string[]): string[] {
  const districts = sites.flatMap(
    site => outcodes.find(each => each.outcode === site.outcode)?.authorities ?? [],
  )
  const both = districts.filter(code => covered.includes(code))
  return [...new Set(both.length > 0 ? both : districts)]
}
