import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SignedInViewer } from '@db/viewer'
import { signLink } from '~/domain/account/signed-link.server'
import { NOT_FOUND_HTML } from '~/ui/page/static-404'
import { addAccount, TEST_PASSWORD } from '../../factories/account'
import { addOrganisation } from '../../factories/organisation'
import { createTestDatabase, type TestDatabase } from '../../support/database'
import { postForm, type RunningTestServer, startTestServer } from '../../support/server'
import { signInAt } from '../../support/sign-in'

const START = Date.parse('2026-11-23T09:00:00Z')
const HOUR = 3_600_000
const PASSWORD = 'umbrella ferret outstanding'

let database: TestDatabase
let server: RunningTestServer
let nowMs = START
let provider: string
let other: string
const viewers: Record<string, SignedInViewer> = {}
const cookies: Record<string, string> = {}

beforeAll(async () => {
  database = await createTestDatabase(new Date(START))
  const { owner } = database
  provider = await addOrganisation(owner, { kind: 'provider', name: 'Brightwell Homes' })
  other = await addOrganisation(owner, { kind: 'provider', name: 'Tarnfold Trust' })
  const region = await addOrganisation(owner, { kind: 'region' })
  server = await startTestServer({ database, now: () => new Date(nowMs) })
  await account('manager', provider, 'provider_manager')
  await account('worker', provider, 'provider_worker')
  await account('stranger', other, 'provider_manager')
  await account('administrator', region, 'administrator')
  await account('commissioner', await addOrganisation(owner, { kind: 'commissioner' }), 'commissioner')
}, 300_000)

afterAll(async () => {
  await server?.stop()
  await database?.drop()
})

async function account(who: string, organisationId: string, role: SignedInViewer['role']): Promise<void> {
  viewers[who] = await addAccount(database.owner, organisationId, role, emailOf(who))
  cookies[who] = await server.signIn(emailOf(who))
}

function emailOf(who: string): string {
  return `${who}@account.example`
}

async function get(path: string, cookie = '') {
  const answer = await fetch(server.url + path, { redirect: 'manual', headers: { cookie } })
  return { status: answer.status, text: plain(await answer.text()), to: answer.headers.get('location') }
}

async function post(path: string, fields: Record<string, string>, cookie = '') {
  const answer = await postForm(server.url + path, fields, { cookie })
  return { status: answer.status, text: plain(await answer.text()), to: answer.headers.get('location') }
}

/** As people read it: React writes an apostrophe as an entity, and comments between words. */
function plain(html: string): string {
  return html.replaceAll('<!-- -->', '').replaceAll('&#x27;', '’').replaceAll('&amp;', '&')
}

async function isSignedIn(cookie: string): Promise<boolean> {
  return (await get('/account', cookie)).status === 200
}

/** What a browser is given for a password that is right, before the second factor; '' where it is refused. */
function halfSession(url: string, email: string, password = TEST_PASSWORD): Promise<string> {
  return signInAt(url, email, password).catch(() => '')
}

function accessOf(who: string) {
  return database.owner
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'personId')
    .select(['membership.id', 'role', 'version', 'endedAt', 'person.name'])
    .where('membership.id', '=', viewers[who]?.membershipId ?? '')
    .executeTakeFirstOrThrow()
}

