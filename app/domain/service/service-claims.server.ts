import { expressionBuilder, sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { DB } from '@db/schema'
import { type Day, londonDay } from '../time/calendar'
import { standing } from '../vacancy/free/bedspace-state'
import { claimsFrom, type ClaimRow, goesOnFrom, toClaim } from '../vacancy/claims/claim-row.server'
import type { Claim } from '../vacancy/vacancy'

/** A bedspace in use, with the claims that are active and have not ended. */
export interface BedspaceRow {
  /** Its type, where it was asked for: of beds for women. */
  type?: string
  /** After vacancies were confirmed, where it was asked for. */
  added?: boolean
  claims: ClaimRow[]
}

/** Of a service, a column of its bedspaces in use, each with the claims on it that have not ended by a day. */
export function bedspacesOf(serviceIdColumn: string, day: Day) {
  return jsonArrayFrom(inUse(serviceIdColumn).select(bed => claimsFrom(bed, day).as('claims')))
}

/**
 * The same without those that something claims at an instant: of thousands of services, the few that may be free; each says whether it
 * was added, or brought back, after the vacancies of the service were confirmed, so that nobody has said anything of it. For women:
 * without those, for unknown is never supply, and without those that are for men only.
 */
export function emptyBedspacesOf(
  serviceIdColumn: string,
  now: Date,
  { confirmedAt, forWomen = false }: { confirmedAt: string; forWomen?: boolean },
) {
  const today = londonDay(now)
  const isAdded = sql<boolean>`coalesce(bedspace.added_at > ${sql.ref(confirmedAt)}, false)`
  return jsonArrayFrom(
    inUse(serviceIdColumn)
      .select(isAdded.as('added'))
      .$if(forWomen, beds =>
        beds
          .where(sql<boolean>`bedspace.sex is distinct from 'men' and not ${isAdded}`)
          .select('bedspace.type as type'),
      )
      .select(bed => claimsFrom(bed, today).as('claims'))
      .where(
        sql<boolean>`not exists (select from bedspace_claim c
          where c.bedspace_id = bedspace.id and c.active and c.claimed @> ${today}::date and ${goesOnFrom('c', today)}
            and (c.lapses_at is null or c.lapses_at > ${now}))`,
      ),
  )
}

/** The claims that stand on each of a service's bedspaces. */
export function standingClaims(bedspaces: readonly BedspaceRow[], now: Date): Claim[][] {
  return bedspaces.map(({ claims }) => standing(claims.map(toClaim), now))
}

/** Of a paused service none: whatever stands empty there is offered to nobody. */
function inUse(serviceIdColumn: string) {
  const { selectFrom } = expressionBuilder<DB, never>()
  return selectFrom('bedspace')
    .where(sql<boolean>`bedspace.service_id = ${sql.ref(serviceIdColumn)}`)
    .where('bedspace.retiredAt', 'is', null)
    .where(sql<boolean>`${sql.ref(serviceIdColumn.replace(/id$/, 'paused_at'))} is null`)
}
