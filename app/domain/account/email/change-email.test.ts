import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '@db/id'
import type { SignedInViewer } from '@db/viewer'
import { asSignIn, asWorker } from '@db/viewer-transaction'
import { addAccount, TEST_PASSWORD } from '@tests/factories/account'
import { domainContext } from '@tests/factories/domain-context'
import { addOrganisation } from '@tests/factories/organisation'
import { createTestDatabase, type TestDatabase } from '@tests/support/database'
import { withAppFactor } from '@tests/support/sign-in'
import { accountSecrets } from '~/config/account-secrets'
import { sendMessage } from '../../notification/send-message.server'
import { oweEmailLetter } from '../../notification/tell-account.server'
import { accessKept } from '../../people/people-list.server'
import { askForEmail, changeEmailOf } from './change-email.server'
import { confirmEmail, emailChangeBehind } from './confirm-email.server'
import { ownChanges } from '../own-account.server'
import { renameFactor } from '../second-factor/change-factor.server'
import { resetFactorsByCommand } from '../second-factor/reset-by-command.server'
import { findSession, openSession } from '../session.server'
import { signLink } from '../signed-link.server'

const NOW = new Date('2027-02-01T09:00:00Z')
const secrets = accountSecrets(Buffer.alloc(32, 7))

let database: TestDatabase
let provider: string
let administrator: SignedInViewer
let made = 0

beforeAll(async () => {
  database = await createTestDatabase(NOW)
  provider = await addOrganisation(database.owner, { kind: 'provider', name: 'Brightwell Homes' })
  const region = await addOrganisation(database.owner, { kind: 'region' })
  administrator = await addAccount(database.owner, region, 'administrator', 'admin@moves.example')
})
afterAll(() => database.drop())

const app = (now = NOW) => ({ ...domainContext(database, now), secrets })

async function somebody() {
  made += 1
  const email = `old${made}@moves.example`
  return { email, viewer: await addAccount(database.owner, provider, 'provider_worker', email) }
}

const ask = (viewer: SignedInViewer, email: string, password = TEST_PASSWORD) =>
  askForEmail(app(), viewer, { email, password, address: '192.0.2.1' })

function changesOf(viewer: SignedInViewer) {
  return database.owner
    .selectFrom('emailChange')
    .selectAll()
    .where('personId', '=', viewer.personId)
    .orderBy('askedAt')
    .execute()
}

async function openLink(viewer: SignedInViewer): Promise<string> {
  const open = (await changesOf(viewer)).find(each => each.usedAt === null && each.withdrawnAt === null)
  return signLink(secrets.link, 'email-change', open?.id ?? '')
}

async function emailOf({ personId }: SignedInViewer): Promise<string> {
  const { email } = await database.owner
    .selectFrom('person')
    .select('email')
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  return email
}

/** What the worker sends of one letter, its job run twice. */
async function sent(emailChangeId: string, template: string) {
  const id = newId()
  const letters: { to: string; subject: string; text: string }[] = []
  const mailer = {
    send: (letter: (typeof letters)[number]) => {
      letters.push(letter)
      return Promise.resolve('sent' as const)
    },
    close: () => undefined,
  }
  const settings = { publicOrigin: 'http://x', linkKey: secrets.link, clock: () => NOW }
  for (let time = 0; time < 2; time += 1) {
    await asWorker(database.worker, trx =>
      oweEmailLetter(trx, app().jobs, { id, emailChangeId, template }, { sendsMail: true, now: NOW }),
    )
    await sendMessage(database.worker, mailer, settings, id)
  }
  return letters.map(({ to, text }) => [to, text.split('\n\n').at(2)])
}

describe('an address that its owner changes', () => {
  it('holds once the link at the new one is opened, once, and what it was stays in the history', async () => {
    const { viewer, email } = await somebody()
    expect(await ask(viewer, 'new1@moves.example')).toEqual({ ok: true })
    expect(await emailOf(viewer)).toBe(email)
    const [change] = await changesOf(viewer)
    const token = await openLink(viewer)
    expect(await sent(change?.id ?? '', 'email_confirm')).toEqual([
      ['new1@moves.example', `http://x/confirm-email/${token}`],
    ])
    expect((await sent(change?.id ?? '', 'email_asked'))[0]?.[0]).toBe(email)
    expect(await emailChangeBehind(app(), token)).toEqual({
      standing: 'open',
      newEmail: 'new1@moves.example',
    })
    expect(await confirmEmail(app(), token)).toEqual({ ok: true })
    expect(await confirmEmail(app(), token)).toEqual({ ok: false, reason: 'used' })
    expect(await emailOf(viewer)).toBe('new1@moves.example')
    expect((await sent(change?.id ?? '', 'email_left'))[0]?.[0]).toBe(email)
    expect((await sent(change?.id ?? '', 'email_taken_up'))[0]?.[0]).toBe('new1@moves.example')
    expect(await sent(change?.id ?? '', 'email_confirm')).toEqual([])
    const [line] = await ownChanges(app(), viewer)
    expect([line?.what, line?.before, line?.after]).toEqual(['email', email, 'new1@moves.example'])
  })

  it('asks for the password, and for an address that is nobody’s and not theirs', async () => {
    const { viewer, email } = await somebody()
    expect(await ask(viewer, 'x@moves.example', 'not the password')).toEqual({ ok: false, reason: 'wrong' })
    expect(await ask(viewer, email.toUpperCase())).toEqual({ ok: false, reason: 'same' })
    expect(await ask(viewer, 'ADMIN@moves.example')).toEqual({ ok: false, reason: 'taken' })
    expect(await changesOf(viewer)).toEqual([])
  })

  it('is changed by the latest link alone, within a day, and to no address that was taken meanwhile', async () => {
    const { viewer } = await somebody()
    await ask(viewer, 'first@moves.example')
    const first = await openLink(viewer)
    await ask(viewer, 'second@moves.example')
    const second = await openLink(viewer)
    expect(await confirmEmail(app(), first)).toEqual({ ok: false, reason: 'used' })
    const late = app(new Date('2027-02-02T09:00:00Z'))
    expect(await confirmEmail(late, second)).toEqual({ ok: false, reason: 'expired' })
    await addAccount(database.owner, provider, 'provider_worker', 'second@moves.example')
    expect(await confirmEmail(app(), second)).toEqual({ ok: false, reason: 'taken' })
    expect(await confirmEmail(app(), 'x')).toEqual({ ok: false, reason: 'not_found' })
  })
})