describe('somebody’s access', () => {
  it('is changed and ended with effect on their next request, and a name corrected with its history', async () => {
    await account('colleague', provider, 'provider_worker')
    const path = `/people/${viewers.colleague?.membershipId}`
    const version = async () => String((await accessOf('colleague')).version)
    expect((await get('/people', cookies.colleague)).status).toBe(404)
    const role = { intent: 'role', role: 'provider_manager', version: await version() }
    expect((await post(path, role, cookies.manager)).to).toBe(path)
    expect((await get('/people', cookies.colleague)).status).toBe(200)
    const stale = await post(path, { intent: 'name', name: 'Late Typing', version: '1' }, cookies.manager)
    expect(stale.status).toBe(409)
    expect(stale.text).toContain('Somebody else changed this first')
    expect(stale.text).toContain('value="Late Typing"')
    const name = { intent: 'name', name: 'Ada Right', version: await version() }
    expect((await post(path, name, cookies.manager)).to).toBe(path)
    expect((await get('/account', cookies.colleague)).text).toContain('Ada Right · Brightwell Homes')
    const page = await get(path, cookies.manager)
    expect(page.text).toContain('Name: “Person at colleague@account.example” became “Ada Right”')
    expect(page.text).toContain('At Brightwell Homes: provider worker became provider manager')
    const bare = await post(path, { intent: 'end', version: await version() }, cookies.manager)
    expect([bare.status, bare.text.includes('Choose why their access ends')]).toEqual([422, true])
    const end = { intent: 'end', reason: 'left', version: await version() }
    expect((await post(path, end, cookies.manager)).to).toBe('/people')
    expect(await isSignedIn(cookies.colleague ?? '')).toBe(false)
    expect((await get(path, cookies.manager)).text).toContain('ended: they have left the organisation')
    expect(await halfSession(server.url, emailOf('colleague'))).toBe('')
  })

  it('is the same 404 for every stranger’s well-formed form, and nothing is changed', async () => {
    await account('ended', provider, 'provider_manager')
    await database.owner
      .updateTable('membership')
      .set({ endedAt: new Date(START) })
      .where('id', '=', viewers.ended?.membershipId ?? '')
      .execute()
    const before = await accessOf('worker')
    const path = `/people/${viewers.worker?.membershipId}`
    const forms: Record<string, string>[] = [
      { intent: 'role', role: 'provider_manager', version: '1' },
      { intent: 'name', name: 'Not Theirs', version: '1' },
      { intent: 'end', reason: 'left', version: '1' },
    ]
    for (const form of forms) {
      for (const who of ['stranger', 'worker', 'commissioner']) {
        const { status, text } = await post(path, form, cookies[who])
        expect([status, text]).toEqual([404, plain(NOT_FOUND_HTML)])
      }
      for (const cookie of ['', cookies.ended])
        expect((await post(path, form, cookie)).to).toMatch(/^\/sign-in/)
    }
    expect(await accessOf('worker')).toEqual(before)
  })
})

describe('one’s own account', () => {
  it('takes a name, and keeps what it was', async () => {
    const bad = await post('/account', { intent: 'name', name: '' }, cookies.commissioner)
    expect([bad.status, bad.text.includes('Enter your name')]).toEqual([422, true])
    expect((await post('/account', { intent: 'name', name: 'Cass Ioner' }, cookies.commissioner)).to).toBe(
      '/account',
    )
    expect((await get('/account', cookies.commissioner)).text).toContain('Cass Ioner')
    const changes = await database.owner
      .selectFrom('accountChange')
      .select(['before', 'after', 'byPerson'])
      .where('personId', '=', viewers.commissioner?.personId ?? '')
      .where('what', '=', 'name')
      .execute()
    const byPerson = viewers.commissioner?.personId
    expect(changes).toEqual([
      { before: 'Person at commissioner@account.example', after: 'Cass Ioner', byPerson },
    ])
  })

  it('acts for another organisation of theirs, and for no other', async () => {
    const { personId = '' } = viewers.worker ?? {}
    const membershipId = crypto.randomUUID()
    const membership = { id: membershipId, personId, organisationId: other, role: 'provider_worker' }
    await database.owner.insertInto('membership').values(membership).execute()
    expect((await get('/account', cookies.worker)).text).toContain('Tarnfold Trust, as provider worker')
    const act = { intent: 'act-for', membershipId }
    expect((await post('/account', act, cookies.stranger)).status).toBe(404)
    expect((await get('/account', cookies.stranger)).text).not.toContain('Brightwell Homes, as')
    expect((await post('/account', act, cookies.worker)).to).toBe('/today')
    expect((await get('/account', cookies.worker)).text).toContain('· Tarnfold Trust')
    const back = { intent: 'act-for', membershipId: viewers.worker?.membershipId ?? '' }
    expect((await post('/account', back, cookies.worker)).to).toBe('/today')
    expect((await get('/account', cookies.worker)).text).toContain('· Brightwell Homes')
  })
})

