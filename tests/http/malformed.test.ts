import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addAccount } from '../factories/account'
import { addOrganisation } from '../factories/organisation'
import { createTestDatabase, type TestDatabase } from '../support/database'
import { brokenOff, rawRequest } from '../support/raw-request'
import { postForm, type RunningTestServer, startTestServer } from '../support/server'

let database: TestDatabase
let server: RunningTestServer
let officer: string

beforeAll(async () => {
  database = await createTestDatabase()
  const organisation = await addOrganisation(database.owner)
  await addAccount(database.owner, organisation, 'officer', 'officer@malformed.example')
  server = await startTestServer({ database })
  officer = await server.signIn('officer@malformed.example')
}, 300_000)

afterAll(async () => {
  await server?.stop()
  await database?.drop()
})

beforeEach(() => {
  server.logLines.length = 0
})

describe('a request line that no page of ours makes', () => {
  const CLOSE = 'Connection: close\r\n\r\n'

  it.each([
    [
      'a whole address',
      `GET http://wagtail.example/cases HTTP/1.1\r\nHost: wagtail.example\r\n${CLOSE}`,
      400,
    ],
    ['OPTIONS of everything', `OPTIONS * HTTP/1.1\r\nHost: localhost\r\n${CLOSE}`, 400],
    ['TRACE', `TRACE /cases HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\n${CLOSE}`, 405],
    ['OPTIONS of a page', `OPTIONS /sign-in HTTP/1.1\r\nHost: localhost\r\n${CLOSE}`, 405],
    ['PROPFIND', `PROPFIND / HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\n${CLOSE}`, 405],
    ['a host of two words', `GET / HTTP/1.1\r\nHost: wag tail\r\n${CLOSE}`, 400],
    ['a host that opens a bracket', `GET / HTTP/1.1\r\nHost: [\r\n${CLOSE}`, 400],
    ['a host with a port that is none', `GET / HTTP/1.1\r\nHost: localhost:99999999\r\n${CLOSE}`, 400],
    ['no host', `GET / HTTP/1.1\r\n${CLOSE}`, 400],
    ['an empty host', `GET / HTTP/1.1\r\nHost:\r\n${CLOSE}`, 400],
    [
      'an address that begins twice',
      `GET //wagtail.example/cases HTTP/1.1\r\nHost: localhost\r\n${CLOSE}`,
      404,
    ],
  ])('%s is refused and quietly noted', async (_what, text, status) => {
    const answer = await rawRequest(server.url, text)
    expect(answer.status).toBe(status)
    if (status === 405) expect(answer.head).toContain('Allow: GET, HEAD, POST')
    expectQuietLog()
  })
})

describe('an address that cannot be read', () => {
  it.each([
    ['/services/100%', 404],
    ['/%', 404],
    ['/cases/%zz', 404],
    ['/cases/%E0%A4%A', 404],
    ['/static/%', 404],
    ['/assets/100%25%', 404],
    ['/healthz%', 404],
    ['/%.data', 404],
    ['/services/%00', 404],
    ['/services?q=a%00b', 400],
    ['/sign-in?next=%00', 400],
    ['/sign-in?%00=x', 400],
    [`/services?${'a=1&'.repeat(201)}`, 400],
    [`/kept-form/x?${'a=1&'.repeat(1000)}_data=routes%2Fkept-form`, 400],
    [`/kept-form/x?${'a=1&'.repeat(150)}_data=routes%2Fkept-form`, 404],
    ['/kept-form/x?_data', 404],
  ])('%s → %i', async (path, status) => {
    for (const cookie of ['', officer]) {
      const answer = await fetch(server.url + path, { redirect: 'manual', headers: { cookie } })
      expect(answer.status).toBe(status)
      expect(await answer.text()).toContain('<h1>')
    }
    expectQuietLog()
  })

  it.each(['/services?q=100%', '/sign-in?next=%&next=%zz', '/services?near=%E0%A4', '/?%', '/sign-in?a=%ff'])(
    '%s is a page all the same: whoever types a % means one',
    async path => {
      expect((await fetch(server.url + path)).status).toBe(200)
    },
  )
})

describe('an address that is none of ours', () => {
  it.each(['/wp-login.php', '/.env', '/wagtail/canary', '/no-such.data', '/cases/x/y/z', '/__manifest'])(
    '%s is looked for in vain, and quietly noted',
    async path => {
      for (const method of ['GET', 'HEAD', 'POST']) {
        const answer = await fetch(server.url + path, {
          method,
          headers: { 'sec-fetch-site': 'same-origin' },
        })
        expect([204, 400, 404, 405]).toContain(answer.status)
      }
      expectQuietLog()
    },
  )

  it('takes no form where a page has none', async () => {
    for (const path of ['/about', '/about.data', '/supply.csv', '/kept-form/x']) {
      const answer = await postForm(server.url + path, { a: 'b' }, { cookie: officer })
      expect(`${path} ${answer.status}`).toBe(`${path} 405`)
    }
    expectQuietLog()
  })
})

