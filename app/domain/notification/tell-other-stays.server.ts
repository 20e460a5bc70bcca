import { sql, type Transaction } from 'kysely'
import type { DB } from '@db/schema'
import { asWorker } from '@db/viewer-transaction'
import type { DomainContext } from '../context'
import { LATE_MESSAGES } from '../referral/late-steps'
import { askedLast, endlessAskedLast } from '../referral/stay/overdue'
import type { Day } from '../time/calendar'
import { toMoveInto } from '../vacancy/claims/planned-move.server'
import { oweTo, providerTold } from './late-told.server'

/** So long at least lies between two messages about one service. */
const WEEK_MS = 7 * 86_400_000

const TEMPLATE = LATE_MESSAGES.otherStays.name

interface AskedService {
  serviceId: string
  organisationId: string
  /** When its provider was to be asked last, about whichever stay. */
  dueAt: Date
}

/**
 * Owes the managers of a provider, whoever acts for them, and the address of its team a message about each service where somebody stays by another route than a
 * referral and was expected to leave some days ago, or is there for weeks with no day said: once a week at most for all of its stays. It names
 * nobody and no room. Once each, whatever is run twice. @returns how many messages were owed
 */
export async function tellOtherStays(
  { db, jobs, clock }: DomainContext,
  sendsMail: boolean,
): Promise<number> {
  const now = clock()
  return asWorker(db, async trx => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${TEMPLATE}, 0))`.execute(trx)
    let owed = 0
    for (const { serviceId, organisationId, dueAt } of await askedServices(trx, now)) {
      if (!(await isDue(trx, { serviceId, dueAt }, now))) continue
      const to = await providerTold(trx, organisationId, now)
      const messages = await oweTo(trx, to, { template: TEMPLATE, serviceId }, now)
      if (sendsMail) for (const { id } of messages) await jobs.enqueue(trx, 'send-email', { messageId: id })
      owed += messages.length
    }
    return owed
  })
}

/** Whether nothing was owed about a service since it was to be asked, nor for a week. */
async function isDue(
  trx: Transaction<DB>,
  { serviceId, dueAt }: Pick<AskedService, 'serviceId' | 'dueAt'>,
  now: Date,
): Promise<boolean> {
  const last = await trx
    .selectFrom('message')
    .select('createdAt')
    .where('template', '=', TEMPLATE)
    .where('serviceId', '=', serviceId)
    .orderBy('createdAt', 'desc')
    .executeTakeFirst()
  if (!last) return true
  return last.createdAt < dueAt && now.getTime() - last.createdAt.getTime() >= WEEK_MS
}

async function askedServices(trx: Transaction<DB>, now: Date): Promise<AskedService[]> {
  const asked = new Map<string, AskedService>()
  for (const { since, expectedUntil, ...service } of await otherStays(trx)) {
    const dueAt = expectedUntil === null ? endlessAskedLast(since, now) : askedLast(expectedUntil, now)
    const before = asked.get(service.serviceId)
    if (dueAt !== null && (!before || before.dueAt < dueAt))
      asked.set(service.serviceId, { ...service, dueAt })
  }
  return [...asked.values()]
}

/** Whoever stays somewhere that is open, by no referral, and goes on there. */
async function otherStays(trx: Transaction<DB>) {
  return trx
    .selectFrom('bedspaceClaim as claim')
    .innerJoin('bedspace', 'bedspace.id', 'claim.bedspaceId')
    .innerJoin('service', 'service.id', 'bedspace.serviceId')
    .leftJoin('placement', 'placement.claimId', 'claim.id')
    .select(['bedspace.serviceId', 'service.organisationId', 'claim.expectedUntil'])
    .select(sql<Day>`lower(claim.claimed)`.as('since'))
    .where('placement.claimId', 'is', null)
    .where('service.archivedAt', 'is', null)
    .where('claim.kind', '=', 'occupied')
    .where('claim.active', '=', true)
    .where('claim.leftOn', 'is', null)
    .where(sql<boolean>`upper_inf(claim.claimed)`)
    .where(sql<boolean>`(claim.moved_to is null or claim.leaving_sure)`)
    .where(toMoveInto('claim'), 'is', null)
    .orderBy('bedspace.serviceId')
    .execute()
}
