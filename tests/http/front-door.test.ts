import { request as httpRequest } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadBuild } from '~/server/web/remix-pages'
import { addAccount } from '../factories/account'
import { addOrganisation } from '../factories/organisation'
import { createTestDatabase, type TestDatabase } from '../support/database'
import { postForm, type RunningTestServer, startTestServer } from '../support/server'

let database: TestDatabase
let server: RunningTestServer

beforeAll(async () => {
  database = await createTestDatabase()
  const organisation = await addOrganisation(database.owner)
  await addAccount(database.owner, organisation, 'officer', 'officer@front.example')
  server = await startTestServer({ database })
}, 300_000)

afterAll(async () => {
  await server?.stop()
  await database?.drop()
})

describe('a form from another site', () => {
  const UNSAFE = ['POST', 'PUT', 'PATCH', 'DELETE']

  it('is refused at every address, whatever the method', async () => {
    const { routes } = await loadBuild()
    const paths = Object.values(routes).map(route => `/${(route?.path ?? '').replace(/:\w+\??/g, 'x')}`)
    for (const path of [...new Set(paths), '/sign-in.data', '/no-such-page', '/healthz']) {
      for (const method of UNSAFE) {
        const answer = await fetch(server.url + path, {
          method,
          headers: { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
        })
        expect(`${method} ${path} ${answer.status}`).toBe(`${method} ${path} 403`)
      }
    }
  })

  it.each([
    ['nothing says where it comes from', {}, 403],
    ['its origin is null', { origin: 'null' }, 403],
    ['it comes from a sibling site', { 'sec-fetch-site': 'same-site', origin: 'https://other.example' }, 403],
    ['its browser says so, whatever its origin', { 'sec-fetch-site': 'cross-site', origin: 'OURS' }, 403],
    ['a sibling site says it is ours', { 'sec-fetch-site': 'same-site', origin: 'OURS' }, 403],
    ['it carries a bearer token and a cookie', { authorization: 'Bearer x', cookie: 'throughgate=x' }, 403],
    ['the browser says it comes from this site', { 'sec-fetch-site': 'same-origin' }, 422],
    ['it carries a bearer token alone', { authorization: 'Bearer x' }, 422],
  ])('when %s: %j → %i', async (_what, headers, status) => {
    const answer = await fetch(`${server.url}/sign-in`, {
      method: 'POST',
      headers: Object.entries(headers).map(([name, value]): [string, string] => [
        name,
        value === 'OURS' ? server.url : value,
      ]),
      body: new URLSearchParams({ email: '' }),
    })
    expect(answer.status).toBe(status)
  })

  it('is taken when its origin is ours, for a browser that says no more', async () => {
    const answer = await fetch(`${server.url}/sign-in`, {
      method: 'POST',
      headers: { origin: server.url },
      body: new URLSearchParams({ email: '' }),
    })
    expect(answer.status).toBe(422)
  })
})

describe('every answer', () => {
  it.each(['/', '/sign-in', '/no-such-page', '/healthz', '/static/door.svg', '/sign-in.data'])(
    '%s carries the security headers',
    async path => {
      const { headers } = await fetch(server.url + path, { redirect: 'manual' })
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).toContain("base-uri 'none'")
      expect(policy).not.toContain('unsafe')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('same-origin')
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
      expect(headers.get('permissions-policy')).toContain('camera=()')
      expect(headers.get('x-powered-by')).toBeNull()
      expect(headers.get('strict-transport-security')).toBeNull()
    },
  )

  it('has a nonce of its own on every script', async () => {
    const [first, second] = await Promise.all([pageAndNonce('/sign-in'), pageAndNonce('/sign-in')])
    expect(first.nonce).not.toBe(second.nonce)
    const scripts = first.html.match(/<script[^>]*>/g) ?? []
    expect(scripts.length).toBeGreaterThan(0)
    expect(scripts.every(tag => tag.includes(`nonce="${first.nonce}"`))).toBe(true)
    expect(first.html).not.toMatch(/ style="| on[a-z]+="/)
  })

  it('is kept by no cache and found by no search engine once somebody is signed in', async () => {
    const cookie = await server.signIn('officer@front.example')
    for (const path of ['/', '/sign-in', '/_root.data']) {
      const { headers } = await fetch(server.url + path, { redirect: 'manual', headers: { cookie } })
      expect(headers.get('cache-control')).toBe('no-store')
      expect(headers.get('x-robots-tag')).toBe('noindex')
    }
  })

  it('says nothing of how it went wrong, and the log says it once', async () => {
    const broken = await startTestServer({ database, now: brokenClock })
    const form = { email: 'officer@front.example', password: 'no' }
    for (const path of ['/sign-in', '/sign-in.data']) {
      const answer = await postForm(broken.url + path, form)
      const body = await answer.text()
      expect(answer.status).toBe(500)
      expect(body).not.toMatch(/the secret of the clock|\bat .*\.(js|ts):\d+/)
      if (path === '/sign-in') expect(body).toContain('Something went wrong')
    }
    expect(broken.logLines.filter(line => line.includes('the secret of the clock'))).toHaveLength(2)
    await broken.stop()
  })
})

describe('over https', () => {
  it('asks for https from then on, and binds the cookie to this host', async () => {
    const secure = await startTestServer({ database, env: { PUBLIC_ORIGIN: 'https://throughgate.example' } })
    const answer = await postForm(`${secure.url}/sign-in`, {
      email: 'officer@front.example',
      password: 'a password for tests alone',
    })
    expect(answer.headers.get('strict-transport-security')).toBe('max-age=63072000; includeSubDomains')
    expect(answer.headers.get('set-cookie')).toMatch(
      /^__Host-throughgate=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure$/,
    )
    await secure.stop()
  })
})

