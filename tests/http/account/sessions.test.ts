import type { AppLoadContext } from '@remix-run/node'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { SignedInViewer } from '@db/viewer'
import { guarded } from '~/http/guard.server'
import { addAccount } from '../../factories/account'
import { addOrganisation } from '../../factories/organisation'
import { createTestDatabase, type TestDatabase } from '../../support/database'
import { signInAt, passSecondFactor } from '../../support/sign-in'
import { postForm, type RunningTestServer, startTestServer } from '../../support/server'

const START = Date.parse('2026-11-23T09:00:00Z')
const MINUTE = 60_000
const HOUR = 60 * MINUTE

let database: TestDatabase
let server: RunningTestServer
let organisation: string
let nowMs = START
let people = 0

beforeAll(async () => {
  database = await createTestDatabase()
  organisation = await addOrganisation(database.owner)
  server = await startTestServer({ database, now: () => new Date(nowMs) })
}, 300_000)

afterAll(async () => {
  await server?.stop()
  await database?.drop()
})

beforeEach(() => {
  nowMs = START
})

describe('a session', () => {
  it('ends after 30 minutes without use', async () => {
    const { cookie } = await signedInOfficer()
    nowMs = START + 29 * MINUTE
    expect(await isSignedIn(cookie)).toBe(true)
    nowMs += 29 * MINUTE
    expect(await isSignedIn(cookie)).toBe(true)
    nowMs += 30 * MINUTE
    expect(await isSignedIn(cookie)).toBe(false)
  })

  it('ends after 12 hours however much it is used', async () => {
    const { cookie } = await signedInOfficer()
    for (let minutes = 20; minutes < 12 * 60; minutes += 20) {
      nowMs = START + minutes * MINUTE
      expect(await isSignedIn(cookie)).toBe(true)
    }
    nowMs = START + 12 * HOUR
    expect(await isSignedIn(cookie)).toBe(false)
  })

  it('ends with signing out: a copy of its cookie opens nothing', async () => {
    const { cookie } = await signedInOfficer()
    const answer = await postForm(`${server.url}/sign-out`, {}, { cookie })
    expect(answer.status).toBe(303)
    expect(await isSignedIn(cookie)).toBe(false)
  })

  it('ends on the next request once the person is disabled', async () => {
    const { cookie, viewer } = await signedInOfficer()
    expect(await isSignedIn(cookie)).toBe(true)
    await database.owner
      .updateTable('person')
      .set({ disabledAt: new Date(nowMs) })
      .where('id', '=', viewer.personId)
      .execute()
    expect(await isSignedIn(cookie)).toBe(false)
  })

  it('ends on the next request once the membership has ended', async () => {
    const { cookie, viewer } = await signedInOfficer()
    await database.owner
      .updateTable('membership')
      .set({ endedAt: new Date(nowMs) })
      .where('id', '=', viewer.membershipId)
      .execute()
    expect(await isSignedIn(cookie)).toBe(false)
  })

  it('is new with each signing in, and the browser’s old one ends', async () => {
    const { cookie, email } = await signedInOfficer()
    const answer = await postForm(
      `${server.url}/sign-in`,
      { email, password: 'a password for tests alone' },
      { cookie },
    )
    const next = await passSecondFactor(database.owner, answer.headers.get('set-cookie')?.split(';')[0] ?? '')
    expect(next).not.toBe(cookie)
    expect(await isSignedIn(cookie)).toBe(false)
    expect(await isSignedIn(next)).toBe(true)
  })

  it('is kept as a hash alone', async () => {
    const { cookie } = await signedInOfficer()
    const token = cookie.split('=')[1] ?? ''
    expect(token).toHaveLength(43)
    const sessions = await database.owner.selectFrom('session').select('tokenHash').execute()
    expect(sessions.some(session => session.tokenHash.toString('utf8').includes(token))).toBe(false)
    expect(sessions.every(session => session.tokenHash.length === 32)).toBe(true)
  })

  it('is not opened by a token somebody made up', async () => {
    expect(await isSignedIn(`throughgate=${'A'.repeat(43)}`)).toBe(false)
    expect(await isSignedIn('throughgate=x')).toBe(false)
  })
})

