import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDatabase } from '@db/connection'
import { createTestDatabase, type TestDatabase } from '../support/database'
import { postForm, type RunningTestServer, startTestServer } from '../support/server'

let database: TestDatabase
let server: RunningTestServer

/** Port 1 of this machine: nobody listens there. */
const NOBODY = 'postgres://throughgate_app:x@127.0.0.1:1/throughgate'

beforeAll(async () => {
  database = await createTestDatabase()
  const away = createDatabase(NOBODY)
  server = await startTestServer({ database: { ...database, app: away } })
}, 300_000)

afterAll(async () => {
  await server?.stop()
  await server?.app.db.destroy()
  await database?.drop()
})

describe('with the database away', () => {
  it('a page for someone signed in says so, and what to do', async () => {
    const headers = { cookie: `throughgate=${'A'.repeat(43)}` }
    const answer = await fetch(`${server.url}/`, { headers })
    expect(answer.status).toBe(503)
    expect(answer.headers.get('retry-after')).toBe('5')
    expect(await answer.text()).toContain('Throughgate cannot reach its records just now')
  })

  it('a form says so, and what to do', async () => {
    const answer = await postForm(`${server.url}/sign-in`, { email: 'a@away.example', password: 'x' })
    expect(answer.status).toBe(503)
    expect(answer.headers.get('retry-after')).toBe('5')
    expect(await answer.text()).toContain('Throughgate cannot reach its records just now')
  })

  it('a program is told so, and when to ask again', async () => {
    const answer = await fetch(`${server.url}/api/v1/services`)
    expect(answer.status).toBe(503)
    expect(answer.headers.get('retry-after')).toBe('5')
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
    expect(await answer.json()).toMatchObject({
      status: 503,
      title: expect.stringContaining('cannot reach') as string,
    })
  })

  it('the process is well, but not ready', async () => {
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
    const ready = await fetch(`${server.url}/readyz`)
    expect(ready.status).toBe(503)
    const state = { ok: false, serving: true, database: 'unreachable' }
    expect(await ready.json()).toEqual({ ...state, worker: 'apart', mail: 'apart', search: 'inside' })
  })

  it('the log says so without an address or a value', () => {
    const lines = server.logLines.filter(line => line.includes('database-away'))
    expect(lines.length).toBeGreaterThan(0)
    expect(lines.join('')).not.toContain('127.0.0.1')
  })
})
