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
import { providerTold, referrerTold, regionTold, tellOnce } from './late-told.server'

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
      if (ring === null) continue
      const { referralId } = out
      const step = { referralId, dueAt: out.since, step: RING_STEPS[ring] }
      const to = () => referrerTold(trx, out.referrerOrganisationId, now)
      const about = { template: RING_MESSAGES[ring].name, referralId }
      const messages = await tellOnce(trx, { step, to, about }, now)
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
  const { referralId, serviceId, dueAt } = late
  const side = actsNext(referralState(late.state)) ?? 'provider'
  const to = () => (step === 'escalated' ? regionTold(trx, now) : sideTold(trx, late, side, now))
  const about =
    step === 'escalated'
      ? { template: LATE_MESSAGES.region.name, serviceId }
      : { template: LATE_MESSAGES[side].name, referralId }
  return tellOnce(trx, { step: { referralId, dueAt, step }, to, about }, now)
}

function sideTold(trx: Transaction<DB>, late: Late, side: 'provider' | 'referrer', now: Date) {
  return side === 'referrer'
    ? referrerTold(trx, late.referrerOrganisationId, now)
    : providerTold(trx, late.providerOrganisationId, now)
}
