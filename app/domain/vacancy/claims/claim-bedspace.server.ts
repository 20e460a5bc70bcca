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
  const claimed = await insertClaim(trx, claim, now)
  if (claimed) return claimed
  const inTheWay = await claimsInTheWay(trx, claim, now)
  if (inTheWay) return { ok: false, ...inTheWay }
  await releaseLapsed(trx, claim.bedspaceId, now)
  const second = await insertClaim(trx, claim, now)
  if (second) return second
  const { from, until } = (await claimsInTheWay(trx, claim, now)) ?? claim
  return { ok: false, from, until }
}

/** One statement looks for a stay that should have ended, and claims where there is none: whoever comes first pays for one alone. */
async function insertClaim(trx: Transaction<DB>, claim: NewClaim, now: Date): Promise<ClaimResult | null> {
  const { bedspaceId, kind, leaves, voidReason = null, lapsesAt = null } = claim
  const { rows } = await sql<{ id: string }>`
    insert into bedspace_claim
      (id, bedspace_id, kind, during, void_reason, lapses_at, expected_until, leaving_sure, must_end)
    select ${newId()}::uuid, ${bedspaceId}::uuid, ${kind}::text, ${daysBetween(claim)}::daterange, ${voidReason}::text,
      ${lapsesAt}::timestamptz, ${leaves?.on ?? null}::date, ${leaves?.isSure ?? false}::boolean,
      ${leaves?.mustEnd ?? false}::boolean
    where not exists (
      select from bedspace_claim where bedspace_id = ${bedspaceId}::uuid and active and ${isNotGone(now)})
    on conflict do nothing
    returning id`.execute(trx)
  return rows[0] ? { ok: true, claimId: rows[0].id, bedspaceId } : null
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

/**
 * The days of claims that have not lapsed and stand in the way, until further notice where one is a stay that should have ended
 * and has not: it claims until the departure is recorded. null where none stands in the way. `but` are claims that are to go.
 */
export async function claimsInTheWay(
  trx: Transaction<DB>,
  claim: Pick<NewClaim, 'bedspaceId' | 'from' | 'until'>,
  now: Date,
  but: readonly string[] = [],
): Promise<InTheWay | null> {
  const inTheWay = sql<boolean>`(lapses_at is null or lapses_at > ${now}) and during && ${daysBetween(claim)}::daterange`
  const { from, until } = await trx
    .selectFrom('bedspaceClaim')
    .select(sql<Day | null>`min(lower(case when ${isNotGone(now)} then claimed else during end))`.as('from'))
    .select(
      sql<Day | null>`nullif(max(case when ${isNotGone(now)} then 'infinity' else coalesce(upper(during), 'infinity') end), 'infinity')`.as(
        'until',
      ),
    )
    .where('bedspaceId', '=', claim.bedspaceId)
    .where('active', '=', true)
    .where(sql<boolean>`id <> all(${[...but]}::uuid[])`)
    .where(sql<boolean>`(${isNotGone(now)} or (${inTheWay}))`)
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
