import { randomBytes } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { escapeIdentifier } from 'pg'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createKeyRing } from '@db/encryption/key-ring'
import { createJobQueue } from '@db/jobs'
import { seedSmallWorld, type SmallWorld } from '@db/seeds/small'
import { asWorker } from '@db/viewer-transaction'
import { reviewEntry } from '~/domain/entry/review-entry.server'
import { messagesTo } from '~/domain/notification/message-queries.server'
import { oweMessages } from '~/domain/notification/notify.server'
import { sendMessage } from '~/domain/notification/send-message.server'
import { submitReferral } from '~/domain/referral/submit/submit-referral.server'
import { createMailer, type Mailer } from '~/email/mailer'
import { type MailServer, startMailServer } from '@tests/support/mail-server'
import { createTestDatabase, type TestDatabase } from '@tests/support/database'
import { createLog } from '~/server/log'
import { tidy } from './tidy'
import { type RunningWorker, startWorker } from './worker'

const NOW = new Date('2026-11-23T09:00:00Z')
const ORIGIN = 'https://throughgate.example'
const SHOWN = { publicOrigin: ORIGIN, linkKey: Buffer.alloc(32) }
const keys = createKeyRing(randomBytes(32))
const clock = () => NOW
const LINK_KEY = Buffer.alloc(32, 'link')
const WAIT = { timeout: 20_000, interval: 100 }

let database: TestDatabase
let world: SmallWorld
let mail: MailServer
let worker: RunningWorker
let referralId: string

beforeAll(async () => {
  database = await createTestDatabase(NOW)
  world = await seedSmallWorld(database.owner, keys, NOW)
  mail = await startMailServer()
  worker = await startWorker({
    workerDb: database.worker,
    workerUrl: database.urls.worker,
    keys,
    linkKey: LINK_KEY,
    reconcile: null,
    clock,
    log: createLog('silent'),
    config: {
      publicOrigin: ORIGIN,
      demonstration: false,
      mailFrom: 'Throughgate <no-reply@example.org>',
      smtpUrl: mail.url,
    },
  })
  referralId = await submit()
})
afterAll(async () => {
  await worker.stop()
  await mail.stop()
  await database.drop()
})

function lettersTo(email: string): number {
  return mail.received.filter(({ to }) => to[0] === email).length
}

async function submit(): Promise<string> {
  const app = { db: database.app, jobs: createJobQueue(), keys, clock }
  const decision = { outcome: 'eligible', answers: [], missing: [] } as const
  const input = { caseId: world.cases.woman, serviceId: world.services.womensHouse, agreed: true } as const
  const made = await submitReferral(
    app,
    world.viewers.lowNewtonOfficer,
    { ...input, agreedTier: 1, decision, justification: null },
    { key: crypto.randomUUID(), fingerprint: 'a referral' },
  )
  if (!made.ok) throw new Error(made.reason)
  return made.referralId
}

