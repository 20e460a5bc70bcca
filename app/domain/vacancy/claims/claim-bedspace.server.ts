import { sql, type Transaction } from 'kysely'
import { newId } from '@db/id'
import type { DB } from '@db/schema'
import { type Day, londonDay } from '../../time/calendar'
import type { ClaimKind, Leaving, VoidReason } from '../vacancy'

/** A claim to be made: half-open days, `until` null until further notice. */
export interface NewClaim {
  bedspaceId: string
  kind: ClaimKind
  from: Day
  /** Of a stay null, unless it is sure to end: then the day from which on the bedspace is ready for others. */
  until: Day | null
  voidReason?: VoidReason
  lapsesAt?: Date | null
  /** Of a stay: the day on which somebody is expected to leave. */
  leaves?: Leaving | null
}

/** The days of others in the way: the first, and the day they end, null when until further notice. */
export interface InTheWay {
  from: Day
  until: Day | null
}

export type ClaimResult = { ok: true; claimId: string; bedspaceId: string } | ({ ok: false } & InTheWay)

/**
 * Claims a bedspace if it is free on every one of those days. Not looked up first: the database's exclusion constraint
 * decides, so that of fifty at once one is told yes. Where only what has lapsed is in the way, that is freed and it is
 * tried once more. Where somebody was sure to leave by now and nobody has recorded it, nothing is claimed.
 */
export async function claimBedspace(trx: Transaction<DB>, claim: NewClaim, now: Date): Promise<ClaimResult> {
  const notGone = await stayNotGone(trx, claim.bedspaceId, now)
  if (notGone) return { ok: false, ...notGone }
  const claimed = await insertClaim(trx, claim)
  if (claimed) return claimed
  const inTheWay = await claimsInTheWay(trx, claim, now)
  if (inTheWay) return { ok: false, ...inTheWay }
  await releaseLapsed(trx, claim.bedspaceId, now)
  const second = await insertClaim(trx, claim)
  if (second) return second
  const { from, until } = (await claimsInTheWay(trx, claim, now)) ?? claim
  return { ok: false, from, until }
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
      expectedUntil: claim.leaves?.on ?? null,
      leavingSure: claim.leaves?.isSure ?? false,
      mustEnd: claim.leaves?.mustEnd ?? false,
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
export async function releaseLapsed(trx: Transaction<DB>, bedspaceId: string, now: Date): Promise<void> {
  await trx
    .updateTable('bedspaceClaim')
    .set({ active: false, releasedAt: now })
    .where('bedspaceId', '=', bedspaceId)
    .where('active', '=', true)
    .where('lapsesAt', '<=', now)
    .execute()
}

/** The days of claims that have not lapsed and stand in the way; null where none does. */
async function claimsInTheWay(trx: Transaction<DB>, claim: NewClaim, now: Date): Promise<InTheWay | null> {
  const { from, until } = await trx
    .selectFrom('bedspaceClaim')
    .select(sql<Day | null>`min(lower(during))`.as('from'))
    .select(sql<Day | null>`nullif(max(coalesce(upper(during), 'infinity')), 'infinity')`.as('until'))
    .where('bedspaceId', '=', claim.bedspaceId)
    .where('active', '=', true)
    .where(sql<boolean>`(lapses_at is null or lapses_at > ${now})`)
    .where(sql<boolean>`during && ${daysBetween(claim)}::daterange`)
    .executeTakeFirstOrThrow()
  return from === null ? null : { from, until }
}

/**
 * The days of a stay that should have ended and has not, its sure day gone by or its bedspace promised on: it claims until the
 * departure is recorded. null where there is none.
 */
export async function stayNotGone(
  trx: Transaction<DB>,
  bedspaceId: string,
  now: Date,
): Promise<InTheWay | null> {
  const stay = await trx
    .selectFrom('bedspaceClaim')
    .select(sql<Day>`lower(claimed)`.as('from'))
    .where('bedspaceId', '=', bedspaceId)
    .where('active', '=', true)
    .where(isNotGone(now))
    .executeTakeFirst()
  return stay ? { from: stay.from, until: null } : null
}

/** Of an active claim of a stay: it should have ended by an instant, and nobody has recorded that it has. */
export function isNotGone(now: Date) {
  return sql<boolean>`(outstays or (leaving_sure and expected_until < ${londonDay(now)}::date))`
}
