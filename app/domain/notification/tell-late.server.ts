import type { Transaction } from 'kysely'
import { newId } from '@db/id'
import type { DB } from '@db/schema'
import { asWorker } from '@db/viewer-transaction'
import { PROVIDER_ROLES } from '../account/account'
import type { DomainContext } from '../context'
import { ringOnTheDay } from '../referral/due'
import {
  CHASED_STATES,
  EXPECTED_STATES,
  LATE_MESSAGES,
  lateSteps,
  type LateStep,
  RING_MESSAGES,
} from '../referral/late-steps'
import { actsNext, referralState } from '../referral/states'
import { type Day, londonDay, londonInstant } from '../time/calendar'
import { ids, members } from './members.server'
import { recipientsOf } from './recipients.server'

interface Late {
  referralId: string
  serviceId: string
  state: string
  dueAt: Date
  referrerOrganisationId: string
  providerOrganisationId: string
}

/**
 * Owes a message for each step that is late: at once to the managers of the provider whose step it is, or to the referring team, and a
 * working day later to the region's administrators, who belong to no authority and so to none she avoids. Once a limit each, whatever is
 * run twice. @returns how many messages were owed
 */
export async function tellLate({ db, jobs, clock }: DomainContext, sendsMail: boolean): Promise<number> {
  const now = clock()
  return asWorker(db, async trx => {
    let owed = 0
    for (const late of await lateReferrals(trx, now)) {
      for (const step of lateSteps(late.dueAt, now)) {
        if (!(await isNew(trx, late, step, now))) continue
        const messages = await owe(trx, late, step, now)
        if (sendsMail) for (const { id } of messages) await jobs.enqueue(trx, 'send-email', { messageId: id })
        owed += messages.length
      }
    }
    return owed
  })
}

/**
 * Owes the whole referring team a message for each referral of somebody who leaves today that nothing has settled: at 16:00 to ring the
 * provider, at 20:00 to ring out of hours. Once each, whatever is run twice. @returns how many messages were owed
 */
export async function tellToRing({ db, jobs, clock }: DomainContext, sendsMail: boolean): Promise<number> {
  const now = clock()
  return asWorker(db, async trx => {
    let owed = 0
    for (const out of await outToday(trx, londonDay(now))) {
      const ring = ringOnTheDay(referralState(out.state), out.releaseOn, now)
      if (ring === null || !(await isNew(trx, { ...out, dueAt: out.since }, RING_STEPS[ring], now))) continue
      const organisationId = out.referrerOrganisationId
      const people = ids(await members(trx, organisationId, ['officer']))
      const team = await recipientsOf(trx, people, { organisationId, today: londonDay(now) })
      const about = { template: RING_MESSAGES[ring].name, referralId: out.referralId }
      const messages = await oweTo(trx, team, about, now)
      if (sendsMail) for (const { id } of messages) await jobs.enqueue(trx, 'send-email', { messageId: id })
      owed += messages.length
    }
    return owed
  })
}

const RING_STEPS = { provider: 'ring', out_of_hours: 'ring_at_night' } as const

/** What nothing has settled, of those who leave on a day. */
async function outToday(trx: Transaction<DB>, today: Day) {
  const rows = await trx
    .selectFrom('referral')
    .innerJoin('personCase', 'personCase.id', 'referral.caseId')
    .select(['referral.id as referralId', 'referral.state', 'referral.referrerOrganisationId'])
    .where('referral.state', 'in', EXPECTED_STATES)
    .where('personCase.releaseOn', '=', today)
    .where('personCase.closedAt', 'is', null)
    .orderBy('referral.id')
    .execute()
  return rows.map(row => ({ ...row, releaseOn: today, since: londonInstant(today, '00:00') }))
}

async function lateReferrals(trx: Transaction<DB>, now: Date): Promise<Late[]> {
  const rows = await trx
    .selectFrom('referral')
    .select(['id as referralId', 'serviceId', 'state', 'dueAt'])
    .select(['referrerOrganisationId', 'providerOrganisationId'])
    .where('state', 'in', CHASED_STATES)
    .where('dueAt', '<', now)
    .orderBy('dueAt')
    .execute()
  return rows.flatMap(({ dueAt, ...row }) => (dueAt === null ? [] : [{ ...row, dueAt }]))
}

async function isNew(
  trx: Transaction<DB>,
  { referralId, dueAt }: Pick<Late, 'referralId' | 'dueAt'>,
  step: LateStep | (typeof RING_STEPS)[keyof typeof RING_STEPS],
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

async function owe(trx: Transaction<DB>, late: Late, step: LateStep, now: Date): Promise<{ id: string }[]> {
  const people = step === 'escalated' ? await administrators(trx) : await whoActs(trx, late)
  const side = actsNext(referralState(late.state)) ?? 'provider'
  const about =
    step === 'escalated'
      ? { template: LATE_MESSAGES.region.name, serviceId: late.serviceId }
      : { template: LATE_MESSAGES[side].name, referralId: late.referralId }
  return oweTo(
    trx,
    people.map(personId => ({ personId })),
    about,
    now,
  )
}

async function oweTo(
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

/** The managers of the provider, all of its people where it has none; or the whole referring team. */
async function whoActs(trx: Transaction<DB>, late: Late): Promise<string[]> {
  if (actsNext(referralState(late.state)) === 'referrer')
    return ids(await members(trx, late.referrerOrganisationId, ['officer']))
  const team = await members(trx, late.providerOrganisationId, PROVIDER_ROLES)
  const managers = team.filter(({ role }) => role === 'provider_manager')
  return ids(managers.length > 0 ? managers : team)
}

async function administrators(trx: Transaction<DB>): Promise<string[]> {
  const rows = await trx
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
  return rows.map(({ personId }) => personId)
}