describe('the worker', () => {
  it('writes to the provider’s people, and to nobody else, that a referral has come', async () => {
    await vi.waitFor(() => expect(mail.received).toHaveLength(2), WAIT)
    expect(mail.received.flatMap(letter => letter.to).sort()).toEqual([
      world.emails.firstManager,
      world.emails.firstWorker,
    ])
    const [letter] = mail.received
    expect(letter?.raw).toContain('Subject: New referral R-20901')
    expect(letter?.raw.replaceAll('=\r\n', '')).toContain(`${ORIGIN}/referrals/${referralId}`)
  })

  it('says nothing of the person, the service or the prison', () => {
    const raw = mail.received.map(letter => letter.raw).join()
    expect(raw).not.toMatch(/Canary|Wagtail|Z9001AA|Larch|Low Newton|1990/)
  })

  it('shows the same words in the service to whom they were sent', async () => {
    const [message] = (await messagesTo(database.app, world.viewers.firstWorker, SHOWN)).messages
    expect(message?.subject).toBe('New referral R-20901')
    await vi.waitFor(async () => {
      const [sent] = (await messagesTo(database.app, world.viewers.firstWorker, SHOWN)).messages
      expect(sent?.sentAt).toEqual(NOW)
    }, WAIT)
    expect((await messagesTo(database.app, world.viewers.secondWorker, SHOWN)).messages).toEqual([])
  })

  it('owes nobody a second message for the same thing, however often it is worked out', async () => {
    const { id: historyId } = await database.owner
      .selectFrom('referralHistory')
      .select('id')
      .where('referralId', '=', referralId)
      .executeTakeFirstOrThrow()
    const again = () =>
      asWorker(database.worker, trx =>
        oweMessages(trx, createJobQueue(), { historyId, sendsMail: true, now: new Date() }),
      )
    expect([await again(), await again()]).toEqual([0, 0])
  })

  it('sends a message once, and keeps one it could not send until the mail server is back', async () => {
    const messageId = await oweOne(world.viewers.secondWorker.personId)
    const settings = { publicOrigin: ORIGIN, linkKey: LINK_KEY, clock }
    const nowhere = createMailer('smtp://127.0.0.1:1', 'no-reply@example.org')
    await expect(sendMessage(database.worker, nowhere, settings, messageId)).rejects.toThrow()
    const mailer = createMailer(mail.url, 'no-reply@example.org')
    expect(await sendMessage(database.worker, mailer, settings, messageId)).toBe('sent')
    expect(await sendMessage(database.worker, mailer, settings, messageId)).toBe('nothing_to_send')
    expect(mail.received.filter(({ to }) => to[0] === world.emails.secondWorker)).toHaveLength(1)
  })

  it('notes that a message went once the database is there again, and so sends it once', async () => {
    const email = world.emails.firstManager
    const messageId = await oweOne(world.viewers.firstManager.personId)
    const before = lettersTo(email)
    const real = createMailer(mail.url, 'no-reply@example.org')
    // Written as it is: sql.id would take it for a column's name in camel case.
    const name = sql.raw(escapeIdentifier(new URL(database.urls.owner).pathname.slice(1)))
    // Its pool loses what it has, and is let in again only after a while.
    let letInAgain: Promise<unknown> = Promise.resolve()
    const mailer: Mailer = {
      ...real,
      async send(letter) {
        const sent = await real.send(letter)
        await sql`alter database ${name} connection limit 0`.execute(database.owner)
        await sql`select pg_terminate_backend(pid) from pg_stat_activity
          where usename = current_user and datname = current_database()`
          .execute(database.worker)
          .catch(() => undefined)
        letInAgain = delay(1500).then(() =>
          sql`alter database ${name} connection limit -1`.execute(database.owner),
        )
        return sent
      },
    }
    const settings = { publicOrigin: ORIGIN, linkKey: LINK_KEY, clock }
    expect(await sendMessage(database.worker, mailer, settings, messageId)).toBe('sent')
    await letInAgain
    expect(await sendMessage(database.worker, real, settings, messageId)).toBe('nothing_to_send')
    expect(lettersTo(email) - before).toBe(1)
  })

  it('gives up a message the mail server refuses for good', async () => {
    const { personId } = world.viewers.secondManager
    await database.owner
      .updateTable('person')
      .set({ email: 'refused@example.org' })
      .where('id', '=', personId)
      .execute()
    const messageId = await oweOne(personId)
    const mailer = createMailer(mail.url, 'no-reply@example.org')
    const send = () =>
      sendMessage(database.worker, mailer, { publicOrigin: ORIGIN, linkKey: LINK_KEY, clock }, messageId)
    expect([await send(), await send()]).toEqual(['refused', 'nothing_to_send'])
  })

  it('puts what has done its service away, and nothing younger', async () => {
    const session = (hours: number) => ({
      id: crypto.randomUUID(),
      tokenHash: randomBytes(32),
      membershipId: world.viewers.editor.membershipId,
      createdAt: NOW,
      lastSeenAt: NOW,
      endsAt: new Date(NOW.getTime() - hours * 3_600_000),
    })
    await database.owner
      .insertInto('session')
      .values([session(25), session(23)])
      .execute()
    await tidy(database.worker, NOW)
    expect(await database.owner.selectFrom('session').select('id').execute()).toHaveLength(1)
  })

  it('deletes who applied, and what was sent to join or to change, a year after it was decided or is over', async () => {
    const { owner } = database
    const { personId } = world.viewers.editor
    const OLD = new Date('2025-11-22T09:00:00Z')
    const YOUNG = new Date('2025-11-24T09:00:00Z')
    const FIRST = new Date('2025-01-01T09:00:00Z')
    const each = (at: Date) => ({ id: crypto.randomUUID(), at, email: `${at.getTime()}@example.org` })
    const [old, young] = [each(OLD), each(YOUNG)]
    const { organisationId } = world.viewers.editor
    for (const { id, at, email } of [old, young]) {
      const applied = { name: 'Marl House', kind: 'provider', runs: 'A house', applicantName: 'Gail Plover' }
      const decided = { decision: 'refused', decidedAt: at, decidedBy: personId } as const
      await owner
        .insertInto('organisationApplication')
        .values({ id, ...applied, ...decided, applicantEmail: email, createdAt: FIRST })
        .execute()
      const corrected = { applicantName: 'Gail Plover-Siskin' }
      await owner.updateTable('organisationApplication').set(corrected).where('id', '=', id).execute()
      const invited = { email, organisationId, role: 'editor', invitedAt: FIRST }
      await owner
        .insertInto('invitation')
        .values({ id, ...invited, expiresAt: at })
        .execute()
      const changed = { personId, byPerson: personId, oldEmail: 'a@example.org', newEmail: email }
      await owner
        .insertInto('emailChange')
        .values({ id, ...changed, askedAt: FIRST, expiresAt: NOW, withdrawnAt: at })
        .execute()
      await owner.insertInto('passwordReset').values({ id, askedAt: FIRST, expiresAt: at }).execute()
      for (const of of ['applicationId', 'invitationId', 'emailChangeId'] as const)
        await owner
          .insertInto('message')
          .values({ id: crypto.randomUUID(), template: 'a letter', createdAt: FIRST, [of]: id })
          .execute()
    }
    const waits = { id: crypto.randomUUID(), name: 'Fell House', kind: 'provider', runs: 'A house' }
    await owner
      .insertInto('organisationApplication')
      .values({ ...waits, applicantName: 'Ann', applicantEmail: 'ann@example.org', createdAt: FIRST })
      .execute()
    await tidy(database.worker, NOW)
    const kept: string[] = [old.id, young.id, waits.id]
    const left = async (table: 'organisationApplication' | 'invitation' | 'emailChange' | 'passwordReset') =>
      (await owner.selectFrom(table).select('id').execute())
        .map(({ id }) => id)
        .filter(id => kept.includes(id))
    expect((await left('organisationApplication')).sort()).toEqual([young.id, waits.id].sort())
    for (const table of ['invitation', 'emailChange', 'passwordReset'] as const)
      expect([table, await left(table)]).toEqual([table, [young.id]])
    const history = await owner.selectFrom('recordChange').select('rowKey').execute()
    const rows = history.map(({ rowKey }) => rowKey).filter(key => kept.includes(key))
    expect(rows).toEqual([young.id])
    const letters = owner.selectFrom('message').select('id').where('template', '=', 'a letter').execute()
    expect(await letters).toHaveLength(3)
  })

  it('writes to whose entry it is that an editor sent it back', async () => {
    const { womensHouse: serviceId } = world.services
    const { version } = await database.owner
      .updateTable('service')
      .set({ approvedAt: null, submittedAt: NOW })
      .where('id', '=', serviceId)
      .returning('version')
      .executeTakeFirstOrThrow()
    const app = { db: database.app, jobs: createJobQueue(), keys, clock }
    const review = { decision: 'sent_back', words: 'Say who stays at night', through: 0 } as const
    const request = { key: crypto.randomUUID(), fingerprint: 'a review' }
    const done = await reviewEntry(app, world.viewers.editor, { serviceId, version, ...review }, request)
    expect(done.ok).toBe(true)
    const came = () => mail.received.filter(({ raw }) => raw.includes('came back from the editor'))
    await vi.waitFor(() => expect(came()).toHaveLength(2), WAIT)
    expect(
      came()
        .flatMap(letter => letter.to)
        .sort(),
    ).toEqual([world.emails.firstManager, world.emails.firstWorker])
    expect(
      came()
        .map(({ raw }) => raw)
        .join(),
    ).not.toContain('night')
  })
})

async function oweOne(personId: string): Promise<string> {
  const id = crypto.randomUUID()
  await database.owner
    .insertInto('message')
    .values({ id, personId, template: 'declined', referralId, createdAt: NOW })
    .execute()
  return id
}
