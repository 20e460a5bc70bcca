import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addAccount, TEST_PASSWORD } from '../factories/account'
import { addOrganisation } from '../factories/organisation'
import { createTestDatabase, type TestDatabase } from '../support/database'
import { startProxy } from '../support/proxy'
import { passSecondFactor } from '../support/sign-in'
import { cookieAfter, type RunningTestServer, startTestServer } from '../support/server'

const PUBLIC_ORIGIN = 'https://throughgate.example'

let database: TestDatabase
let server: RunningTestServer

beforeAll(async () => {
  database = await createTestDatabase()
  const organisation = await addOrganisation(database.owner)
  await addAccount(database.owner, organisation, 'officer', 'officer@proxy.example')
  server = await startTestServer({ database, env: { PUBLIC_ORIGIN, TRUST_PROXY: 'yes' } })
}, 300_000)

afterAll(async () => {
  await server?.stop()
  await database?.drop()
})

describe.each([
  ['with the name that the browser asked for', true],
  ['with the service’s own name, as nginx does by itself', false],
])('behind a proxy that sends Host %s', (_what, passesHost) => {
  it.each([
    ['as a page', '/sign-in', '/cases/new'],
    ['as data', '/sign-in.data', '/cases/new.data'],
  ])('every form works, sent %s', async (_way, signIn, open) => {
    const proxy = await startProxy(server.url, passesHost)
    const credentials = { email: 'officer@proxy.example', password: TEST_PASSWORD }
    const signedIn = await sendFrom(PUBLIC_ORIGIN, proxy.url + signIn, credentials, '')
    expect([202, 303]).toContain(signedIn.status)
    const cookie = cookieAfter('', signedIn)
    expect(cookie).toMatch(/^__Host-throughgate=/)
    await passSecondFactor(database.owner, cookie)
    const refused = await sendFrom(PUBLIC_ORIGIN, proxy.url + open, { name: 'Half a form' }, cookie)
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('Half a form')
    const foreign = await sendFrom('https://evil.example', proxy.url + open, {}, cookie)
    expect(foreign.status).toBe(403)
    await proxy.stop()
  })

  it('leads nowhere but to its own addresses', async () => {
    const proxy = await startProxy(server.url, passesHost)
    const asked = await fetch(`${proxy.url}/cases`, { redirect: 'manual', headers: { host: 'evil.example' } })
    expect(asked.headers.get('location')).toBe('/sign-in?next=%2Fcases')
    await proxy.stop()
  })
})

describe('on this machine alone', () => {
  it.each(['localhost', '127.0.0.1'])('a form works opened at %s', async name => {
    const local = await startTestServer({ database })
    const { port } = new URL(local.url)
    const here = `http://${name}:${port}`
    for (const path of ['/sign-in', '/sign-in.data']) {
      const answer = await sendFrom(
        here,
        `http://127.0.0.1:${port}${path}`,
        { email: 'half@form.example' },
        '',
      )
      expect(`${path} ${answer.status}`).toBe(`${path} 422`)
    }
    await local.stop()
  })
})

/** As a browser that says only where the page came from. */
function sendFrom(
  origin: string,
  url: string,
  fields: Record<string, string>,
  cookie: string,
): Promise<Response> {
  const body = new URLSearchParams(fields)
  return fetch(url, { method: 'POST', redirect: 'manual', headers: { origin, cookie }, body })
}
