import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import { asWorker } from '@db/viewer-transaction'
import { PROVIDER_ROLES } from '../account/account'
import type { DomainContext } from '../context'
import { FUNDING_MESSAGES } from '../family-programmes/funding-messages'
import { fundingAlert } from '../programme/funding-end'
import { type Day, londonDay } from '../time/calendar'
import { oweTo, type Recipient } from './late-told.server'
import { ids, members } from './members.server'
import { recipientsOf } from './recipients.server'

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
      const to = await toldOf(trx, ending, now)
      // Told once there is somebody to tell.
      if (to.length === 0 || !(await isNew(trx, ending, now))) continue
      const about = { template: FUNDING_MESSAGES[ending.alert].name, serviceId: ending.serviceId }
      const messages = await oweTo(trx, to, about, now)
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

/** Commissioners, editors, and the provider's people: those with whoever acts for them, and the address of their team. */
async function toldOf(trx: Transaction<DB>, { organisationId }: Ending, now: Date): Promise<Recipient[]> {
  const ofTheRegion = await trx
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.personId')
    .select('membership.personId')
    .distinct()
    .where('endedAt', 'is', null)
    .where('person.disabledAt', 'is', null)
    .where('role', 'in', ['commissioner', 'editor'])
    .execute()
  const team = ids(await members(trx, organisationId, PROVIDER_ROLES))
  const ofTheProvider = await recipientsOf(trx, team, { organisationId, today: londonDay(now) })
  const told = new Set(ofTheRegion.map(({ personId }) => personId))
  return [...ofTheRegion, ...ofTheProvider.filter(to => !('personId' in to) || !told.has(to.personId))]
}
