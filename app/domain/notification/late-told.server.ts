import type { Transaction } from 'kysely'
import { newId } from '@db/id'
import type { DB } from '@db/schema'
import { PROVIDER_ROLES } from '../account/account'
import type { LateStep } from '../referral/late-steps'
import { ids, members } from './members.server'

type ToldStep = LateStep | 'ring' | 'ring_at_night'

/** Whether a step of a referral that is late by a limit is told for the first time; from now on it is not. */
export async function isTheFirst(
  trx: Transaction<DB>,
  { referralId, dueAt, step }: { referralId: string; dueAt: Date; step: ToldStep },
  now: Date,
): Promise<boolean> {
  const told = await trx
    .insertInto('referralLateTold')
    .values({ referralId, dueAt, step, toldAt: now })
    .onConflict(conflict => conflict.doNothing())
    .returning('referralId')
    .executeTakeFirst()
  return told !== undefined
}

/** Owes some people, or a team, a message about a referral or a service. */
export async function oweTo(
  trx: Transaction<DB>,
  to: readonly ({ personId: string } | { teamId: string })[],
  about: { template: string; referralId?: string; serviceId?: string },
  now: Date,
): Promise<{ id: string }[]> {
  if (to.length === 0) return []
  return trx
    .insertInto('message')
    .values(to.map(each => ({ id: newId(), ...each, createdAt: now, ...about })))
    .returning('id')
    .execute()
}

/** The managers of a provider, all of its people where it has none. */
export async function managersElseTeam(
  trx: Transaction<DB>,
  organisationId: string,
): Promise<{ personId: string }[]> {
  const team = await members(trx, organisationId, PROVIDER_ROLES)
  const managers = team.filter(({ role }) => role === 'provider_manager')
  return ids(managers.length > 0 ? managers : team).map(personId => ({ personId }))
}

/** The region's administrators, who belong to no authority. */
export async function administrators(trx: Transaction<DB>): Promise<{ personId: string }[]> {
  return trx
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.personId')
    .innerJoin('organisation', 'organisation.id', 'membership.organisationId')
    .select('membership.personId')
    .distinct()
    .where('membership.role', '=', 'administrator')
    .where('membership.endedAt', 'is', null)
    .where('person.disabledAt', 'is', null)
    .where('organisation.authorityCode', 'is', null)
    .execute()
}
