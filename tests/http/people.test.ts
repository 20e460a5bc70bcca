import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SignedInViewer } from '@db/viewer'
import { NOT_FOUND_HTML } from '~/ui/page/static-404'
import { signLink } from '~/domain/account/signed-link.server'
import { addAccount, TEST_PASSWORD } from '../factories/account'
import { addOrganisation } from '../factories/organisation'
import { createTestDatabase, type TestDatabase } from '../support/database'
import { passSecondFactor } from '../support/sign-in'
import { cookieAfter, postForm, type RunningTestServer, startTestServer } from '../support/server'

const START = Date.parse('2026-11-23T09:00:00Z')
const DAY = 86_400_000
const PASSWORD = 'umbrella ferret outstanding'

let database: TestDatabase
let server: RunningTestServer
let nowMs = START
let provider: string
let other: string
let region: string
const cookies: Record<string, string> = {}
const viewers: Record<string, SignedInViewer> = {}

beforeAll(async () => {
  database = await createTestDatabase(new Date(START))
  const { owner } = database
  provider = await addOrganisation(owner, { kind: 'provider', name: 'Brightwell Homes' })
  other = await addOrganisation(owner, { kind: 'provider', name: 'Tarnfold Trust' })
  region = await addOrganisation(owner, { kind: 'region', name: 'Regional team' })
  server = await startTestServer({ database, now: () => new Date(nowMs) })
  await account('administrator', region, 'administrator')
  await account('manager', provider, 'provider_manager')
  await account('worker', provider, 'provider_worker')
  await account('stranger', other, 'provider_manager')
  await account('commissioner', await addOrganisation(owner, { kind: 'commissioner' }), 'commissioner')
}, 300_000)

afterAll(async () => {
  await server?.stop()
  await database?.drop()
})

async function account(who: string, organisationId: string, role: SignedInViewer['role']): Promise<void> {
  viewers[who] = await addAccount(database.owner, organisationId, role, `${who}@people.example`)
  cookies[who] = await server.signIn(`${who}@people.example`)
}

async function get(path: string, cookie = ''): Promise<{ status: number; text: string; to: string | null }> {
  const answer = await fetch(server.url + path, { redirect: 'manual', headers: { cookie } })
  return { status: answer.status, text: plain(await answer.text()), to: answer.headers.get('location') }
}

async function post(path: string, fields: Record<string, string>, cookie = '') {
  const answer = await postForm(server.url + path, fields, { cookie })
  const text = plain(await answer.text())
  return {
    status: answer.status,
    text,
    to: answer.headers.get('location'),
    cookie: cookieAfter(cookie, answer),
  }
}

/** As people read it: React writes an apostrophe as an entity, and comments between words. */
function plain(html: string): string {
  return html.replaceAll('<!-- -->', '').replaceAll('&#x27;', '’').replaceAll('&amp;', '&')
}

async function invitations(email: string) {
  return database.owner
    .selectFrom('invitation')
    .selectAll()
    .where('email', '=', email)
    .orderBy('invitedAt')
    .orderBy('id')
    .execute()
}

function linkOf(id: string): string {
  return `/join/${signLink(server.app.secrets.link, 'invitation', id)}`
}

/** Invited as the page does. @returns the address of the link */
async function invited(by: string, email: string, fields: Record<string, string> = {}): Promise<string> {
  const form = { email, organisationId: provider, role: 'provider_worker', ...fields }
  const sent = await post('/people/invite', form, cookies[by])
  expect([sent.status, sent.to]).toEqual([303, '/people?state=invited'])
  const rows = await invitations(email)
  const open = rows.find(row => row.withdrawnAt === null && row.usedAt === null)
  return linkOf(open?.id ?? '')
}

