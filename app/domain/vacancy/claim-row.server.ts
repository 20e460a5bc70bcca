import { sql } from 'kysely'
import type { Day } from '../region/calendar'
import { type Claim, isClaimKind, isVoidReason } from './vacancy'

/** Columns of `bedspace_claim as claim`, in words of one part: inside JSON nothing turns claim_id into claimId. */
export const CLAIM_COLUMNS = [
  'claim.id as id',
  'claim.kind as kind',
  'claim.voidReason as why',
  'claim.lapsesAt as lapses',
  sql<Day>`lower(claim.during)`.as('from'),
  sql<Day | null>`upper(claim.during)`.as('until'),
] as const

/** A claim as those columns give it. Inside JSON an instant is text. */
export interface ClaimRow {
  id: string
  kind: string
  why: string | null
  lapses: Date | string | null
  from: Day
  until: Day | null
}

/** The claim behind a row. @throws Error for a kind the database's own check would not have let in */
export function toClaim({ id, kind, why, lapses, from, until }: ClaimRow): Claim & { id: string } {
  if (!isClaimKind(kind)) throw new Error('Not a kind of claim')
  const voidReason = why !== null && isVoidReason(why) ? why : null
  return { id, kind, from, until, voidReason, lapsesAt: lapses === null ? null : new Date(lapses) }
}
