import type { Kysely } from 'kysely'
import type { Logger } from 'pino'
import type { JobName } from '@db/jobs'
import type { DB } from '@db/schema'
import { playedServiceIds } from '@db/seeds/demonstration/confirmations'
import { asWorker } from '@db/viewer-transaction'
import type { DomainContext } from '~/domain/context'
import { markNames } from '~/domain/case/find/mark-names.server'
import { oweMessages } from '~/domain/notification/notify.server'
import { sendMessage } from '~/domain/notification/send-message.server'
import { tellFunding } from '~/domain/notification/tell-funding.server'
import { tellPerson } from '~/domain/notification/tell-person.server'
import {
  oweDecision,
  oweEmailLetter,
  oweInvitation,
  oweReset,
} from '~/domain/notification/tell-account.server'
import { tellLate, tellToRing } from '~/domain/notification/tell-late.server'
import { tellOtherStays } from '~/domain/notification/tell-other-stays.server'
import { tellOverdueStays } from '~/domain/notification/tell-overdue-stays.server'
import { tellReview } from '~/domain/notification/tell-review.server'
import { isKeeperNews } from '~/domain/record-change/keeper-messages'
import { tellEntryNote } from '~/domain/notification/tell-entry-note.server'
import { tellNomination } from '~/domain/notification/tell-nomination.server'
import { policiesWritten } from '~/domain/referral/changes/decide-again.server'
import { staysNotGone } from '~/domain/referral/events/stay-goes-on/stays-not-gone.server'
import { expireOffers } from '~/domain/referral/events/expire/expire-offers.server'
import { oweReminders } from '~/domain/reminder/owe-reminders.server'
import { keepSupplyReading } from '~/domain/supply/reading.server'
import { drawEpisodes } from '~/domain/unmet-need/drawing/draw-episodes.server'
import { matchWomen } from '~/domain/unmet-need/own-match/match-women.server'
import { drawParents } from '~/domain/unmet-need/drawing/draw-parents.server'
import { retain } from '~/domain/retention/retain.server'
import { publishDue } from '~/domain/unmet-need/publishing/publish-due.server'
import { confirmAsProviders } from '~/domain/vacancy/freshness/confirm-as-providers.server'
import { retireDue } from '~/domain/vacancy/rooms/close-room.server'
import type { Mailer } from '~/email/mailer'
import type { AppConfig } from '~/config/config'
import { tidy } from './tidy'

/** Does one job. `data` holds ids; it reads what is true now, and may run twice. */
export type Handler = (data: Record<string, string>) => Promise<void>

interface Work {
  handle: Handler
  /** When the timetable puts one in, London time; null where only events do. */
  cron: string | null
  /** Done once when the worker starts, too: the time it was away may have been long. */
  atStart?: boolean
}

export interface WorkerParts {
  /** Its `db` is the worker's pool. */
  app: DomainContext
  config: Pick<AppConfig, 'publicOrigin' | 'demonstration'>
  /** Signs the links that are sent. */
  linkKey: Buffer
  /** Null where no mail is sent: messages are kept and shown in the service. */
  mailer: Mailer | null
  /** Compares Meilisearch with the database; null without one. */
  reconcile: (() => Promise<void>) | null
  log: Logger
}

/** Every job the worker takes, and when. */
export function handlersFor(parts: WorkerParts): [JobName, Work][] {
  const { app, config, reconcile } = parts
  return [
    ['notify', { cron: null, handle: data => notify(parts, data) }],
    ['send-email', { cron: null, handle: data => sendEmail(parts, data.messageId) }],
    ['expire-offers', { cron: '* * * * *', handle: async () => void (await expireOffers(app)) }],
    ['stays-not-gone', { cron: '*/5 * * * *', handle: async () => void (await staysNotGone(app)) }],
    [
      'close-rooms',
      { cron: '2 0 * * *', atStart: true, handle: async () => void (await retireDue(app.db, app.clock())) },
    ],
    ['policies-written', { cron: '* * * * *', handle: () => decideAgain(parts) }],
    // Before people come to work.
    ['tell-funding', { cron: '7 6 * * *', atStart: true, handle: () => fundingThatEnds(parts) }],
    ['tell-late', { cron: '*/10 * * * *', handle: () => stepsThatAreLate(parts) }],
    // In the hours in which somebody reads it.
    ['remind', { cron: '11 8-17 * * *', atStart: true, handle: () => remind(parts) }],
    ['tidy', { cron: '17 * * * *', handle: () => tidy(app.db, app.clock()) }],
    // As the night begins, and again where the worker was away then: a night that passed cannot be read later.
    [
      'read-supply',
      { cron: '5 0 * * *', atStart: true, handle: () => keepSupplyReading(app.db, app.clock()) },
    ],
    // Before the night's episodes are drawn with what it finds, and again where the worker was away then.
    ['own-match', { cron: '35 0 * * *', atStart: true, handle: () => matchForWomen(parts) }],
    // After the night's checks were due, and before figures are worked out from it.
    [
      'draw-episodes',
      {
        cron: '23 1 * * *',
        atStart: true,
        handle: () => drawAll(app.db, app.clock()),
      },
    ],
    // After the night's episodes are drawn: of what goes, they are what figures are counted from.
    ['retain', { cron: '50 2 * * *', handle: () => deleteWhatIsOver(parts) }],
    // Names kept before there were marks; every other is marked as it is written.
    ['mark-names', { cron: null, atStart: true, handle: () => markKeptNames(parts) }],
    [
      'reconcile',
      { cron: reconcile ? '41 3 * * *' : null, handle: () => reconcile?.() ?? Promise.resolve() },
    ],
    ['publish-figures', { cron: '23 4 * * *', handle: () => publishFigures(parts) }],
    [
      'demo-confirm',
      {
        cron: config.demonstration ? '*/10 * * * *' : null,
        atStart: config.demonstration,
        handle: () => playProviders(app.db, config.demonstration, app.clock()),
      },
    ],
  ]
}