describe('what is sent in', () => {
  it('is refused above one megabyte, before it is read', async () => {
    const answer = await postForm(`${server.url}/sign-in`, { email: 'x'.repeat(1024 * 1024) })
    expect(answer.status).toBe(413)
    expect(await answer.text()).toContain('What you sent is too large')
  })

  it('is refused when its length is not announced', async () => {
    expect(await postWithoutLength(`${server.url}/sign-in`)).toBe(400)
  })

  it('cannot ask for one loader by the old data address', async () => {
    expect((await fetch(`${server.url}/kept-form/x?_data=routes%2Fkept-form`)).status).toBe(404)
  })

  it('cannot claim another address or host by a header, unless a proxy is declared', async () => {
    const tries: number[] = []
    for (let time = 0; time < 11; time += 1) {
      const headers = { 'x-forwarded-for': `10.0.0.${time}`, 'x-forwarded-host': 'evil.example' }
      const answer = await postForm(
        `${server.url}/sign-in`,
        { email: 'a@front.example', password: 'no' },
        headers,
      )
      tries.push(answer.status)
    }
    expect(tries.at(-1)).toBe(429)
  })

  it('is counted by the address a declared proxy saw', async () => {
    const behind = await startTestServer({ database, env: { TRUST_PROXY: 'yes' } })
    const statuses: number[] = []
    for (let time = 0; time < 11; time += 1) {
      const headers = { 'x-forwarded-for': `10.0.0.${time}` }
      const answer = await postForm(
        `${behind.url}/sign-in`,
        { email: 'b@front.example', password: 'no' },
        headers,
      )
      statuses.push(answer.status)
    }
    expect(statuses.at(-1)).toBe(422)
    await behind.stop()
  })

  it('is counted by the first half of an IPv6 address', async () => {
    const behind = await startTestServer({ database, env: { TRUST_PROXY: 'yes' } })
    const statuses: number[] = []
    for (let time = 0; time < 11; time += 1) {
      const headers = { 'x-forwarded-for': `2001:db8:1:2:${time}::${time}` }
      const form = { email: 'c@front.example', password: 'no' }
      statuses.push((await postForm(`${behind.url}/sign-in`, form, headers)).status)
    }
    expect(statuses).toEqual([...Array<number>(10).fill(422), 429])
    await behind.stop()
  })
})

describe('the log', () => {
  it('has one line for a request, without query, address, email or cookie', async () => {
    server.logLines.length = 0
    const cookie = await server.signIn('officer@front.example')
    await fetch(`${server.url}/sign-in?next=/services&email=jane@front.example`, { headers: { cookie } })
    await fetch(`${server.url}/persons/jane@front.example/A1234BC`)
    await new Promise(resolve => setTimeout(resolve, 50))
    const lines = server.logLines.join('')
    expect(lines).toContain('"method":"POST","path":"/sign-in","status":303')
    expect(lines).toContain('"path":"/:value/:value/:value","status":404')
    for (const secret of ['front.example', 'next=', 'A1234BC', '127.0.0.1', cookie, 'for tests alone']) {
      expect(lines).not.toContain(secret)
    }
  })
})

describe('health', () => {
  it('says that the process answers, and that requests may come', async () => {
    expect(await (await fetch(`${server.url}/healthz`)).json()).toEqual({ ok: true })
    const ready = await fetch(`${server.url}/readyz`)
    expect(ready.status).toBe(200)
    const state = { ok: true, serving: true, database: 'ok', search: 'inside' }
    expect(await ready.json()).toEqual({ ...state, worker: 'apart', mail: 'apart' })
  })

  it('says that no mail is sent where no server for it is set', async () => {
    const { isWorkerRunning, config } = server.app
    server.app.isWorkerRunning = () => true
    const state = { ok: true, serving: true, database: 'ok', search: 'inside', worker: 'ok' }
    expect(await (await fetch(`${server.url}/readyz`)).json()).toEqual({ ...state, mail: 'not sent' })
    server.app.config = { ...config, smtpUrl: 'smtp://mail.example' }
    expect(await (await fetch(`${server.url}/readyz`)).json()).toEqual({ ...state, mail: 'ok' })
    Object.assign(server.app, { isWorkerRunning, config })
  })

  it('says why Meilisearch is not asked, and that requests may come all the same', async () => {
    const { search } = server.app
    server.app.search = { ...search, standing: () => 'Settings a, wanted b: run npm run reindex' }
    const ready = await fetch(`${server.url}/readyz`)
    expect(ready.status).toBe(200)
    expect(await ready.json()).toMatchObject({ search: 'Settings a, wanted b: run npm run reindex' })
    server.app.search = search
  })

  it('says that they may not once the server is stopping', async () => {
    const isServing = server.app.isServing
    server.app.isServing = () => false
    expect((await fetch(`${server.url}/readyz`)).status).toBe(503)
    server.app.isServing = isServing
  })
})

function brokenClock(): Date {
  throw new Error('the secret of the clock')
}

async function pageAndNonce(path: string): Promise<{ html: string; nonce: string }> {
  const answer = await fetch(server.url + path)
  const nonce = /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '')?.[1] ?? ''
  return { html: await answer.text(), nonce }
}

function postWithoutLength(url: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const headers = { 'sec-fetch-site': 'same-origin', 'transfer-encoding': 'chunked' }
    const request = httpRequest(url, { method: 'POST', headers }, answer => {
      answer.resume()
      resolve(answer.statusCode)
    })
    request.on('error', reject)
    request.end('email=x')
  })
}
