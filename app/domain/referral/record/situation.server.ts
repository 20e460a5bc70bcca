import { sql } from 'kysely'
import type { Side } from '../referral'
import { hasOtherAddress } from './other-address.server'

/** What the table of the lifecycle asks of a referral besides its own columns: the columns of a `Situation`. */
export function situationOf(referral: 'referral' | 'r') {
  return [
    hasOtherAddress(`${referral}.serviceId`),
    hasLapsed(referral),
    isServiceClosed(referral),
    isMovePlanned(referral),
    offerExpiresAt(referral),
    endedBy(referral),
  ] as const
}

/** True once an offer to the person has expired without an answer. */
function hasLapsed(referral: 'referral' | 'r') {
  return sql<boolean>`exists (
    select from offer lapsed where lapsed.referral_id = ${sql.ref(`${referral}.id`)} and lapsed.ending = 'expired')`.as(
    'hasLapsed',
  )
}

function isServiceClosed(referral: 'referral' | 'r') {
  return sql<boolean>`exists (
    select from service closed where closed.id = ${sql.ref(`${referral}.serviceId`)} and closed.archived_at is not null)`.as(
    'isServiceClosed',
  )
}

function isMovePlanned(referral: 'referral' | 'r') {
  return sql<boolean>`exists (
    select from placement stay join bedspace_claim moving on moving.id = stay.claim_id
    where stay.referral_id = ${sql.ref(`${referral}.id`)} and moving.active and moving.moved_to is not null
      and moving.leaving_sure)`.as('isMovePlanned')
}

function offerExpiresAt(referral: 'referral' | 'r') {
  return sql<Date | null>`(
    select latest.expires_at from offer latest where latest.referral_id = ${sql.ref(`${referral}.id`)}
    order by latest.offered_at desc limit 1)`.as('offerExpiresAt')
}

/** The side that brought it to the state it is in; null where the clock or the system did. */
function endedBy(referral: 'referral' | 'r') {
  const id = sql.ref(`${referral}.id`)
  return sql<Side | null>`(
    select case when moved.by_role = 'officer' then 'referrer'
      when moved.by_role not in ('clock', 'system') then 'provider' end
    from referral_history moved
    where moved.referral_id = ${id} and moved.to_state = ${sql.ref(`${referral}.state`)}
      and moved.from_state is distinct from moved.to_state
    order by moved.sequence desc limit 1)`.as('endedBy')
}