describe('an invitation', () => {
  it('lets a new person in by name and password, once, as what they were invited as', async () => {
    const link = await invited('manager', 'new@people.example')
    const shown = await get(link)
    expect(shown.status).toBe(200)
    for (const words of [
      'Brightwell Homes',
      'provider worker',
      'new@people.example',
      '30 November 2026, 09:00',
    ])
      expect(shown.text).toContain(words)
    const joined = await post(link, { name: 'Newcomer Wren', password: PASSWORD })
    expect([joined.status, joined.to]).toEqual([303, '/sign-in/second-factor'])
    expect((await get('/account', joined.cookie)).to).toMatch(/^\/sign-in/)
    await passSecondFactor(database.owner, joined.cookie)
    expect((await get('/account', joined.cookie)).text).toContain('Newcomer Wren · Brightwell Homes')
    expect((await get('/people', cookies.manager)).text).toContain('Newcomer Wren')
    for (const again of [await get(link), await post(link, { name: 'Other', password: PASSWORD })]) {
      expect(again.status).toBe(409)
      expect(again.text).toContain('This invitation has been used')
    }
    const people = await database.owner
      .selectFrom('person')
      .select('name')
      .where('email', '=', 'new@people.example')
      .execute()
    expect(people).toEqual([{ name: 'Newcomer Wren' }])
  })

  it('is kept by no browser and found by no search engine', async () => {
    const link = await invited('manager', 'quiet@people.example')
    const { headers } = await fetch(server.url + link)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('x-robots-tag')).toBe('noindex')
  })

  it.each([
    [{ name: '', password: PASSWORD }, 'Enter your name as your colleagues know it'],
    [{ name: 'Jo', password: 'short' }, 'Choose a password of at least 15 characters'],
    [{ name: 'Jo', password: 'x'.repeat(257) }, 'Choose a password of at most 256 characters'],
    [{ name: 'Jo', password: 'passwordpassword' }, 'This password is easy to guess'],
    [{ name: 'Featherstonehaugh', password: 'FeatherstonehaughXyz' }, 'This password is built of your name'],
  ])('says how to mend %j, keeps the name, never the password, and changes nothing', async (typed, words) => {
    const link = await invited('manager', 'mend@people.example')
    const refused = await post(link, typed)
    expect(refused.status).toBe(422)
    expect(refused.text).toContain(words)
    expect(refused.text).not.toContain(`value="${typed.password}"`)
    if (typed.name) expect(refused.text).toContain(`value="${typed.name}"`)
    expect((await invitations('mend@people.example')).filter(row => row.usedAt)).toEqual([])
    expect((await get(link)).status).toBe(200)
  })

  it('ends after seven days, and lets nobody in then', async () => {
    const link = await invited('manager', 'late@people.example')
    nowMs = START + 7 * DAY
    try {
      for (const late of [await get(link), await post(link, { name: 'Late', password: PASSWORD })]) {
        expect(late.status).toBe(409)
        expect(late.text).toContain('This invitation has ended')
      }
    } finally {
      nowMs = START
    }
    expect((await get(link)).status).toBe(200)
  })

  it('opens nothing once it is withdrawn, or another was sent', async () => {
    const first = await invited('manager', 'twice@people.example')
    const second = await invited('manager', 'twice@people.example')
    expect((await get(first)).text).toContain('This invitation was withdrawn')
    expect((await get(second)).status).toBe(200)
    const open = (await invitations('twice@people.example')).find(row => row.withdrawnAt === null)
    const act = { intent: 'withdraw', invitationId: open?.id ?? '' }
    expect((await post('/people', act, cookies.manager)).to).toBe('/people?state=invited')
    expect((await post(second, { name: 'Gone', password: PASSWORD })).text).toContain(
      'This invitation was withdrawn',
    )
    const again = await post('/people', { ...act, intent: 'again' }, cookies.manager)
    expect(again.status).toBe(409)
    expect(again.text).toContain('This invitation was withdrawn already')
  })

  it('is sent again by a new link, seven days more', async () => {
    const first = await invited('manager', 'again@people.example')
    const [row] = await invitations('again@people.example')
    nowMs = START + 8 * DAY
    try {
      cookies.late = await server.signIn('manager@people.example')
      const act = { intent: 'again', invitationId: row?.id ?? '' }
      expect((await get('/people?state=invited', cookies.late)).text).toMatch(/ended .*Mon 30 November/)
      expect((await post('/people', act, cookies.late)).to).toBe('/people?state=invited')
      const fresh = (await invitations('again@people.example')).find(each => each.withdrawnAt === null)
      expect((await get(first)).status).toBe(409)
      expect((await get(linkOf(fresh?.id ?? ''))).text).toContain('8 December 2026')
    } finally {
      nowMs = START
    }
  })

  it('lets in one of two who use it at once', async () => {
    const link = await invited('manager', 'race@people.example')
    const answers = await Promise.all(
      ['One', 'Two', 'Three'].map(name => post(link, { name, password: PASSWORD })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409, 409])
    const people = await database.owner
      .selectFrom('person')
      .innerJoin('membership', 'personId', 'person.id')
      .select('person.id')
      .where('email', '=', 'race@people.example')
      .execute()
    expect(people).toHaveLength(1)
  })

  it('that was sent on says whom it is for to who is signed in, and lets them in as nobody', async () => {
    const link = await invited('manager', 'forward@people.example')
    const shown = await get(link, cookies.stranger)
    expect(shown.text).toContain('Somebody else is signed in on this browser')
    expect(shown.text).toContain('action="/sign-out"')
    const sent = await post(link, { name: 'Stranger', password: PASSWORD }, cookies.stranger)
    expect(sent.status).toBe(409)
    expect((await invitations('forward@people.example'))[0]?.usedAt).toBeNull()
  })

  it('adds what it is for to somebody who is known, by their own password or as who is signed in', async () => {
    const signedOut = await invited('administrator', 'worker@people.example', { organisationId: other })
    expect((await get(signedOut)).text).toContain('This email address has an account here already')
    const wrong = await post(signedOut, { password: PASSWORD })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('The password is not right')
    const joined = await post(signedOut, { password: TEST_PASSWORD })
    expect([joined.status, joined.to]).toEqual([303, '/sign-in/second-factor'])
    await passSecondFactor(database.owner, joined.cookie)
    expect((await get('/account', joined.cookie)).text).toContain(
      'Person at worker@people.example · Tarnfold Trust',
    )

    const signedIn = await invited('administrator', 'commissioner@people.example', {
      organisationId: region,
      role: 'editor',
    })
    const self = await post(signedIn, {}, cookies.commissioner)
    expect([self.status, self.to]).toEqual([303, '/administration'])
    cookies.commissioner = await server.signIn('commissioner@people.example')
  })

  it.each(['/join/x', '/join/0b6f0f8e-2f6f-4e43-8d22-1f3d9e2f3a10.' + 'A'.repeat(43)])(
    'that is none of ours is not there: %s',
    async path => {
      expect((await get(path)).text).toBe(plain(NOT_FOUND_HTML))
      expect((await post(path, { name: 'Jo', password: PASSWORD })).text).toBe(plain(NOT_FOUND_HTML))
    },
  )

  it('leaves no token, address or password in the log', () => {
    const lines = server.logLines.join('')
    expect(lines).toContain('/join/:value')
    for (const secret of [PASSWORD, '@people.example', 'Newcomer']) expect(lines).not.toContain(secret)
    expect(lines).not.toMatch(/join\/[0-9a-f]/)
  })
})

