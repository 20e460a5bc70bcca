import { sql, type Transaction } from 'kysely'
import type { DB } from '@db/schema'
import { asWorker } from '@db/viewer-transaction'
import type { DomainContext } from '../context'
import { LATE_MESSAGES } from '../referral/late-steps'
import { statesAt } from '../referral/states'
import { addDays, type Day, londonDay } from '../time/calendar'
import { askedFrom, askedLast, escalatesFrom } from '../referral/stay/overdue'
import { providerTold, regionTold, tellOnce } from './late-told.server'

interface Overdue {
  referralId: string
  serviceId: string
  organisationId: string
  expectedOn: Day
  /** It was to go on in another room on that day. */
  isToMove: boolean
}

/**
 * Owes a message for each stay by a referral that should have ended by the day that was expected, and whose departure nobody has recorded, or
 * was to go on in another room by a move that nobody has: to the managers of the provider some working days after it and again each week, and once, a working day after the first, to the region's
 * administrators. As long as it goes on the case is kept. Once each, whatever is run twice. @returns how many messages were owed
 */
export async function tellOverdueStays(
  { db, jobs, clock }: DomainContext,
  sendsMail: boolean,
): Promise<number> {
  const now = clock()
  return asWorker(db, async trx => {
    let owed = 0
    for (const stay of await overdueStays(trx, now)) {
      const messages = await oweFor(trx, stay, now)
      if (sendsMail) for (const { id } of messages) await jobs.enqueue(trx, 'send-email', { messageId: id })
      owed += messages.length
    }
    return owed
  })
}

const OF_STAYS = { provider: LATE_MESSAGES.stay, region: LATE_MESSAGES.stayRegion }
const OF_MOVES = { provider: LATE_MESSAGES.move, region: LATE_MESSAGES.moveRegion }

async function oweFor(
  trx: Transaction<DB>,
  { referralId, serviceId, organisationId, expectedOn, isToMove }: Overdue,
  now: Date,
): Promise<{ id: string }[]> {
  const owed: { id: string }[] = []
  const { provider, region } = isToMove ? OF_MOVES : OF_STAYS
  const last = askedLast(expectedOn, now)
  if (last !== null) {
    const step = { referralId, dueAt: last, step: 'late' } as const
    const to = () => providerTold(trx, organisationId, now)
    owed.push(...(await tellOnce(trx, { step, to, about: { template: provider.name, referralId } }, now)))
  }
  if (now > escalatesFrom(expectedOn)) {
    const step = { referralId, dueAt: askedFrom(expectedOn), step: 'escalated' } as const
    const to = () => regionTold(trx, now)
    owed.push(...(await tellOnce(trx, { step, to, about: { template: region.name, serviceId } }, now)))
  }
  return owed
}

async function overdueStays(trx: Transaction<DB>, now: Date): Promise<Overdue[]> {
  const rows = await trx
    .selectFrom('referral')
    .innerJoin('placement', 'placement.referralId', 'referral.id')
    .innerJoin('bedspaceClaim as claim', 'claim.id', 'placement.claimId')
    .select(['referral.id as referralId', 'referral.serviceId', 'claim.expectedUntil'])
    .select('referral.providerOrganisationId as organisationId')
    .select(sql<boolean>`claim.moved_to is not null and claim.leaving_sure`.as('isToMove'))
    .where('referral.state', 'in', statesAt('stay'))
    .where('claim.active', '=', true)
    .where('claim.expectedUntil', '<', addDays(londonDay(now), -1))
    .orderBy('referral.id')
    .execute()
  return rows.flatMap(({ expectedUntil, ...row }) =>
    expectedUntil === null ? [] : [{ ...row, expectedOn: expectedUntil }],
  )
}
