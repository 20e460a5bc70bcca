import { type ExpressionBuilder, sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { DB } from '@db/schema'
import type { Day } from '../../time/calendar'
import { type Claim, isClaimKind, type Leaving, VOID_REASON_LABELS } from '../vacancy'
import { isCodeOf } from '../../words/codes'

/** Columns of `bedspace_claim as claim`, in words of one part: inside JSON nothing turns claim_id into claimId. */
const CLAIM_COLUMNS = [
  'claim.id as id',
  'claim.kind as kind',
  'claim.voidReason as why',
  'claim.lapsesAt as lapses',
  'claim.expectedUntil as expected',
  'claim.leavingSure as sure',
  'claim.mustEnd as bound',
  sql<boolean>`claim.moved_to is not null and claim.leaving_sure`.as('moves'),
  sql<Day>`lower(claim.claimed)`.as('from'),
  sql<Day | null>`upper(claim.claimed)`.as('until'),
] as const

/** Whether a claim has not ended by a day; as the index of migration 0088 says it, so that nothing is read of a bedspace's past. */
export function goesOnFrom(claim: string, day: Day) {
  return sql<boolean>`coalesce(upper(${sql.ref(`${claim}.claimed`)}), 'infinity'::date) > ${day}::date`
}

/** The active claims on the bedspace of a query that have not ended by a day, the earliest first: rows for `toClaim`. */
export function claimsFrom(bed: ExpressionBuilder<DB, 'bedspace'>, day: Day) {
  return jsonArrayFrom(
    bed
      .selectFrom('bedspaceClaim as claim')
      .select(CLAIM_COLUMNS)
      .whereRef('claim.bedspaceId', '=', 'bedspace.id')
      .where('claim.active', '=', true)
      .where(goesOnFrom('claim', day))
      .orderBy('claim.claimed'),
  )
}

/** A claim as those columns give it. Inside JSON an instant is text. */
export interface ClaimRow {
  id: string
  kind: string
  why: string | null
  lapses: Date | string | null
  expected: Day | null
  sure: boolean
  bound: boolean
  moves: boolean
  from: Day
  until: Day | null
}

/** The claim behind a row. @throws Error for a kind the database's own check would not have let in */
export function toClaim({
  id,
  kind,
  why,
  lapses,
  expected,
  sure,
  bound,
  moves,
  from,
  until,
}: ClaimRow): Claim & { id: string } {
  if (!isClaimKind(kind)) throw new Error('Not a kind of claim')
  const voidReason = why !== null && isCodeOf(VOID_REASON_LABELS, why) ? why : null
  const leaves = expected === null || until !== null ? null : leavingOf({ expected, sure, bound, moves })
  return { id, kind, from, until, voidReason, leaves, lapsesAt: lapses === null ? null : new Date(lapses) }
}

type Expected = Pick<ClaimRow, 'sure' | 'bound' | 'moves'> & { expected: Day }

function leavingOf({ expected: on, sure: isSure, bound, moves }: Expected): Leaving {
  return { on, isSure, ...(bound && { mustEnd: true }), ...(moves && { isMove: true }) }
}
