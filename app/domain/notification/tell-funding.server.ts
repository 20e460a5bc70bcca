import type { Transaction } from 'kysely'
import { newId } from '@db/id'
import type { DB } from '@db/schema'
import { asWorker } from '@db/viewer-transaction'
import { PROVIDER_ROLES } from '../account/account'
import type { DomainContext } from '../context'
import { FUNDING_MESSAGES } from '../family-programmes/funding-messages'
import { fundingAlert } from '../programme/funding-end'
import { type Day, londonDay } from '../time/calendar'

interface Ending {
  serviceId: string
  organisationId: string
  fundingEndsOn: Day
  alert: keyof typeof FUNDING_MESSAGES
}

/**
 * Owes the provider, the commissioners and the editors a message for each programme whose funding ends within 180 and, again, within 90
 * days; once each, whatever is run twice. A programme first seen within 90 days is told of that alone.
 * @returns how many messages were owed
 */
export async function tellFunding({ db, jobs, clock }: DomainContext, sendsMail: boolean): Promise<number> {
  const now = clock()
  return asWorker(db, async trx => {
    let owed = 0
    for (const ending of await endings(trx, londonDay(now))) {
      if (!(await isNew(trx, ending, now))) continue
      const messages = await owe(trx, ending, now)
      if (sendsMail) for (const { id } of messages) await jobs.enqueue(trx, 'send-email', { messageId: id })
      owed += messages.length
    }
    return owed
  })
}

async function endings(trx: Transaction<DB>, today: Day): Promise<Ending[]> {
  const rows = await trx
    .selectFrom('programme')
    .innerJoin('service', 'service.id', 'programme.serviceId')
    .select(['serviceId', 'organisationId', 'fundingEndsOn'])
    .where('archivedAt', 'is', null)
    .where('fundingEndsOn', '>=', today)
    .orderBy('serviceId')
    .execute()
  return rows.flatMap(({ fundingEndsOn, ...row }) => {
    const alert = fundingAlert(fundingEndsOn, today)
    return fundingEndsOn === null || alert === null || alert === 'ended'
      ? []
      : [{ ...row, fundingEndsOn, alert }]
  })
}

async function isNew(trx: Transaction<DB>, { serviceId, fundingEndsOn, alert }: Ending, now: Date) {
  const told = await trx
    .insertInto('fundingTold')
    .values({ serviceId, fundingEndsOn, alert, toldAt: now })
    .onConflict(conflict => conflict.doNothing())
    .returning('serviceId')
    .executeTakeFirst()
  return told !== undefined
}

async function owe(trx: Transaction<DB>, { serviceId, organisationId, alert }: Ending, now: Date) {
  const people = await trx
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.personId')
    .select('membership.personId')
    .distinct()
    .where('endedAt', 'is', null)
    .where('person.disabledAt', 'is', null)
    .where(each =>
      each.or([
        each('role', 'in', ['commissioner', 'editor']),
        each.and([each('organisationId', '=', organisationId), each('role', 'in', PROVIDER_ROLES)]),
      ]),
    )
    .execute()
  if (people.length === 0) return []
  const template = FUNDING_MESSAGES[alert].name
  return trx
    .insertInto('message')
    .values(people.map(({ personId }) => ({ id: newId(), personId, template, serviceId, createdAt: now })))
    .returning('id')
    .execute()
}
