import { sql, type Transaction } from 'kysely'
import { newId } from '@db/id'
import type { DB } from '@db/schema'
import type { Day } from '../region/calendar'
import type { ClaimKind, VoidReason } from './vacancy'

/** A claim to be made: half-open days, `until` null until further notice. */
export interface NewClaim {
  bedspaceId: string
  kind: ClaimKind
  from: Day
  until: Day | null
  voidReason?: VoidReason
  lapsesAt?: Date | null
}

/** `until` is the day the bedspace is claimed to by others, null when until further notice. */
export type ClaimResult = { ok: true; claimId: string; bedspaceId: string } | { ok: false; until: Day | null }

/**
 * Claims a bedspace if it is free on every one of those days. Not looked up first: the database's exclusion constraint
 * decides, so that of fifty at once one is told yes. Where only what has lapsed is in the way, that is freed and it is
 * tried once more.
 */
export async function claimBedspace(trx: Transaction<DB>, claim: NewClaim, now: Date): Promise<ClaimResult> {
  const claimed = await insertClaim(trx, claim)
  if (claimed) return claimed
  const standing = await standingUntil(trx, claim, now)
  if (standing) return { ok: false, until: standing.until }
  await releaseLapsed(trx, claim.bedspaceId, now)
  const second = await insertClaim(trx, claim)
  return second ?? { ok: false, until: (await standingUntil(trx, claim, now))?.until ?? null }
}

async function insertClaim(trx: Transaction<DB>, claim: NewClaim): Promise<ClaimResult | null> {
  const inserted = await trx
    .insertInto('bedspaceClaim')
    .values({
      id: newId(),
      bedspaceId: claim.bedspaceId,
      kind: claim.kind,
      during: daysBetween(claim),
      voidReason: claim.voidReason ?? null,
      lapsesAt: claim.lapsesAt ?? null,
    })
    .onConflict(conflict => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted ? { ok: true, claimId: inserted.id, bedspaceId: claim.bedspaceId } : null
}

/** Days as PostgreSQL writes a range of them. */
export function daysBetween({ from, until }: { from: Day; until: Day | null }): string {
  return `[${from},${until ?? ''})`
}

/** Frees claims at once. Those that are free already stay as they are. Returns how many were freed. */
export async function releaseClaims(
  trx: Transaction<DB>,
  claimIds: readonly string[],
  now: Date,
): Promise<number> {
  if (claimIds.length === 0) return 0
  const { numUpdatedRows } = await trx
    .updateTable('bedspaceClaim')
    .set({ active: false, releasedAt: now })
    .where('id', 'in', claimIds)
    .where('active', '=', true)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/**
 * A hold past its time claims nothing. Its offer has expired with it, which the timetable tells both sides, or outlives it
 * and must find the bedspace free when it is accepted.
 */
async function releaseLapsed(trx: Transaction<DB>, bedspaceId: string, now: Date): Promise<void> {
  await trx
    .updateTable('bedspaceClaim')
    .set({ active: false, releasedAt: now })
    .where('bedspaceId', '=', bedspaceId)
    .where('active', '=', true)
    .where('lapsesAt', '<=', now)
    .execute()
}

/** Until when claims that have not lapsed stand in the way; null where none does. */
async function standingUntil(
  trx: Transaction<DB>,
  claim: NewClaim,
  now: Date,
): Promise<{ until: Day | null } | null> {
  const { count, until } = await trx
    .selectFrom('bedspaceClaim')
    .select(sql<Day | null>`nullif(max(coalesce(upper(during), 'infinity')), 'infinity')`.as('until'))
    .select(sql<number>`count(*)::int`.as('count'))
    .where('bedspaceId', '=', claim.bedspaceId)
    .where('active', '=', true)
    .where(sql<boolean>`(lapses_at is null or lapses_at > ${now})`)
    .where(sql<boolean>`during && ${daysBetween(claim)}::daterange`)
    .executeTakeFirstOrThrow()
  return count === 0 ? null : { until }
}
