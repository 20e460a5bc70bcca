import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '@db/id'
import { asSignIn, asWorker } from '@db/viewer-transaction'
import { addAccount } from '@tests/factories/account'
import { domainContext } from '@tests/factories/domain-context'
import { addOrganisation } from '@tests/factories/organisation'
import { createTestDatabase, type TestDatabase } from '@tests/support/database'
import { accountSecrets } from '~/config/account-secrets'
import { askForReset } from '../account/reset-password.server'
import { signLink } from '../account/signed-link.server'
import { invite, withdrawInvitation } from '../people/invite.server'
import { sendMessage } from './send-message.server'
import { oweInvitation, oweReset } from './tell-account.server'

const NOW = new Date('2027-02-01T09:00:00Z')
const ORIGIN = 'https://throughgate.example'
const secrets = accountSecrets(Buffer.alloc(32, 7))
const KEY = secrets.link

let database: TestDatabase
let manager: Awaited<ReturnType<typeof addAccount>>
beforeAll(async () => {
  database = await createTestDatabase(NOW)
  const provider = await addOrganisation(database.owner, { kind: 'provider', name: 'Brightwell\r\nHomes' })
  manager = await addAccount(database.owner, provider, 'provider_manager', 'm@letters.example')
})
afterAll(() => database.drop())

const app = () => domainContext(database, NOW)

/** What the worker sends for a job that is run twice. */
async function sent(job: { invitationId: string } | { passwordResetId: string }, now = NOW) {
  const owing = { sendsMail: true, now: NOW }
  for (let time = 0; time < 2; time += 1)
    await asWorker(database.worker, trx =>
      'invitationId' in job
        ? oweInvitation(trx, app().jobs, job.invitationId, owing)
        : oweReset(trx, app().jobs, job.passwordResetId, owing),
    )
  const letters: { to: string; subject: string; text: string }[] = []
  const mailer = {
    send: (letter: (typeof letters)[number]) => {
      letters.push(letter)
      return Promise.resolve('sent' as const)
    },
    close: () => undefined,
  }
  const owed = await database.owner.selectFrom('message').select('id').where('sentAt', 'is', null).execute()
  const settings = { publicOrigin: ORIGIN, linkKey: KEY, clock: () => now }
  for (const { id } of owed) await sendMessage(database.worker, mailer, settings, id)
  // What is left would be sent another day.
  await database.owner.deleteFrom('message').where('sentAt', 'is', null).execute()
  return letters.map(({ to, subject, text }) => ({ to, subject, text }))
}

async function invited(email: string): Promise<string> {
  const somebody = { email, organisationId: manager.organisationId, role: 'provider_worker' } as const
  const made = await invite(app(), manager, somebody, { key: newId(), fingerprint: '' })
  if (!made.ok) throw new Error(made.reason)
  return made.invitationId
}

describe('the letter of an invitation', () => {
  it('goes once to the invited address, with link, organisation, role, who and until when', async () => {
    const invitationId = await invited('jo@letters.example')
    const [letter, ...more] = await sent({ invitationId })
    expect(more).toEqual([])
    expect(letter?.to).toBe('jo@letters.example')
    expect(letter?.subject).toBe('Join Brightwell Homes on Throughgate')
    expect(letter?.text).toBe(
      'Person at m@letters.example invites you to join Brightwell Homes on Throughgate as provider worker.\n\n' +
        'Throughgate finds a bed for people about to leave prison in North East England.\n\n' +
        'To join, open this link and choose a password. It works once, for this email address, until 8 February 2027, 09:00 (7 days from when it was sent).\n\n' +
        `${ORIGIN}/join/${signLink(KEY, 'invitation', invitationId)}\n\n` +
        'If you did not expect this, do nothing: nobody can join with it but whoever reads your email.\n\n' +
        'Throughgate. Please do not reply to this message.\n',
    )
  })

  it('is not sent once it was withdrawn, or has ended', async () => {
    const withdrawn = await invited('back@letters.example')
    await withdrawInvitation(app(), manager, withdrawn, { key: newId(), fingerprint: '' })
    expect(await sent({ invitationId: withdrawn })).toEqual([])
    const late = await invited('late@letters.example')
    expect(await sent({ invitationId: late }, new Date('2027-02-08T09:00:00Z'))).toEqual([])
  })
})

describe('the letter of a reset', () => {
  it('goes to whose address it is, and for an unknown address to nobody', async () => {
    const asks = { ...app(), secrets }
    for (const email of ['M@letters.example', 'nobody@letters.example'])
      expect(await askForReset(asks, { email, address: '192.0.2.1' })).toBe('asked')
    const resets = await asSignIn(database.app, trx =>
      trx.selectFrom('passwordReset').select(['id', 'personId']).execute(),
    )
    const known = resets.find(({ personId }) => personId !== null)
    const unknown = resets.find(({ personId }) => personId === null)
    expect(await sent({ passwordResetId: unknown?.id ?? '' })).toEqual([])
    const [letter, ...more] = await sent({ passwordResetId: known?.id ?? '' })
    expect(more).toEqual([])
    expect(letter?.to).toBe('m@letters.example')
    expect(letter?.text).toContain(
      `${ORIGIN}/reset-password/${signLink(KEY, 'password-reset', known?.id ?? '')}\n`,
    )
    expect(letter?.text).toContain('It works once, until 1 February 2027, 10:00.')
  })

  it('goes to who left and is invited back, while the invitation stands open', async () => {
    const email = 'left@letters.example'
    const left = await addAccount(database.owner, manager.organisationId, 'provider_worker', email)
    await database.owner
      .updateTable('membership')
      .set({ endedAt: NOW, endedReason: 'left' })
      .where('id', '=', left.membershipId)
      .execute()
    const personOf = async (now = NOW) => {
      await database.owner.deleteFrom('passwordReset').execute()
      await askForReset({ ...app(), secrets, clock: () => now }, { email, address: '192.0.2.2' })
      const reset = database.owner.selectFrom('passwordReset').select('personId')
      return (await reset.executeTakeFirstOrThrow()).personId
    }
    expect(await personOf(), 'not invited').toBeNull()
    const back = await invited(email)
    expect(await personOf()).toBe(left.personId)
    expect(await personOf(new Date('2027-02-08T09:00:00Z')), 'expired').toBeNull()
    await withdrawInvitation(app(), manager, back, { key: newId(), fingerprint: '' })
    expect(await personOf(), 'withdrawn').toBeNull()
  })
})
