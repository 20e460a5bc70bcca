import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signLink } from '~/domain/account/signed-link.server'
import { addAccount, TEST_PASSWORD } from '../../factories/account'
import { addOrganisation } from '../../factories/organisation'
import { createTestDatabase, type TestDatabase } from '../../support/database'
import { cookieAfter, postForm, type RunningTestServer, startTestServer } from '../../support/server'

const NOW = new Date('2027-02-01T10:00:00Z')
const NEW_PASSWORD = 'umbrella ferret outstanding'

let database: TestDatabase
/** The one emails, the other has no mail server. */
const servers: Record<'mails' | 'mute', RunningTestServer> = {} as never
let provider: string
let membershipId: string

beforeAll(async () => {
  database = await createTestDatabase(NOW)
  const { owner } = database
  provider = await addOrganisation(owner, { kind: 'provider', name: 'Brightwell Homes' })
  const region = await addOrganisation(owner, { kind: 'region' })
  await addAccount(owner, region, 'administrator', 'administrator@mended.example')
  await addAccount(owner, provider, 'provider_manager', 'manager@mended.example')
  ;({ membershipId } = await addAccount(owner, provider, 'provider_worker', 'worker@mended.example'))
  const env = { SMTP_URL: 'smtp://127.0.0.1:9' }
  servers.mails = await startTestServer({ database, now: () => NOW, env })
  servers.mute = await startTestServer({ database, now: () => NOW })
}, 300_000)

afterAll(async () => {
  await servers.mails?.stop()
  await servers.mute?.stop()
  await database?.drop()
})

type Which = keyof typeof servers

async function get(which: Which, path: string, cookie = '') {
  const answer = await fetch(servers[which].url + path, { redirect: 'manual', headers: { cookie } })
  return { status: answer.status, text: (await answer.text()).replaceAll('<!-- -->', '') }
}

async function post(which: Which, path: string, fields: Record<string, string>, cookie = '') {
  const answer = await postForm(servers[which].url + path, fields, { cookie })
  const text = (await answer.text()).replaceAll('<!-- -->', '')
  return { status: answer.status, text, cookie: cookieAfter(cookie, answer) }
}

const signIn = (which: Which, who: string) => servers[which].signIn(`${who}@mended.example`)
const LINK = /href="(\/(?:join|reset-password)\/[^"]+)"/

describe('where nobody is emailed', () => {
  it('whoever invites is shown the link once, to hand over; with mail never', async () => {
    const invited = { email: 'new@mended.example', organisationId: provider, role: 'provider_worker' }
    const mute = await signIn('mute', 'manager')
    const made = await post('mute', '/people/invite', invited, mute)
    const shown = await get('mute', '/people', made.cookie)
    expect(shown.text).toContain('No email is sent from here')
    const [, link = ''] = LINK.exec(shown.text) ?? []
    expect((await get('mute', link)).text).toContain('new@mended.example')
    expect((await get('mute', '/people', mute)).text).not.toContain('/join/')

    const mails = await signIn('mails', 'manager')
    const sent = await post('mails', '/people/invite', { ...invited, email: 'two@mended.example' }, mails)
    const said = await get('mails', '/people', sent.cookie)
    expect(said.text).toContain('The invitation is on its way')
    expect(said.text).not.toContain('/join/')
  })

  it('an administrator makes a link for a new password, audited; with mail none', async () => {
    const path = `/people/${membershipId}/sign-in`
    const cookie = await signIn('mute', 'administrator')
    expect((await get('mute', path, cookie)).text).toContain('Make a link for a new password')
    const made = await post('mute', path, { intent: 'link' }, cookie)
    const [, link = ''] = LINK.exec((await get('mute', path, made.cookie)).text) ?? []
    expect((await post('mute', link, { password: NEW_PASSWORD })).status).toBe(303)
    const audited = await database.owner
      .selectFrom('auditEntry')
      .select('role')
      .where('action', '=', 'password.make-link')
      .execute()
    expect(audited).toEqual([{ role: 'administrator' }])
    const mails = await signIn('mails', 'administrator')
    expect((await get('mails', path, mails)).text).not.toContain('Make a link')
    expect((await post('mails', path, { intent: 'link' }, mails)).status).toBe(404)
    expect((await post('mute', path, { intent: 'link' }, await signIn('mute', 'manager'))).status).toBe(404)
  })
})

describe('an email address', () => {
  it('is changed by its owner over a link, with the password', async () => {
    const cookie = await signIn('mails', 'manager')
    const wrong = await post(
      'mails',
      '/account/email',
      { email: 'moved@mended.example', current: 'x' },
      cookie,
    )
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('This is not your current password')
    expect(wrong.text).toContain('value="moved@mended.example"')
    const typed = { email: 'moved@mended.example', current: TEST_PASSWORD }
    expect((await post('mails', '/account/email', typed, cookie)).status).toBe(303)
    const { id } = await database.owner.selectFrom('emailChange').select('id').executeTakeFirstOrThrow()
    const link = `/confirm-email/${signLink(servers.mails.app.secrets.link, 'email-change', id)}`
    expect((await get('mails', link)).text).toContain('moved@mended.example')
    expect((await post('mails', link, {})).status).toBe(303)
    expect((await get('mails', link)).status).toBe(409)
    const account = await get('mails', '/account', cookie)
    expect(account.text).toContain('Email address: “manager@mended.example” became “moved@mended.example”')
    expect(servers.mails.logLines.join('')).not.toMatch(/@mended\.example|confirm-email\/[0-9a-f]/)
    const mute = await servers.mute.signIn('moved@mended.example')
    expect((await get('mute', '/account/email', mute)).text).toContain('Ask an administrator')
  })

  it('is changed by an administrator for somebody who lost theirs, who is signed out', async () => {
    const path = `/people/${membershipId}/sign-in`
    await database.owner
      .updateTable('person')
      .set(eb => ({
        passwordHash: eb
          .selectFrom('person as p')
          .select('p.passwordHash')
          .where('p.email', '=', 'administrator@mended.example'),
      }))
      .where('email', '=', 'worker@mended.example')
      .execute()
    const worker = await signIn('mails', 'worker')
    const cookie = await signIn('mails', 'administrator')
    const typed = { intent: 'email', was: 'worker@mended.example', email: 'moved@mended.example' }
    const taken = await post('mails', path, typed, cookie)
    expect(taken.status).toBe(422)
    expect(taken.text).toContain('Another account signs in with this address already')
    const changed = await post('mails', path, { ...typed, email: 'lost@mended.example' }, cookie)
    expect(changed.status).toBe(303)
    expect((await get('mails', '/account', worker)).status).toBe(302)
    expect((await get('mails', `/people/${membershipId}`, cookie)).text).toContain(
      'Email address: “worker@mended.example” became “lost@mended.example”',
    )
    expect((await post('mails', path, typed, cookie)).status).toBe(409)
  })
})
