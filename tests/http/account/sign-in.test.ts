import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addAccount, TEST_PASSWORD } from '../../factories/account'
import { addOrganisation } from '../../factories/organisation'
import { createTestDatabase, type TestDatabase } from '../../support/database'
import { codeAt, withAppFactor } from '../../support/sign-in'
import { cookieAfter, postForm, type RunningTestServer, startTestServer } from '../../support/server'

let database: TestDatabase
let server: RunningTestServer
let organisation: string
let nowMs = Date.parse('2026-11-23T09:00:00Z')

beforeAll(async () => {
  database = await createTestDatabase()
  organisation = await addOrganisation(database.owner)
  const known = await addAccount(database.owner, organisation, 'officer', 'known@signin.example')
  await withAppFactor(database.owner, known.personId)
  server = await startTestServer({ database, now: () => new Date(nowMs) })
}, 300_000)

afterAll(async () => {
  await server?.stop()
  await database?.drop()
})

describe('signing in', () => {
  it('leads by the second factor to the start page of the role, with cookies that scripts cannot read', async () => {
    const answer = await attempt('known@signin.example', TEST_PASSWORD)
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe('/sign-in/second-factor')
    const then = await giveCode(answer)
    expect(then.status).toBe(303)
    expect(then.headers.get('location')).toBe('/cases')
    for (const { headers } of [answer, then])
      expect(headers.get('set-cookie')).toMatch(
        /^throughgate=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; SameSite=Lax$/,
      )
  })

  it('takes the email address in any case', async () => {
    expect((await attempt('KNOWN@signin.example', TEST_PASSWORD)).status).toBe(303)
  })

  it('keeps the email address when the password is wrong, and never the password', async () => {
    const answer = await attempt('known@signin.example', 'not the password')
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toContain('The email address or password is not right')
    expect(page).toContain('value="known@signin.example"')
    expect(page).not.toContain('not the password')
    expect(answer.headers.get('set-cookie')).toBeNull()
  })

  it('says what is missing', async () => {
    const page = await (await attempt('', '')).text()
    expect(page).toContain('Enter your email address')
    expect(page).toContain('Enter your password')
  })

  it('answers for an unknown address, and for a disabled account, exactly as for a wrong password', async () => {
    const gone = await addAccount(database.owner, organisation, 'officer', 'gone1@signin.example')
    await database.owner
      .updateTable('person')
      .set({ disabledAt: new Date() })
      .where('id', '=', gone.personId)
      .execute()
    const wrong = await attempt('known@signin.example', 'not the password')
    const unknown = await attempt('nobod@signin.example', 'not the password')
    const disabled = await attempt('gone1@signin.example', TEST_PASSWORD)
    expect([wrong.status, unknown.status, disabled.status]).toEqual([422, 422, 422])
    const expected = (await wrong.text()).replaceAll('known@', 'x@')
    expect(withoutNonce((await unknown.text()).replaceAll('nobod@', 'x@'))).toBe(withoutNonce(expected))
    expect(withoutNonce((await disabled.text()).replaceAll('gone1@', 'x@'))).toBe(withoutNonce(expected))
  })

  it('leaves a trace of the refusal without the address that was typed', async () => {
    const entries = await database.owner
      .selectFrom('auditEntry')
      .selectAll()
      .where('action', '=', 'session.refused')
      .execute()
    expect(entries.length).toBeGreaterThan(0)
    expect(JSON.stringify(entries)).not.toContain('signin.example')
  })
})

describe('where signing in leads', () => {
  it.each([
    ['/services?q=women', '/services?q=women'],
    ['/cases/0b6f0f8e-2f6f-4e43-8d22-1f3d9e2f3a10', '/cases/0b6f0f8e-2f6f-4e43-8d22-1f3d9e2f3a10'],
    ['https://evil.example/cases', '/cases'],
    ['//evil.example', '/cases'],
    ['/\\evil.example', '/cases'],
    ['/cases/../sign-out', '/cases'],
    ['/services\r\nSet-Cookie: x=y', '/cases'],
    ['javascript:alert(1)', '/cases'],
    ['/sign-out', '/cases'],
  ])('%j → %s', async (next, expected) => {
    const answer = await postForm(`${server.url}/sign-in`, {
      email: 'known@signin.example',
      password: TEST_PASSWORD,
      next,
    })
    const then = await giveCode(answer)
    expect(then.headers.get('location')).toBe(expected)
  })
})

describe('too many tries', () => {
  it('are refused before the password is looked at, for known and unknown accounts alike', async () => {
    await addAccount(database.owner, organisation, 'officer', 'target@signin.example')
    const known = await statuses('target@signin.example', 11)
    const unknown = await statuses('nobody3@signin.example', 11)
    expect(known).toEqual([...Array<number>(10).fill(422), 429])
    expect(unknown).toEqual(known)
    const right = await attempt('target@signin.example', TEST_PASSWORD)
    expect(right.status).toBe(429)
    expect(await right.text()).toContain('Too many tries to sign in. Wait 15 minutes, then try again')
  })

  it('are counted by keys that name nobody', async () => {
    const rows = await database.owner.selectFrom('throttle').select('key').execute()
    expect(rows.every(row => /^[A-Za-z0-9_-]{43}$/.test(row.key))).toBe(true)
  })
})

function attempt(email: string, password: string): Promise<Response> {
  return postForm(`${server.url}/sign-in`, { email, password })
}

/** The second factor, as its page sends it: where to go on to stands in the address and in the form. */
function giveCode(answer: Response): Promise<Response> {
  nowMs += 30_000
  const asked = answer.headers.get('location') ?? ''
  const next = new URL(asked, server.url).searchParams.get('next')
  const fields = { code: codeAt(new Date(nowMs)), ...(next !== null && { next }) }
  return postForm(server.url + asked, fields, { cookie: cookieAfter('', answer) })
}

async function statuses(email: string, times: number): Promise<number[]> {
  const found: number[] = []
  for (let time = 0; time < times; time += 1) {
    const answer = await attempt(email, `wrong ${time}`)
    await answer.text()
    found.push(answer.status)
  }
  return found
}

function withoutNonce(html: string): string {
  return html.replace(/nonce="[^"]*"/g, 'nonce=""')
}