describe('a password', () => {
  it('is changed by the one that holds, and every other session ends', async () => {
    await account('changer', provider, 'provider_worker')
    const elsewhere = await server.signIn(emailOf('changer'))
    const change = (current: string, password: string) =>
      post('/account/password', { current, password }, cookies.changer)
    for (const [current, password, words] of [
      ['not the password', PASSWORD, 'This is not your current password'],
      [TEST_PASSWORD, TEST_PASSWORD, 'Choose a password other than your current one'],
      [TEST_PASSWORD, 'passwordpassword', 'This password is easy to guess'],
      [TEST_PASSWORD, 'short', 'Choose a password of at least 15 characters'],
      ['', PASSWORD, 'Enter your current password'],
    ] as const) {
      const refused = await change(current, password)
      expect([refused.status, refused.text.includes(words)], words).toEqual([422, true])
      for (const typed of [current, password])
        if (typed) expect(refused.text).not.toContain(`value="${typed}"`)
    }
    expect((await change(TEST_PASSWORD, PASSWORD)).to).toBe('/account')
    expect(await isSignedIn(cookies.changer ?? '')).toBe(true)
    expect(await isSignedIn(elsewhere)).toBe(false)
    expect(await halfSession(server.url, emailOf('changer'))).toBe('')
    expect(await halfSession(server.url, emailOf('changer'), PASSWORD)).not.toBe('')
  })

  it('typed into a form that came after its session is kept nowhere and shown to nobody', async () => {
    await account('idle', provider, 'provider_worker')
    nowMs += HOUR
    try {
      const typed = { current: TEST_PASSWORD, password: PASSWORD }
      const late = await post('/account/password', typed, cookies.idle)
      expect(late.to).toBe('/sign-in?next=%2Faccount%2Fpassword')
      expect(await database.owner.selectFrom('keptForm').select('id').execute()).toEqual([])
      const away = await post('/account/cover', { 'fromOn.day': '30' }, cookies.idle)
      expect(away.to, 'what is no secret is kept').toContain('kept-form')
    } finally {
      nowMs = START
    }
  })

  it('is reset by a link that works once, for an hour, and ends every session', async () => {
    await account('forgetful', provider, 'provider_worker')
    expect((await post('/reset-password', { email: emailOf('forgetful') })).to).toBe('/sign-in')
    const link = await lastLink(viewers.forgetful?.personId ?? '')
    expect((await get(link)).status).toBe(200)
    expect((await post(link, { password: 'passwordpassword' })).status).toBe(422)
    nowMs = START + HOUR
    expect((await get(link)).text).toContain('This link has ended')
    expect((await post(link, { password: PASSWORD })).status).toBe(409)
    nowMs = START
    const used = await Promise.all([1, 2].map(() => post(link, { password: PASSWORD })))
    expect(used.map(({ status }) => status).sort()).toEqual([303, 409])
    expect((await get(link)).text).toContain('This link has been used')
    expect(await isSignedIn(cookies.forgetful ?? '')).toBe(false)
    expect(await halfSession(server.url, emailOf('forgetful'))).toBe('')
    const half = await halfSession(server.url, emailOf('forgetful'), PASSWORD)
    expect(half).not.toBe('')
    expect(await isSignedIn(half), 'the second factor is still asked for').toBe(false)
  })

  it('is asked for with the same answer and the same work, whether the address is somebody’s or not', async () => {
    const answers = []
    for (const email of [emailOf('manager'), 'nobody@account.example', emailOf('ended')]) {
      const before = await work()
      const { status, to, text } = await post('/reset-password', { email })
      answers.push(JSON.stringify({ status, to, text }))
      const after = await work()
      expect(
        after.map((many, at) => many - (before[at] ?? 0)),
        email,
      ).toEqual([1, 1, 1])
    }
    expect(new Set(answers).size).toBe(1)
  })

  it('is asked for ten times in a quarter of an hour and no more, for known and unknown alike', async () => {
    for (const email of [emailOf('administrator'), 'nobody2@account.example']) {
      const statuses = []
      for (let time = 0; time < 11; time += 1)
        statuses.push((await post('/reset-password', { email })).status)
      expect(statuses).toEqual([...Array<number>(10).fill(303), 429])
    }
    expect(await halfSession(server.url, emailOf('administrator')), 'and locks nobody out').not.toBe('')
  })
})

