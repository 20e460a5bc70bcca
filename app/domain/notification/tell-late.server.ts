import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import { asWorker } from '@db/viewer-transaction'
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
import { administrators, isTheFirst, managersElseTeam, oweTo } from './late-told.server'
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
        if (!(await isTheFirst(trx, { ...late, step }, now))) continue
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
      if (
        ring === null ||
        !(await isTheFirst(trx, { ...out, dueAt: out.since, step: RING_STEPS[ring] }, now))
      )
        continue
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

async function owe(trx: Transaction<DB>, late: Late, step: LateStep, now: Date): Promise<{ id: string }[]> {
  const people = step === 'escalated' ? await administrators(trx) : await whoActs(trx, late)
  const side = actsNext(referralState(late.state)) ?? 'provider'
  const about =
    step === 'escalated'
      ? { template: LATE_MESSAGES.region.name, serviceId: late.serviceId }
      : { template: LATE_MESSAGES[side].name, referralId: late.referralId }
  return oweTo(trx, people, about, now)
}

/** The managers of the provider, all of its people where it has none; or the whole referring team. */
async function whoActs(trx: Transaction<DB>, late: Late): Promise<{ personId: string }[]> {
  if (actsNext(referralState(late.state)) === 'referrer')
    return ids(await members(trx, late.referrerOrganisationId, ['officer'])).map(personId => ({ personId }))
  return managersElseTeam(trx, late.providerOrganisationId)
}
