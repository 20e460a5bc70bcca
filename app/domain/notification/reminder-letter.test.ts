import { afterAll, beforeAll, expect, it } from 'vitest'
import { createMailer } from '~/email/mailer'
import { domainContext } from '@tests/factories/domain-context'
import { addAccount } from '@tests/factories/account'
import { addOrganisation } from '@tests/factories/organisation'
import { addService } from '@tests/factories/service'
import { createTestDatabase, type TestDatabase } from '@tests/support/database'
import { type MailServer, startMailServer } from '@tests/support/mail-server'
import { readLink } from '../account/signed-link.server'
import { oweReminders } from '../reminder/owe-reminders.server'
import { messagesTo } from './message-queries.server'
import { sendMessage } from './send-message.server'

const NOW = new Date('2027-03-02T09:00:00Z')
const SHOWN = { publicOrigin: 'https://throughgate.example', linkKey: Buffer.alloc(32, 3) }

let database: TestDatabase
let mail: MailServer
beforeAll(async () => {
  database = await createTestDatabase(NOW)
  mail = await startMailServer()
})
afterAll(async () => {
  await mail.stop()
  await database.drop()
})

it('sends each of a team a link of its own, the team’s address too, and shows the manager the same words', async () => {
  const { owner, worker } = database
  const provider = await addOrganisation(owner, { kind: 'provider', name: 'Larch Housing' })
  await owner
    .updateTable('organisation')
    .set({ teamEmail: 'team@larch.example' })
    .where('id', '=', provider)
    .execute()
  const manager = await addAccount(owner, provider, 'provider_manager', 'manager@larch.example')
  const verifiedAt = new Date('2027-01-01T09:00:00Z')
  await addService(owner, {
    organisationId: provider,
    name: 'Larch House',
    policy: { curfew: 'yes' },
    verifiedAt,
  })
  await oweReminders({ ...domainContext(database, NOW), db: worker }, true)

  const messages = await owner.selectFrom('message').select(['id', 'confirmationLinkId']).execute()
  const mailer = createMailer(mail.url, 'no-reply@example.org')
  for (const { id } of messages)
    expect(await sendMessage(worker, mailer, { ...SHOWN, clock: () => NOW }, id)).toBe('sent')
  expect(mail.received.flatMap(({ to }) => to).sort()).toEqual([
    'manager@larch.example',
    'team@larch.example',
  ])
  const links = mail.received.map(({ raw }) => {
    const plain = raw.replaceAll('=\r\n', '')
    expect(plain).not.toContain('Larch House')
    const [, token = ''] = /https:\/\/throughgate\.example\/verify\/([\w.-]+)/.exec(plain) ?? []
    return readLink(SHOWN.linkKey, 'policy-reminder', token)
  })
  expect(links.sort()).toEqual(messages.map(each => each.confirmationLinkId).sort())

  const shown = await messagesTo(database.app, manager, SHOWN)
  expect(shown.messages.map(({ subject }) => subject)).toEqual([
    'Is your policy still right? It was verified 60 days ago',
  ])
  expect(shown.messages[0]?.text).toContain('https://throughgate.example/verify/')
})
