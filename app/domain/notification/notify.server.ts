import type { Transaction } from 'kysely'
import { newId } from '@db/id'
import type { JobQueue } from '@db/jobs'
import type { DB } from '@db/schema'
import { PROVIDER_ROLES } from '../account/account'
import { londonDay } from '../time/calendar'
import type { Notice } from '../referral/events/event-spec'
import { noticesFor } from '../referral/events/notices'
import { toldNow } from './hourly.server'
import { authorElseTeam, ids, members } from './members.server'
import { teamOf, withCover } from './recipients.server'

interface Owing {
  sendsMail: boolean
  now: Date
}

interface Happened {
  id: string
  event: string
  fromState: string | null
  toState: string
  /** What the history keeps of it, in codes. */
  reasons: string[]
  byPerson: string | null
  happenedAt: Date
  referralId: string
  createdBy: string
  assessorId: string | null
  state: string
  referrerOrganisationId: string
  providerOrganisationId: string
}

/**
 * Writes the messages owed for one event of a referral, in the worker's transaction, and puts in the sending of each where
 * mail is sent at all. Done twice, nobody is owed a second one. An event that is not there (rolled back) owes nothing.
 */
export async function oweMessages(
  trx: Transaction<DB>,
  jobs: JobQueue,
  notice: Owing & { historyId: string },
): Promise<number> {
  const happened = await findHappened(trx, notice.historyId)
  if (!happened) return 0
  let owed = 0
  for (const each of noticesFor(happened.event, happened.fromState, happened.toState, happened.reasons)) {
    owed += await oweTo(trx, jobs, happened, each, notice)
  }
  return owed
}

async function oweTo(
  trx: Transaction<DB>,
  jobs: JobQueue,
  happened: Happened,
  notice: Notice,
  { sendsMail, now }: Owing,
): Promise<number> {
  const organisationId =
    notice.to === 'provider' ? happened.providerOrganisationId : happened.referrerOrganisationId
  const owedTo = await peopleOn(trx, happened, notice)
  const covered = await withCover(trx, owedTo, { organisationId, today: londonDay(now) })
  const others = covered.filter(each => each !== happened.byPerson)
  const news = { ...happened, historyId: happened.id }
  const people = notice.hourly ? await toldNow(trx, jobs, news, notice, { people: others, now }) : others
  if (people.length === 0) return 0
  const team = await teamOf(trx, { organisationId })
  const messages = await trx
    .insertInto('message')
    .values(
      [...people.map(personId => ({ personId })), ...team].map(to => ({
        id: newId(),
        ...to,
        template: notice.message.name,
        referralId: happened.referralId,
        historyId: happened.id,
        createdAt: notice.hourly ? now : happened.happenedAt,
      })),
    )
    .onConflict(conflict => conflict.doNothing())
    .returning('id')
    .execute()
  if (sendsMail) {
    for (const { id } of messages) await jobs.enqueue(trx, 'send-email', { messageId: id })
  }
  return messages.length
}

async function findHappened(trx: Transaction<DB>, historyId: string): Promise<Happened | undefined> {
  return (
    trx
      .selectFrom('referralHistory')
      .innerJoin('referral', 'referral.id', 'referralHistory.referralId')
      .leftJoin('referralChange', 'referralChange.historyId', 'referralHistory.id')
      .select(['referralHistory.id', 'event', 'fromState', 'toState', 'happenedAt', 'reasons'])
      .select('referralHistory.referralId')
      // A change is written by the system; who saved it knows of it.
      .select(each => each.fn.coalesce('byPerson', 'changedBy').as('byPerson'))
      .select([
        'referral.createdBy',
        'assessorId',
        'state',
        'referrerOrganisationId',
        'providerOrganisationId',
      ])
      .where('referralHistory.id', '=', historyId)
      .executeTakeFirst()
  )
}

/** The referrer is whoever wrote the referral, or her team where the notice says so or once she has left it; a provider its assessor and managers. */
async function peopleOn(trx: Transaction<DB>, happened: Happened, notice: Notice): Promise<string[]> {
  if (notice.to === 'provider') {
    const team = await members(trx, happened.providerOrganisationId, PROVIDER_ROLES)
    const { assessorId } = happened
    if (!team.some(({ personId }) => personId === assessorId)) return ids(team)
    const managers = notice.onlyAssessor ? [] : team.filter(({ role }) => role === 'provider_manager')
    return ids([...team.filter(({ personId }) => personId === assessorId), ...managers])
  }
  const team = await members(trx, happened.referrerOrganisationId, ['officer'])
  return ids(notice.wholeTeam ? team : authorElseTeam(team, happened.createdBy))
}
