import type { Transaction } from 'kysely'
import { newId } from '@db/id'
import type { DB } from '@db/schema'
import { PROVIDER_ROLES } from '../account/account'
import type { LateStep } from '../referral/late-steps'
import { londonDay } from '../time/calendar'
import { ids, members } from './members.server'
import { recipientsOf } from './recipients.server'

export type Recipient = { personId: string } | { teamId: string }

interface TellOnce {
  step: { referralId: string; dueAt: Date; step: LateStep | 'ring' | 'ring_at_night' }
  /** Asked only where it is untold. */
  to: () => Promise<readonly Recipient[]>
  about: { template: string; referralId?: string; serviceId?: string }
}

/**
 * Owes a message about a step of a referral that is late by a limit, where none was before. With nobody to owe it to the step stays untold,
 * and is told once there is somebody. @returns the messages that are owed now
 */
export async function tellOnce(
  trx: Transaction<DB>,
  { step, to, about }: TellOnce,
  now: Date,
): Promise<{ id: string }[]> {
  const { referralId, dueAt } = step
  const before = await trx
    .selectFrom('referralLateTold')
    .select('referralId')
    .where('referralId', '=', referralId)
    .where('dueAt', '=', dueAt)
    .where('step', '=', step.step)
    .executeTakeFirst()
  const recipients = before ? [] : await to()
  if (recipients.length === 0) return []
  const told = await trx
    .insertInto('referralLateTold')
    .values({ referralId, dueAt, step: step.step, toldAt: now })
    .onConflict(conflict => conflict.doNothing())
    .returning('referralId')
    .executeTakeFirst()
  return told ? oweTo(trx, recipients, about, now) : []
}

/** Owes some people, or a team, a message about a referral or a service. */
export async function oweTo(
  trx: Transaction<DB>,
  to: readonly Recipient[],
  about: TellOnce['about'],
  now: Date,
): Promise<{ id: string }[]> {
  if (to.length === 0) return []
  return trx
    .insertInto('message')
    .values(to.map(each => ({ id: newId(), ...each, createdAt: now, ...about })))
    .returning('id')
    .execute()
}

/** The managers of a provider, all of its people where it has none: with whoever acts for them, and the address of the team. */
export async function providerTold(
  trx: Transaction<DB>,
  organisationId: string,
  now: Date,
): Promise<Recipient[]> {
  const team = await members(trx, organisationId, PROVIDER_ROLES)
  const managers = team.filter(({ role }) => role === 'provider_manager')
  const people = ids(managers.length > 0 ? managers : team)
  return recipientsOf(trx, people, { organisationId, today: londonDay(now) })
}

/** The whole of a referring team: with whoever acts for them, and the address of the team. */
export async function referrerTold(
  trx: Transaction<DB>,
  organisationId: string,
  now: Date,
): Promise<Recipient[]> {
  const people = ids(await members(trx, organisationId, ['officer']))
  return recipientsOf(trx, people, { organisationId, today: londonDay(now) })
}

/** The region's administrators, who belong to no authority: with whoever acts for them, and the address of each of their teams. */
export async function regionTold(trx: Transaction<DB>, now: Date): Promise<Recipient[]> {
  const regions = await trx
    .selectFrom('membership')
    .innerJoin('organisation', 'organisation.id', 'membership.organisationId')
    .select('organisation.id')
    .distinct()
    .where('membership.role', '=', 'administrator')
    .where('organisation.authorityCode', 'is', null)
    .execute()
  const told = new Map<string, Recipient>()
  for (const { id: organisationId } of regions) {
    const people = ids(await members(trx, organisationId, ['administrator']))
    const recipients = await recipientsOf(trx, people, { organisationId, today: londonDay(now) })
    for (const each of recipients) told.set('personId' in each ? each.personId : each.teamId, each)
  }
  return [...told.values()]
}
