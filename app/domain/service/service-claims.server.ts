import { sql, type Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { Day } from '../region/calendar'
import { standing } from '../vacancy/bedspace-state'
import { CLAIM_COLUMNS, toClaim } from '../vacancy/claim-row.server'
import type { Claim } from '../vacancy/vacancy'
import { isAnyOf } from './ids-given.server'

/** For each service, its bedspaces, each as the claims that stand on it from a day on. A service without bedspaces is absent. */
export async function standingClaims(
  trx: Transaction<DB>,
  serviceIds: readonly string[],
  day: Day,
  now: Date,
): Promise<ReadonlyMap<string, readonly Claim[][]>> {
  const bedspaces = await trx
    .selectFrom('bedspace')
    .select(['id', 'serviceId'])
    .where('retiredAt', 'is', null)
    .where(isAnyOf('bedspace.service_id', serviceIds))
    .execute()
  const claims = await claimsFrom(
    trx,
    bedspaces.map(bedspace => bedspace.id),
    day,
  )
  const services = new Map<string, Claim[][]>()
  for (const { id, serviceId } of bedspaces) {
    const own = services.get(serviceId) ?? []
    own.push(standing(claims.get(id) ?? [], now))
    services.set(serviceId, own)
  }
  return services
}

/** The active claims that have not ended by a day, by bedspace. */
async function claimsFrom(
  trx: Transaction<DB>,
  bedspaceIds: readonly string[],
  day: Day,
): Promise<Map<string, Claim[]>> {
  const rows = await trx
    .selectFrom('bedspaceClaim as claim')
    .select(['claim.bedspaceId', ...CLAIM_COLUMNS])
    .where(isAnyOf('claim.bedspace_id', bedspaceIds))
    .where('claim.active', '=', true)
    .where(sql<boolean>`(upper_inf(claim.during) or upper(claim.during) > ${day}::date)`)
    .execute()
  const claims = new Map<string, Claim[]>()
  for (const row of rows) {
    const own = claims.get(row.bedspaceId) ?? []
    own.push(toClaim(row))
    claims.set(row.bedspaceId, own)
  }
  return claims
}