describe('a file asked for in part or unread', () => {
  it.each([
    ['beyond its end', { range: 'bytes=99999999-' }, 416],
    ['as it was before', { 'if-match': '"an older one"' }, 412],
    ['as it was long ago', { 'if-unmodified-since': 'Thu, 01 Jan 1970 00:00:00 GMT' }, 412],
  ])('%s → %i', async (_what, headers, status) => {
    const answer = await fetch(`${server.url}/static/door.svg`, { headers: { ...headers } })
    expect(answer.status).toBe(status)
    if (status === 416) expect(answer.headers.get('content-range')).toMatch(/^bytes \*\/\d+$/)
    expectQuietLog()
  })
})

describe('a body that is no form of ours', () => {
  const FORMS = ['/sign-in', '/sign-in.data', '/sign-out', '/cases/new', '/vacancies', '/no-such-page']

  it.each<[string, string, string, number]>([
    ['JSON', 'application/json', '{"email":"a@b.c"}', 415],
    ['no type', '', 'email=a@b.c', 415],
    [
      'a broken multipart',
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; na',
      415,
    ],
    ['a multipart without boundary', 'multipart/form-data', 'x', 415],
    ['plain text', 'text/plain', 'email=a@b.c', 415],
    ['a far row', 'application/x-www-form-urlencoded', 'email=a@b.c&password=x&z[100000000]=1', 400],
    ['row 5000', 'application/x-www-form-urlencoded', 'children[5000].age=3', 400],
    ['a NUL in a name', 'application/x-www-form-urlencoded', 'em%00ail=a@b.c&password=x', 400],
    ['the library’s state', 'application/x-www-form-urlencoded', '__state__=%7B', 400],
    ['one megabyte of a=1', 'application/x-www-form-urlencoded', 'a=1&'.repeat(262_144), 413],
    ['60 kB of a=1', 'application/x-www-form-urlencoded', 'a=1&'.repeat(15_000), 413],
    ['60 kB of &', 'application/x-www-form-urlencoded', '&'.repeat(60_000), 413],
    ['a name 5,000 deep', 'application/x-www-form-urlencoded', `a${'.a'.repeat(5000)}=1`, 400],
  ])('%s is refused with words at every form', async (_what, type, text, status) => {
    for (const path of FORMS) {
      // An undefined type: fetch would give a text one of its own.
      const body = type === '' ? Buffer.from(text) : text
      const headers = {
        'sec-fetch-site': 'same-origin',
        cookie: officer,
        ...(type && { 'content-type': type }),
      }
      const answer = await fetch(server.url + path, { method: 'POST', headers, body })
      expect(`${path} ${answer.status}`).toBe(`${path} ${status}`)
      expect(await answer.text()).toMatch(/<h1>.+<\/h1>\n<p>.+<\/p>/)
    }
    expectQuietLog()
  })

  it('is taken for an empty form when it is empty, whatever its type', async () => {
    const answer = await fetch(`${server.url}/sign-in`, {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin' },
    })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Enter your email address')
  })

  it('is drawn again where a field holds a NUL, the field named', async () => {
    const answer = await postForm(`${server.url}/sign-in`, { email: 'a@b\0.c', password: 'x' })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('There was a character here that cannot be seen and cannot be kept')
    expect(page).toContain('value="a@b.c"')
    expectQuietLog()
  })

  it('passes nothing on that the form does not ask for', async () => {
    const answer = await postForm(`${server.url}/sign-in`, {
      ...{ email: 'wag@tail.example', password: '', extra: 'wagtail extra', isAdmin: 'true' },
      ...{ 'constructor-of': 'x', 'next.deep': 'x' },
    })
    expect(answer.status).toBe(422)
    expect(await answer.text()).not.toContain('wagtail extra')
  })

  it('is nobody’s fault when it is broken off', async () => {
    await brokenOff(server.url, '/sign-in', 5_000)
    await brokenOff(server.url, '/sign-in.data', 5_000)
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
    expectQuietLog()
  })
})

/** One line a request, and none of a fault of ours; nothing in it of what was asked. */
function expectQuietLog(): void {
  const lines = server.logLines.map(line => JSON.parse(line) as { level: number; msg: string })
  expect(lines.filter(line => line.level > 30 || line.msg !== 'request')).toEqual([])
  expect(server.logLines.join('')).not.toMatch(/wagtail|%|a@b\.c/)
}