/** How many resets, jobs and audit rows there are. */
async function work(): Promise<number[]> {
  const { owner } = database
  const resets = await owner.selectFrom('passwordReset').select('id').execute()
  const asked = owner.selectFrom('auditEntry').select('id').where('action', '=', 'password.ask-reset')
  const { rows } = await sql<{ many: number }>`
    select count(*)::int as many from pgboss.job where data ? 'passwordResetId'`.execute(owner)
  return [resets.length, (await asked.execute()).length, rows[0]?.many ?? 0]
}

async function lastLink(personId: string): Promise<string> {
  const { id } = await database.owner
    .selectFrom('passwordReset')
    .select('id')
    .where('personId', '=', personId)
    .orderBy('askedAt', 'desc')
    .executeTakeFirstOrThrow()
  return `/reset-password/${signLink(server.app.secrets.link, 'password-reset', id)}`
}

describe('being away', () => {
  const day = (name: string, text: string) => {
    const [year = '', month = '', date = ''] = text.split('-')
    return { [`${name}.day`]: date, [`${name}.month`]: month, [`${name}.year`]: year }
  }
  const away = (from: string, until: string, who: string) => ({
    ...day('fromOn', from),
    ...day('untilOn', until),
    coveredBy: viewers[who]?.personId ?? '',
  })
  const say = (fields: Record<string, string>) => post('/account/cover', fields, cookies.manager)

  it('is said for days and a colleague, taken back, and stays in what was said', async () => {
    expect((await say(away('2026-11-30', '2026-12-04', 'worker'))).to).toBe('/account/cover')
    const page = await get('/account/cover', cookies.manager)
    expect(page.text).toContain(
      'Mon 30 November to Fri 4 December: Person at worker@account.example acts for you',
    )
    const [row] = await database.owner.selectFrom('cover').selectAll().execute()
    const back = { intent: 'take-back', coverId: row?.id ?? '' }
    for (const who of ['stranger', 'worker', 'commissioner'])
      expect((await post('/account/cover', back, cookies[who])).status).toBe(404)
    expect((await say(back)).to).toBe('/account/cover')
    expect((await get('/account/cover', cookies.manager)).text).toContain(
      'taken back 23 November 2026, 09:00',
    )
  })

  it.each([
    ['2026-12-10', '2026-12-09', 'worker', 'The last day away must be the first day or later'],
    ['2026-11-30', '2026-12-04', 'stranger', 'Choose a colleague of your organisation'],
    ['2026-11-30', '2026-12-04', 'manager', 'Choose a colleague of your organisation'],
    ['2024-11-30', '2026-12-04', 'worker', 'The first day away must be within the last month'],
  ])('is refused from %s to %s with %s, keeping what was typed', async (from, until, who, words) => {
    const refused = await say(away(from, until, who))
    expect(refused.status).toBe(422)
    expect(refused.text).toContain(words)
    expect(refused.text).toContain(`value="${from.slice(0, 4)}"`)
  })

  it('is said once for a day', async () => {
    await say(away('2027-01-04', '2027-01-08', 'worker'))
    const again = await say(away('2027-01-08', '2027-01-12', 'worker'))
    expect([again.status, again.text.includes('You say already that you are away')]).toEqual([422, true])
  })
})
