import { sql, type Transaction } from 'kysely'
import type { DB } from '@db/schema'
import { asWorker } from '@db/viewer-transaction'
import type { DomainContext } from '../context'
import { LATE_MESSAGES } from '../referral/late-steps'
import { statesAt } from '../referral/states'
import { addDays, type Day, londonDay } from '../time/calendar'
import { askedFrom, askedLast, endlessAskedLast, escalatesFrom } from '../referral/stay/overdue'
import { providerTold, regionTold, tellOnce } from './late-told.server'

interface Overdue {
  referralId: string
  serviceId: string
  organisationId: string
  since: Day
  /** null where no day is said. */
  expectedOn: Day | null
  /** It was to go on in another room on that day. */
  isToMove: boolean
}

/**
 * Owes a message for each stay by a referral that should have ended by the day that was expected, and whose departure nobody has recorded, or
 * was to go on in another room by a move that nobody has: to the managers of the provider some working days after it and again each week, and once, a working day after the first, to the region's
 * administrators; of one with no day said, some weeks after the arrival, and again. As long as it goes on the case is kept. Once each, whatever is run twice. @returns how many messages were owed
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

async function oweFor(trx: Transaction<DB>, stay: Overdue, now: Date): Promise<{ id: string }[]> {
  const { referralId, organisationId, expectedOn } = stay
  const last = expectedOn === null ? endlessAskedLast(stay.since, now) : askedLast(expectedOn, now)
  if (last === null) return []
  const template = expectedOn === null ? LATE_MESSAGES.stayEndless.name : messagesOf(stay).provider.name
  const step = { referralId, dueAt: last, step: 'late' } as const
  const to = () => providerTold(trx, organisationId, now)
  const asked = await tellOnce(trx, { step, to, about: { template, referralId } }, now)
  return [...asked, ...(expectedOn === null ? [] : await escalated(trx, { ...stay, expectedOn }, now))]
}

/** Where no day is said nothing is late: the provider alone is asked. */
async function escalated(
  trx: Transaction<DB>,
  stay: Overdue & { expectedOn: Day },
  now: Date,
): Promise<{ id: string }[]> {
  const { referralId, serviceId, expectedOn } = stay
  if (now <= escalatesFrom(expectedOn)) return []
  const step = { referralId, dueAt: askedFrom(expectedOn), step: 'escalated' } as const
  const to = () => regionTold(trx, now)
  return tellOnce(trx, { step, to, about: { template: messagesOf(stay).region.name, serviceId } }, now)
}

function messagesOf({ isToMove }: Pick<Overdue, 'isToMove'>) {
  return isToMove ? OF_MOVES : OF_STAYS
}

async function overdueStays(trx: Transaction<DB>, now: Date): Promise<Overdue[]> {
  const rows = await trx
    .selectFrom('referral')
    .innerJoin('placement', 'placement.referralId', 'referral.id')
    .innerJoin('bedspaceClaim as claim', 'claim.id', 'placement.claimId')
    .select(['referral.id as referralId', 'referral.serviceId', 'claim.expectedUntil'])
    .select('referral.providerOrganisationId as organisationId')
    .select(sql<boolean>`claim.moved_to is not null and claim.leaving_sure`.as('isToMove'))
    .select('placement.arrivedOn as since')
    .where('referral.state', 'in', statesAt('stay'))
    .where('claim.active', '=', true)
    .where(either =>
      either.or([
        either('claim.expectedUntil', '<', addDays(londonDay(now), -1)),
        either('claim.expectedUntil', 'is', null),
      ]),
    )
    .orderBy('referral.id')
    .execute()
  return rows.map(({ expectedUntil, ...row }) => ({ ...row, expectedOn: expectedUntil }))
}
