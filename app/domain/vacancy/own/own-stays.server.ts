import { sql, type Transaction } from 'kysely'
import type { DB } from '@db/schema'
import { addDays, type Day } from '../../time/calendar'
import { dayStaysOf } from '../claims/stay.server'
import { toMoveInto } from '../claims/planned-move.server'

/** Who is in a bedspace, as far as its provider may change it: no person, the claim alone. */
export interface OwnStay {
  claimId: string
  /** The referral it came by, whose departure ends it; null by another route. */
  referralId: string | null
  from: Day
  /** The day the departure was recorded for; null while the stay goes on. */
  leftOn: Day | null
  /** It is to go on in another bedspace: recorded, or called off, as a move. */
  isToMove: boolean
}

/** A departure recorded by mistake is taken back within these days. */
const TAKEN_BACK_DAYS = 7

/** The stay of each bedspace of a service that goes on, or ended a few days ago, by the bedspace's id. */
export async function ownStays(
  trx: Transaction<DB>,
  serviceId: string,
  today: Day,
): Promise<ReadonlyMap<string, OwnStay>> {
  const rows = await trx
    .selectFrom('bedspaceClaim as claim')
    .innerJoin('bedspace', 'bedspace.id', 'claim.bedspaceId')
    .leftJoin('placement', 'placement.claimId', 'claim.id')
    .select(['claim.bedspaceId', 'claim.id as claimId', 'placement.referralId'])
    .select([
      sql<Day>`lower(claim.claimed)`.as('from'),
      sql<Day | null>`coalesce(claim.left_on, upper(claim.claimed))`.as('leftOn'),
      sql<boolean>`claim.moved_to is not null`.as('isToMove'),
    ])
    .where('bedspace.serviceId', '=', serviceId)
    .where('claim.kind', '=', 'occupied')
    .where(either => either.or([either('claim.active', '=', true), dayStaysOf('claim')]))
    .where(sql<boolean>`(claim.moved_to is null or claim.leaving_sure)`)
    // Whoever is to move here is still elsewhere.
    .where(toMoveInto('claim'), 'is', null)
    .where(sql<boolean>`lower(claim.claimed) <= ${today}::date`)
    .where(
      sql<boolean>`((upper_inf(claim.claimed) and claim.left_on is null) or coalesce(claim.left_on, upper(claim.claimed)) > ${addDays(today, -TAKEN_BACK_DAYS)}::date)`,
    )
    .orderBy(sql`lower(claim.claimed)`)
    .orderBy('claim.active')
    .execute()
  return new Map(rows.map(({ bedspaceId, ...stay }) => [bedspaceId, stay]))
}
