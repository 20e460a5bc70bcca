import { sql, type Transaction } from 'kysely'
import { newId } from '@db/id'
import type { DB } from '@db/schema'
import { asWorker } from '@db/viewer-transaction'
import type { DomainContext } from '../context'
import { freshness } from '../vacancy/freshness/freshness'
import { StaffedHours } from '../vacancy/freshness/staffed-time'
import { areVacanciesDue, expiryOf, type LinkKind, policyReminder } from './reminder'
import { REMINDER_MESSAGES } from './reminder-messages'

interface Due {
  serviceId: string
  organisationId: string
  kind: LinkKind
  /** When what is asked about was last verified or confirmed. */
  aboutAt: Date
  /** Of the policy, as it is while this is sent. */
  aboutVersion: number | null
}

/** Who answers for a service. */
const KEEPERS = ['provider_manager', 'council_officer']

/**
 * Owes the team and the managers of each service a link for what grows old: its policy at 60 days and at 80, its vacancies at four fifths of
 * their time; once each, whatever is run twice.
 * @returns how many messages were owed
 */
export async function oweReminders({ db, jobs, clock }: DomainContext, sendsMail: boolean): Promise<number> {
  const now = clock()
  return asWorker(db, async trx => {
    let owed = 0
    for (const due of [...(await policiesDue(trx, now)), ...(await vacanciesDue(trx, now))]) {
      const links = await newLinks(trx, due, now)
      for (const { id, personId } of links) {
        const messageId = newId()
        const template = REMINDER_MESSAGES[due.kind].name
        await trx
          .insertInto('message')
          .values({ id: messageId, personId, template, confirmationLinkId: id, createdAt: now })
          .execute()
        if (sendsMail) await jobs.enqueue(trx, 'send-email', { messageId })
      }
      owed += links.length
    }
    return owed
  })
}

async function policiesDue(trx: Transaction<DB>, now: Date): Promise<Due[]> {
  const rows = await open(trx)
    .innerJoin('servicePolicy as p', 'p.serviceId', 's.id')
    .select(['p.verifiedAt', 'p.version'])
    .where('p.verifiedAt', 'is not', null)
    // Nobody is asked whether a policy is still right that states nothing.
    .where(sql<boolean>`p.criteria - 'sexNote' <> '{}'`)
    .execute()
  return rows.flatMap(({ verifiedAt, version, ...row }) => {
    const kind = verifiedAt && policyReminder(verifiedAt, now)
    return kind ? [{ ...row, kind, aboutAt: verifiedAt, aboutVersion: version }] : []
  })
}

async function vacanciesDue(trx: Transaction<DB>, now: Date): Promise<Due[]> {
  const rows = await open(trx)
    .innerJoin('serviceVacancy as v', 'v.serviceId', 's.id')
    .select(['s.kind as serviceKind', 's.staffedHours', 'v.confirmedAt'])
    .where('v.confirmedAt', 'is not', null)
    .execute()
  return rows.flatMap(({ serviceKind, staffedHours, confirmedAt, ...row }) => {
    if (confirmedAt === null) return []
    const fresh = freshness(serviceKind, StaffedHours.parse(staffedHours), confirmedAt, now)
    return areVacanciesDue(confirmedAt, fresh, now)
      ? [{ ...row, kind: 'vacancies' as const, aboutAt: confirmedAt, aboutVersion: null }]
      : []
  })
}

/** Services that are in the directory and open. */
function open(trx: Transaction<DB>) {
  return trx
    .selectFrom('service as s')
    .select(['s.id as serviceId', 's.organisationId'])
    .where('s.archivedAt', 'is', null)
    .where('s.approvedAt', 'is not', null)
    .where('s.pausedAt', 'is', null)
    .orderBy('s.id')
}

/** A link to each of those who answer for it, and to the team's own address, that was not made before. */
async function newLinks(trx: Transaction<DB>, { organisationId, ...due }: Due, now: Date) {
  const people = await trx
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.personId')
    .select('membership.personId')
    .distinct()
    .where('organisationId', '=', organisationId)
    .where('role', 'in', KEEPERS)
    .where('endedAt', 'is', null)
    .where('person.disabledAt', 'is', null)
    .execute()
  const { teamEmail } = await trx
    .selectFrom('organisation')
    .select('teamEmail')
    .where('id', '=', organisationId)
    .executeTakeFirstOrThrow()
  const to: (string | null)[] = [...people.map(({ personId }) => personId), ...(teamEmail ? [null] : [])]
  if (to.length === 0) return []
  return trx
    .insertInto('confirmationLink')
    .values(
      to.map(personId => ({
        ...due,
        id: newId(),
        personId,
        createdAt: now,
        expiresAt: expiryOf(due.kind, now),
      })),
    )
    .onConflict(conflict => conflict.doNothing())
    .returning(['id', 'personId'])
    .execute()
}