describe('one’s own sessions', () => {
  const HERE = '/account/sessions'
  const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0'

  it('are listed with the kind of browser and when, the one that is looking marked', async () => {
    const { email, viewer } = await signedInOfficer()
    nowMs += 5 * MINUTE
    const cookie = await signInWith(email, FIREFOX)
    await signInAt(server.url, email)
    nowMs += 3 * MINUTE
    const lines = await linesOf(cookie)
    const HALF = 'Only the password was given, no second factor yet.'
    expect(lines).toEqual([
      'Firefox This one Signed in 23 November 2026, 09:05. Last used 23 November 2026, 09:08.',
      `Another browser Signed in 23 November 2026, 09:05. Last used 23 November 2026, 09:05. ${HALF} Sign out`,
      'Another browser Signed in 23 November 2026, 09:00. Last used 23 November 2026, 09:00. Sign out',
    ])
    const kept = await database.owner
      .selectFrom('session')
      .selectAll()
      .where('membershipId', '=', viewer.membershipId)
      .execute()
    expect(JSON.stringify(kept)).not.toMatch(/Mozilla|Linux/)
    nowMs += 28 * MINUTE
    expect(await linesOf(cookie)).toHaveLength(1)
  })

  it('end one by one, or all but this one, from the next request on', async () => {
    const { cookie, email } = await signedInOfficer()
    const [second, third] = [await server.signIn(email), await server.signIn(email)]
    const [id = ''] = await idsOf(second)
    const answer = await postForm(server.url + HERE, { session: id }, { cookie: second })
    expect(answer.headers.get('location')).toBe(HERE)
    expect(await Promise.all([cookie, second, third].map(isSignedIn))).toContain(false)
    const ended = (await isSignedIn(cookie)) ? third : cookie
    const left = ended === cookie ? third : cookie
    expect(await isSignedIn(ended)).toBe(false)
    expect(await isSignedIn(left)).toBe(true)
    await postForm(server.url + HERE, { intent: 'others' }, { cookie: second })
    expect(await isSignedIn(left)).toBe(false)
    expect(await isSignedIn(second)).toBe(true)
    expect(await linesOf(second)).toHaveLength(1)
  })

  it('are not another’s to end', async () => {
    const [mine, theirs] = [await signedInOfficer(), await signedInOfficer()]
    await server.signIn(theirs.email)
    const [id = ''] = await idsOf(theirs.cookie)
    const answer = await postForm(server.url + HERE, { session: id }, { cookie: mine.cookie })
    expect(answer.status).toBe(404)
    await postForm(server.url + HERE, { intent: 'others' }, { cookie: mine.cookie })
    expect(await linesOf(theirs.cookie)).toHaveLength(2)
  })

  async function signInWith(email: string, userAgent: string): Promise<string> {
    const fields = { email, password: 'a password for tests alone' }
    const answer = await postForm(`${server.url}/sign-in`, fields, { 'user-agent': userAgent })
    return passSecondFactor(database.owner, answer.headers.get('set-cookie')?.split(';')[0] ?? '')
  }

  async function pageFor(cookie: string): Promise<string> {
    const answer = await fetch(server.url + HERE, { redirect: 'manual', headers: { cookie } })
    return (await answer.text()).replace(/<script\b[\s\S]*?<\/script>|<!--[\s\S]*?-->/g, '')
  }

  /** The sessions that could be ended. */
  async function idsOf(cookie: string): Promise<string[]> {
    return [...(await pageFor(cookie)).matchAll(/name="session" value="([^"]*)"/g)].map(
      match => match[1] ?? '',
    )
  }

  /** The lines of the list, in words, without what is for screen readers alone. */
  async function linesOf(cookie: string): Promise<string[]> {
    const rows = (await pageFor(cookie)).match(/<li>(?:(?!<\/li>)[\s\S])*Last used[\s\S]*?<\/li>/g)
    return (rows ?? []).map(row =>
      row
        .replace(/<span class="govuk-visually-hidden">[^<]*<\/span>/g, '')
        .replace(/<[^>]*>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    )
  }
})

