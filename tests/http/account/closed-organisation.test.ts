import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '@db/id'
import { asWorker } from '@db/viewer-transaction'
import { signLink } from '~/domain/account/signed-link.server'
import { members } from '~/domain/notification/members.server'
import { recipientsOf } from '~/domain/notification/recipients.server'
import { accountLetter } from '~/domain/notification/account-letter.server'
import { addAccount } from '../../factories/account'
import { addOrganisation } from '../../factories/organisation'
import { createTestDatabase, type TestDatabase } from '../../support/database'
import { postForm, type RunningTestServer, startTestServer } from '../../support/server'

const NOW = new Date('2027-02-01T10:00:00Z')
const INVITED = 'invited@closing.example'

let database: TestDatabase
let server: RunningTestServer
let provider: string
let manager: string
let administrator: string
let managerId: string
let workerId: string

beforeAll(async () => {
  database = await createTestDatabase(NOW)
  const { owner } = database
  provider = await addOrganisation(owner, { kind: 'provider', name: 'Closing Trust' })
  const region = await addOrganisation(owner, { kind: 'region' })
  ;({ personId: managerId } = await addAccount(
    owner,
    provider,
    'provider_manager',
    'manager@closing.example',
  ))
  ;({ personId: workerId } = await addAccount(owner, provider, 'provider_worker', 'worker@closing.example'))
  await addAccount(owner, region, 'administrator', 'administrator@closing.example')
  server = await startTestServer({ database, now: () => NOW })
  manager = await server.signIn('manager@closing.example')
  administrator = await server.signIn('administrator@closing.example')
  const invited = { email: INVITED, organisationId: provider, role: 'provider_worker' }
  expect((await post('/people/invite', invited, manager)).status).toBe(303)
  const away = { id: newId(), personId: managerId, organisationId: provider, coveredBy: workerId }
  await owner
    .insertInto('cover')
    .values({ ...away, fromOn: '2027-02-01', untilOn: '2027-02-05', saidAt: NOW })
    .execute()
}, 300_000)

afterAll(async () => {
  await server?.stop()
  await database?.drop()
})

const get = (path: string, cookie = '') =>
  fetch(server.url + path, { redirect: 'manual', headers: { cookie } })
const post = (path: string, fields: Record<string, string>, cookie = '') =>
  postForm(server.url + path, fields, { cookie })

async function press(intent: 'close' | 'open'): Promise<void> {
  const path = `/organisations/${provider}`
  const version = /name="version" value="(\d+)"/.exec(await (await get(path, administrator)).text())?.[1]
  expect((await post(path, { intent, version: version ?? '' }, administrator)).status).toBe(303)
}

async function invitation() {
  return database.owner
    .selectFrom('invitation')
    .select('id')
    .where('email', '=', INVITED)
    .executeTakeFirstOrThrow()
}

/** The people who ask for a new password by that address, as the row says: null for nobody. */
async function resetsFor(email: string) {
  await database.owner.deleteFrom('passwordReset').execute()
  expect((await post('/reset-password', { email })).status).toBe(303)
  const row = await database.owner.selectFrom('passwordReset').select('personId').executeTakeFirstOrThrow()
  return row.personId
}

const told = () =>
  asWorker(database.worker, async trx => ({
    members: (await members(trx, provider, ['provider_manager'])).map(({ personId }) => personId),
    covered: (
      await recipientsOf(trx, [managerId], { organisationId: provider, today: '2027-02-01' })
    ).flatMap(to => ('personId' in to ? [to.personId] : [])),
  }))

describe('an organisation that is closed', () => {
  it('signs its people out on their next request, and lets nobody in, until it is open again', async () => {
    const { id } = await invitation()
    const link = `/join/${signLink(server.app.secrets.link, 'invitation', id)}`
    const settings = {
      publicOrigin: 'http://x',
      linkKey: server.app.secrets.link,
      clock: () => NOW,
    }
    const letter = () =>
      asWorker(database.worker, trx =>
        accountLetter(
          trx,
          {
            invitationId: id,
            passwordResetId: null,
            applicationId: null,
            emailChangeId: null,
            template: 'invitation',
          },
          settings,
        ),
      )
    const isOpen = async (isIt: boolean) => {
      expect((await get('/account', manager)).status).toBe(isIt ? 200 : 302)
      const signIn = await post('/sign-in', {
        email: 'worker@closing.example',
        password: 'a password for tests alone',
      })
      expect(signIn.status).toBe(isIt ? 303 : 422)
      expect((await get(link)).status).toBe(isIt ? 200 : 409)
      expect((await letter()) === null).toBe(!isIt)
      expect(await resetsFor('worker@closing.example')).toBe(isIt ? workerId : null)
      expect(await told()).toEqual(
        isIt
          ? { members: [managerId], covered: [managerId, workerId] }
          : { members: [], covered: [managerId] },
      )
      const people = await (await get('/people', administrator)).text()
      expect(people.includes('worker@closing.example')).toBe(isIt)
      const invited = await (await get('/people?state=invited', administrator)).text()
      expect(invited.includes(INVITED)).toBe(isIt)
    }
    await isOpen(true)
    await press('close')
    await isOpen(false)
    const again = await post('/people', { intent: 'again', invitationId: id }, administrator)
    expect(again.status).toBe(409)
    await press('open')
    await isOpen(true)
  })
})