describe('inviting', () => {
  it.each([
    [{ email: '' }, 'Enter the email address of whom you invite'],
    [{ email: 'nobody' }, 'Enter an email address in the correct format'],
    [{ email: 'a@b.example\r\nBcc: c@d.example' }, 'Enter an email address in the correct format'],
    [{ role: 'officer' }, 'That organisation has nobody who does this'],
    [{ role: 'administrator' }, 'That organisation has nobody who does this'],
    [{ role: 'king' }, 'Choose what they do there'],
    [{ organisationId: '' }, 'Choose the organisation'],
    [{ email: 'manager@people.example', role: 'provider_manager' }, 'already does this there'],
  ])('says what is wrong with %j, and sends nothing', async (fields, words) => {
    const before = await countInvitations()
    const form = { email: 'x@people.example', organisationId: provider, role: 'provider_worker', ...fields }
    const refused = await post('/people/invite', form, cookies.administrator)
    expect(refused.status).toBe(422)
    expect(refused.text).toContain(words)
    expect(await countInvitations()).toBe(before)
  })

  it('sent twice is sent once', async () => {
    const form = {
      ...{ email: 'once@people.example', organisationId: provider, role: 'provider_worker' },
      idempotencyKey: '5e1d0c7a-9c1e-4d2b-8a37-0f6f5b8f2c65',
    }
    for (let time = 0; time < 2; time += 1)
      expect((await post('/people/invite', form, cookies.manager)).to).toBe('/people?state=invited')
    expect(await invitations('once@people.example')).toHaveLength(1)
  })

  it('is a manager’s for their own provider, and nobody else’s', async () => {
    const before = await countInvitations()
    const form = { email: 'y@people.example', organisationId: provider, role: 'provider_worker' }
    const elsewhere = await post('/people/invite', { ...form, organisationId: other }, cookies.manager)
    for (const answer of [
      elsewhere,
      await post('/people/invite', form, cookies.worker),
      await post('/people/invite', form, cookies.commissioner),
      await post('/people/invite', form, cookies.stranger),
    ])
      expect([answer.status, answer.text]).toEqual([404, plain(NOT_FOUND_HTML)])
    expect((await post('/people/invite', form)).to).toMatch(/^\/sign-in/)
    expect(await countInvitations()).toBe(before)
  })

  it('by a stranger changes no invitation of another’s', async () => {
    await invited('manager', 'mine@people.example')
    const [row] = await invitations('mine@people.example')
    for (const intent of ['again', 'withdraw']) {
      const act = { intent, invitationId: row?.id ?? '' }
      for (const who of ['stranger', 'worker', 'commissioner']) {
        const answer = await post('/people', act, cookies[who])
        expect([answer.status, answer.text]).toEqual([404, plain(NOT_FOUND_HTML)])
      }
    }
    expect(await invitations('mine@people.example')).toEqual([row])
    expect((await get('/people?state=invited', cookies.stranger)).text).not.toContain('mine@people.example')
  })
})

async function countInvitations(): Promise<number> {
  const rows = await database.owner.selectFrom('invitation').select('id').execute()
  return rows.length
}
