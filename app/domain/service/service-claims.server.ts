import { sql, type Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { Day } from '../region/calendar'
import { standing } from '../vacancy/bedspace-state'
import { type Claim, isClaimKind, isVoidReason } from '../vacancy/vacancy'
import { isAnyOf } from './ids-given.server'

/** For each service, its bedspaces, each as the claims that stand on it from today on. A service without bedspaces is absent. */
export async function standingClaims(
  trx: Transaction<DB>,
  serviceIds: readonly string[],
  today: Day,
  now: Date,
): Promise<ReadonlyMap<string, readonly Claim[][]>> {
  const rows = await trx
    .selectFrom('bedspace')
    .leftJoin('bedspaceClaim as claim', join =>
      join
        .onRef('claim.bedspaceId', '=', 'bedspace.id')
        .on('claim.active', '=', true)
        .on(sql<boolean>`(upper_inf(claim.during) or upper(claim.during) > ${today}::date)`),
    )
    .select(['bedspace.serviceId', 'bedspace.id', 'claim.kind', 'claim.voidReason', 'claim.lapsesAt'])
    .select([
      sql<Day | null>`lower(claim.during)`.as('from'),
      sql<Day | null>`upper(claim.during)`.as('until'),
    ])
    .where('bedspace.retiredAt', 'is', null)
    .where(isAnyOf('bedspace.service_id', serviceIds))
    .orderBy('bedspace.serviceId')
    .orderBy('bedspace.position')
    .orderBy('bedspace.id')
    .execute()

  const services = new Map<string, Map<string, Claim[]>>()
  for (const row of rows) {
    const bedspaces = services.get(row.serviceId) ?? new Map<string, Claim[]>()
    services.set(row.serviceId, bedspaces)
    bedspaces.set(row.id, [...(bedspaces.get(row.id) ?? []), ...claimsIn(row)])
  }
  return new Map(
    [...services].map(([id, bedspaces]) => [id, [...bedspaces.values()].map(all => standing(all, now))]),
  )
}

interface ClaimRow {
  kind: string | null
  voidReason: string | null
  lapsesAt: Date | null
  from: Day | null
  until: Day | null
}

function claimsIn({ kind, voidReason, lapsesAt, from, until }: ClaimRow): Claim[] {
  if (kind === null || from === null || !isClaimKind(kind)) return []
  return [
    {
      kind,
      from,
      until,
      lapsesAt,
      voidReason: voidReason !== null && isVoidReason(voidReason) ? voidReason : null,
    },
  ]
}
