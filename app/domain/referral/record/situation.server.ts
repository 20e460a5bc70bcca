import { sql } from 'kysely'
import { hasOtherAddress } from './other-address.server'

/** What the table of the lifecycle asks of a referral besides its own columns: the columns of a `Situation`. */
export function situationOf(referral: 'referral' | 'r') {
  return [hasOtherAddress(`${referral}.serviceId`), hasLapsed(referral)] as const
}

/** True once an offer to the person has expired without an answer. */
function hasLapsed(referral: 'referral' | 'r') {
  return sql<boolean>`exists (
    select from offer lapsed where lapsed.referral_id = ${sql.ref(`${referral}.id`)} and lapsed.ending = 'expired')`.as(
    'hasLapsed',
  )
}