describe('a form that comes after its session has ended', () => {
  it('is kept for the person who typed it, shown after signing in, and not sent', async () => {
    const { viewer, email } = await signedInOfficer()
    const kept = await sendTooLate(viewer)
    const again = await server.signIn(email)
    const page = await (await fetch(server.url + kept, { headers: { cookie: again } })).text()
    expect(page).toContain('What you typed has been kept')
    expect(page).toContain('<dt class="govuk-summary-list__key">Reason</dt>')
    expect(page).toContain('She asked for a quiet house')
    expect(page).toContain('action="/cases/new"')
    expect(page).toContain('name="idempotencyKey"')
  })

  it('is shown to nobody else', async () => {
    const { viewer } = await signedInOfficer()
    const kept = await sendTooLate(viewer)
    const other = await signedInOfficer()
    expect((await fetch(server.url + kept, { headers: { cookie: other.cookie } })).status).toBe(404)
  })

  it('goes after an hour', async () => {
    const { viewer, email } = await signedInOfficer()
    const kept = await sendTooLate(viewer)
    nowMs += 61 * MINUTE
    const again = await server.signIn(email)
    expect((await fetch(server.url + kept, { headers: { cookie: again } })).status).toBe(404)
  })

  it('is kept after signing out in another window, with all of its address, and shown to that person alone', async () => {
    const { cookie, email } = await signedInOfficer()
    await postForm(`${server.url}/sign-out`, {}, { cookie })
    const path = '/cases/0b6f0f8e-2f6f-4e43-8d22-1f3d9e2f3a10/answers/money?then=next'
    const answer = await postForm(server.url + path, { funding: 'savings', version: '3' }, { cookie })
    const next = nextOf(answer)
    expect(next).toMatch(/^\/kept-form\//)
    const asked = await (
      await fetch(server.url + (answer.headers.get('location') ?? ''), { headers: { cookie } })
    ).text()
    expect(asked).toContain('What you typed is kept for at least an hour')
    const page = await (
      await fetch(server.url + next, { headers: { cookie: await server.signIn(email) } })
    ).text()
    expect(page).toContain('savings')
    expect(page).toContain(`action="${path}"`)
    const other = await signedInOfficer()
    expect((await fetch(server.url + next, { headers: { cookie: other.cookie } })).status).toBe(404)
  })

  it.each([
    '/cases/new',
    '/vacancies',
    '/vacancies/0b6f0f8e-2f6f-4e43-8d22-1f3d9e2f3a10/void',
    '/vacancies/0b6f0f8e-2f6f-4e43-8d22-1f3d9e2f3a10/count',
    '/referrals/0b6f0f8e-2f6f-4e43-8d22-1f3d9e2f3a10/offer',
    '/cases/0b6f0f8e-2f6f-4e43-8d22-1f3d9e2f3a10/close',
    '/cases/0b6f0f8e-2f6f-4e43-8d22-1f3d9e2f3a10/release-date',
  ])('is kept whatever it was for: %s', async path => {
    const { cookie } = await signedInOfficer()
    nowMs += 31 * MINUTE
    expect(nextOf(await postForm(server.url + path, { note: 'typed' }, { cookie }))).toMatch(/^\/kept-form\//)
  })

  it('is one of the latest twenty: more are not kept', async () => {
    const { cookie, viewer } = await signedInOfficer()
    nowMs += 31 * MINUTE
    for (let time = 0; time < 23; time += 1) {
      nowMs += 1000
      await postForm(`${server.url}/cases/new`, { note: `typed ${time}` }, { cookie })
    }
    const kept = await database.owner
      .selectFrom('keptForm')
      .select('createdAt')
      .where('personId', '=', viewer.personId)
      .orderBy('createdAt')
      .execute()
    expect(kept).toHaveLength(20)
    expect(kept[0]?.createdAt.getTime()).toBe(nowMs - 19_000)
  })

  it('lies in the database unreadable', async () => {
    const { viewer } = await signedInOfficer()
    await sendTooLate(viewer)
    const rows = await database.owner.selectFrom('keptForm').select('body').execute()
    expect(rows.some(row => row.body.toString('utf8').includes('quiet house'))).toBe(false)
  })
})

/** A form for officers, asked of the guard itself: this test stands whatever forms there are. */
async function sendTooLate(viewer: SignedInViewer): Promise<string> {
  const action = guarded('officer', () => 'sent')
  const body = new URLSearchParams({
    reason: 'She asked for a quiet house',
    idempotencyKey: '5e1d0c7a-9c1e-4d2b-8a37-0f6f5b8f2c11',
  })
  const request = new Request(`${server.url}/cases/new`, { method: 'POST', body })
  const context: AppLoadContext = {
    ...server.app,
    ...{
      viewer: { kind: 'public' },
      session: null,
      halfSession: null,
      endedSession: { personId: viewer.personId, how: 'timed-out' },
    },
    ...{ clientAddress: '127.0.0.1', cspNonce: '' },
  }
  const answer = await action({ request, params: {}, context }).catch((thrown: unknown) => thrown)
  if (!(answer instanceof Response)) throw new Error('The guard let somebody in who is signed out.')
  expect(answer.status).toBe(303)
  const next = new URL(answer.headers.get('location') ?? '', server.url).searchParams.get('next') ?? ''
  expect(next).toMatch(/^\/kept-form\//)
  return next
}

/** Where sign-in leads to. */
function nextOf(answer: Response): string {
  const to = new URL(answer.headers.get('location') ?? '', server.url)
  expect(`${answer.status} ${to.pathname}`).toBe('303 /sign-in')
  return to.searchParams.get('next') ?? ''
}

async function signedInOfficer() {
  people += 1
  const email = `officer${people}@sessions.example`
  const viewer = await addAccount(database.owner, organisation, 'officer', email)
  return { email, viewer, cookie: await server.signIn(email) }
}

/** Signed in, the start page leads to the officer's own. */
async function isSignedIn(cookie: string): Promise<boolean> {
  const answer = await fetch(`${server.url}/`, { redirect: 'manual', headers: { cookie } })
  return answer.status === 302 && answer.headers.get('location') === '/cases'
}
