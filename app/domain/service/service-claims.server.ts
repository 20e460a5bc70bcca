import { expressionBuilder, sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { DB } from '@db/schema'
import type { Day } from '../region/calendar'
import { standing } from '../vacancy/bedspace-state'
import { claimsFrom, type ClaimRow, toClaim } from '../vacancy/claim-row.server'
import type { Claim } from '../vacancy/vacancy'

/** A bedspace in use, with the claims that are active and have not ended. */
export interface BedspaceRow {
  claims: ClaimRow[]
}

/** Of a service, a column of its bedspaces in use, each with the claims on it that have not ended by a day. */
export function bedspacesOf(serviceIdColumn: string, day: Day) {
  const { selectFrom } = expressionBuilder<DB, never>()
  return jsonArrayFrom(
    selectFrom('bedspace')
      .select(bed => claimsFrom(bed, day).as('claims'))
      .where(sql<boolean>`bedspace.service_id = ${sql.ref(serviceIdColumn)}`)
      .where('bedspace.retiredAt', 'is', null),
  )
}

/** The claims that stand on each of a service's bedspaces. */
export function standingClaims(bedspaces: readonly BedspaceRow[], now: Date): Claim[][] {
  return bedspaces.map(({ claims }) => standing(claims.map(toClaim), now))
}