describe('an address that waits to be confirmed', () => {
  it.each([
    ['chooses another password', { passwordHash: 'another' }],
    ['is disabled', { disabledAt: NOW }],
  ])('is given up once its person %s: somebody who knew the old one may have asked', async (_, set) => {
    const { viewer, email } = await somebody()
    await ask(viewer, `asked-${made}@moves.example`)
    const link = await openLink(viewer)
    await database.owner.updateTable('person').set(set).where('id', '=', viewer.personId).execute()
    expect((await confirmEmail(app(), link)).ok).toBe(false)
    expect(await emailOf(viewer)).toBe(email)
  })

  it('is nobody’s once their access has ended', async () => {
    const { viewer } = await somebody()
    await ask(viewer, `asked-${made}@moves.example`)
    const link = await openLink(viewer)
    await database.owner
      .updateTable('membership')
      .set({ endedAt: NOW })
      .where('personId', '=', viewer.personId)
      .execute()
    expect(await confirmEmail(app(), link)).toEqual({ ok: false, reason: 'not_found' })
  })
})

describe('an address that an administrator changes', () => {
  it('holds at once, signs them out, voids what was sent to the old one, and is audited', async () => {
    const { viewer, email } = await somebody()
    const { personId, membershipId } = viewer
    const { token } = await asSignIn(database.app, trx =>
      openSession(trx, { membershipId, browser: 'firefox', secondFactor: 'given' }, NOW),
    )
    await database.owner
      .insertInto('passwordReset')
      .values({ id: newId(), personId, askedAt: NOW, expiresAt: new Date('2027-02-01T10:00:00Z') })
      .execute()
    const change = { personId, was: email, email: 'found@moves.example' }
    expect(await changeEmailOf(app(), administrator, change)).toEqual({ ok: true })
    expect(await changeEmailOf(app(), administrator, change)).toEqual({ ok: false, reason: 'stale' })
    expect((await findSession(database.app, token, NOW)).kind).toBe('ended')
    const unused = await database.owner
      .selectFrom('passwordReset')
      .select('id')
      .where('personId', '=', personId)
      .where('usedAt', 'is', null)
      .execute()
    expect(unused).toEqual([])
    const kept = await accessKept(database.app, administrator, membershipId)
    expect(kept?.changes[0]).toMatchObject({
      ...{ what: 'email', before: email, after: 'found@moves.example' },
      by: 'Person at admin@moves.example',
    })
    const entry = await database.owner
      .selectFrom('auditEntry')
      .select(['personId', 'subjectId'])
      .where('action', '=', 'person.email')
      .where('subjectId', '=', personId)
      .executeTakeFirst()
    expect(entry).toEqual({ personId: administrator.personId, subjectId: personId })
  })
})

describe('a second factor', () => {
  it('that gets another name keeps the one before in the history', async () => {
    const { viewer } = await somebody()
    const id = await withAppFactor(database.owner, viewer.personId, 'My phone')
    expect(await renameFactor(app(), viewer, id, 'My old phone')).toBe(true)
    const [line] = await ownChanges(app(), viewer)
    expect([line?.what, line?.before, line?.after]).toEqual(['factor', 'My phone', 'My old phone'])
  })

  it('is taken away from the command line, which ends the sessions and is audited', async () => {
    const { viewer, email } = await somebody()
    await withAppFactor(database.owner, viewer.personId)
    const { membershipId } = viewer
    const { token } = await asSignIn(database.app, trx =>
      openSession(trx, { membershipId, browser: 'firefox', secondFactor: 'given' }, NOW),
    )
    expect(await resetFactorsByCommand(database.owner, email, NOW)).toBe(`Person at ${email}`)
    const left = await database.owner
      .selectFrom('secondFactor')
      .select('id')
      .where('personId', '=', viewer.personId)
      .execute()
    expect(left).toEqual([])
    expect((await findSession(database.app, token, NOW)).kind).toBe('ended')
    const audited = await database.owner
      .selectFrom('auditEntry')
      .select('subjectId')
      .where('action', '=', 'second-factor.reset-by-command')
      .execute()
    expect(audited).toEqual([{ subjectId: viewer.personId }])
    await expect(resetFactorsByCommand(database.owner, 'nobody@moves.example', NOW)).rejects.toThrow(
      'Nobody here signs in with nobody@moves.example.',
    )
  })
})