async function drawAll(workerDb: Kysely<DB>, now: Date): Promise<void> {
  await drawEpisodes(workerDb, now)
  await drawParents(workerDb, now)
}

async function decideAgain({ app, log }: WorkerParts): Promise<void> {
  await policiesWritten(app, (error, referralId) =>
    log.error({ err: error, referralId }, 'a referral could not be decided again'),
  )
}

async function matchForWomen({ app, log }: WorkerParts): Promise<void> {
  await matchWomen(app, (error, caseId) =>
    log.error({ err: error, caseId }, 'nothing could be looked for, for a case'),
  )
}

async function markKeptNames({ app, log }: WorkerParts): Promise<void> {
  await markNames(app, (error, caseId) => log.error({ err: error, caseId }, 'a name could not be marked'))
}

async function deleteWhatIsOver({ app, log }: WorkerParts): Promise<void> {
  const deleted = await retain(app, (error, caseId) =>
    log.error({ err: error, caseId }, 'a case could not be deleted'),
  )
  if (Object.values(deleted).some(many => many > 0))
    log.info(deleted, 'What was kept long enough was deleted')
}

async function publishFigures({ app, log }: WorkerParts): Promise<void> {
  const published = await publishDue(app.db, app.clock())
  for (const { period, version, leftOut } of published)
    log.info({ period: period.code, version, leftOut }, 'Figures were published')
}

async function fundingThatEnds({ app, mailer }: WorkerParts): Promise<void> {
  await tellFunding(app, mailer !== null)
}

async function stepsThatAreLate({ app, mailer }: WorkerParts): Promise<void> {
  await tellLate(app, mailer !== null)
  await tellToRing(app, mailer !== null)
  await tellOverdueStays(app, mailer !== null)
  await tellOtherStays(app, mailer !== null)
}

async function remind({ app, mailer }: WorkerParts): Promise<void> {
  await oweReminders(app, mailer !== null)
}

async function notify(
  { app, mailer }: WorkerParts,
  {
    historyId,
    nominationStepId,
    takenBack,
    invitationId,
    passwordResetId,
    entryNoteId,
    ...told
  }: Record<string, string>,
): Promise<void> {
  const sendsMail = mailer !== null
  const owing = { sendsMail, now: app.clock() }
  if (invitationId) await asWorker(app.db, trx => oweInvitation(trx, app.jobs, invitationId, owing))
  if (passwordResetId) await asWorker(app.db, trx => oweReset(trx, app.jobs, passwordResetId, owing))
  if (nominationStepId) {
    const telling = { stepId: nominationStepId, isTakenBack: takenBack !== undefined, sendsMail }
    await asWorker(app.db, trx => tellNomination(trx, app.jobs, telling))
  }
  if (entryNoteId) {
    const telling = {
      noteId: entryNoteId,
      told: told.told === 'answer' ? 'answer' : 'note',
      sendsMail,
    } as const
    await asWorker(app.db, trx => tellEntryNote(trx, app.jobs, telling))
  }
  const { messageId, personId, template, applicationId, emailChangeId } = told
  const { reviewedId: serviceId, decision = '', decidedAt = '' } = told
  if (serviceId && isKeeperNews(decision)) {
    const review = { serviceId, decision, decidedAt: new Date(decidedAt), sendsMail }
    await asWorker(app.db, trx => tellReview(trx, app.jobs, review))
  }
  if (messageId && emailChangeId && template) {
    const letter = { id: messageId, emailChangeId, template }
    await asWorker(app.db, trx => oweEmailLetter(trx, app.jobs, letter, owing))
  }
  if (messageId && applicationId)
    await asWorker(app.db, trx => oweDecision(trx, app.jobs, { id: messageId, applicationId }, owing))
  if (messageId && personId && template) {
    const message = { id: messageId, personId, template, createdAt: app.clock() }
    await asWorker(app.db, trx => tellPerson(trx, app.jobs, message, sendsMail))
  }
  if (!historyId) return
  const notice = { historyId, ...owing }
  await asWorker(app.db, trx => oweMessages(trx, app.jobs, notice))
}

async function sendEmail(
  { app, config, linkKey, mailer, log }: WorkerParts,
  messageId: string | undefined,
): Promise<void> {
  if (!messageId || !mailer) return
  const { publicOrigin } = config
  const delivery = await sendMessage(app.db, mailer, { publicOrigin, linkKey, clock: app.clock }, messageId)
  if (delivery === 'refused') log.warn({ messageId }, 'the mail server refused a message for good')
}

async function playProviders(workerDb: Kysely<DB>, isDemonstration: boolean, now: Date): Promise<void> {
  if (isDemonstration) await confirmAsProviders(workerDb, playedServiceIds(), now)
}
