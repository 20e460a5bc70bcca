import { sql, type Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { isAnyOf } from '../../list/ids-given.server'
import { PAGE_LENGTH, pageOf, type Paging } from '../../list/paging'
import type { Day } from '../../time/calendar'
import { type OwnClaim, ownClaims, toOwnClaim } from '../claims/own-claim.server'

interface Asked {
  /** Rooms of the viewer's own, closed ones too. */
  rooms: readonly string[]
  today: Day
  page: number
}

/** The stays, voids and turnarounds of some rooms that are over, the latest first; a page that is not there gives the last. */
export async function pastClaims(
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  { rooms, today, page }: Asked,
): Promise<{ claims: OwnClaim[]; paging: Paging }> {
  const { many } = await trx
    .selectFrom('bedspaceClaim as claim')
    .select(({ fn }) => fn.countAll<string>().as('many'))
    .where(isAnyOf('claim.bedspaceId', rooms))
    .where(isOverOn(today))
    .executeTakeFirstOrThrow()
  const paging = pageOf(page, Number(many))
  const rows = await ownClaims(trx, viewer)
    .where(isAnyOf('claim.bedspaceId', rooms))
    .where(isOverOn(today))
    .orderBy(OVER_SINCE, 'desc')
    .orderBy(sql`lower(claim.claimed)`, 'desc')
    .orderBy('claim.id')
    .limit(PAGE_LENGTH)
    .offset(paging.first - 1)
    .execute()
  return { claims: rows.flatMap(row => toOwnClaim(row) ?? []), paging }
}

/**
 * Whether a claim is over, so that no board leads to it any more: its days have passed, or it claims none. What is held belongs to
 * its referral, and a room's closing to its room. `isOverOn` asks the same of the database.
 */
export function isOver({ kind, voidReason, active, until }: OwnClaim, today: Day): boolean {
  if (kind === 'hold' || voidReason === 'closing') return false
  return !active || (until !== null && until <= today)
}

function isOverOn(today: Day) {
  return sql<boolean>`(claim.kind <> 'hold' and claim.void_reason is distinct from 'closing'
    and (not claim.active or upper(claim.claimed) <= ${today}::date))`
}

/** The day it ended, or on which it was taken back where that was sooner. */
const OVER_SINCE = sql<Day>`least(coalesce(claim.left_on, upper(claim.claimed)),
  (claim.released_at at time zone 'Europe/London')::date)`
