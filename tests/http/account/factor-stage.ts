import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import type { Role } from '@db/viewer'
import { addAccount } from '../../factories/account'
import { addOrganisation } from '../../factories/organisation'
import { createTestDatabase, type TestDatabase } from '../../support/database'
import { codeAt, signInAt, withAppFactor } from '../../support/sign-in'
import { cookieAfter, postForm, type RunningTestServer, startTestServer } from '../../support/server'

const START = Date.parse('2026-11-23T09:00:00Z')
export const STEP = 30_000
export const ASK = '/sign-in/second-factor'
export const APP = '/account/second-factor/app'

/** The built service with people who sign in by a second factor, for the tests of one file: it comes up before them, and its clock stands at the start of each. */
export function factorStage() {
  let database: TestDatabase
  let server: RunningTestServer
  let organisation: string
  let nowMs = START
  let people = 0

  beforeAll(async () => {
    database = await createTestDatabase(new Date(START))
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

  async function anOfficer() {
    people += 1
    const email = `officer${people}@factor.example`
    return { email, viewer: await addAccount(database.owner, organisation, 'officer', email) }
  }

  /** An officer who has an app, and has given the password. */
  async function withApp() {
    const officer = await anOfficer()
    await withAppFactor(database.owner, officer.viewer.personId)
    return { ...officer, half: await signInAt(server.url, officer.email) }
  }

  /** An officer who has set an app up, and what was shown then. */
  async function setUp() {
    const officer = await anOfficer()
    const half = await signInAt(server.url, officer.email)
    const page = await read(APP, half)
    const code = codeAt(new Date(nowMs), page.typed)
    const done = await send(APP, half, { ...carried(page.body), code, name: 'A phone' })
    return { ...officer, typed: page.typed, codes: recoveryCodes(done.body), cookie: done.cookie }
  }

  /** Somebody of a role, wholly signed in. */
  async function signedIn(role: Role) {
    people += 1
    const email = `person${people}@factor.example`
    const viewer = await addAccount(database.owner, organisation, role, email)
    return { viewer, cookie: await server.signIn(email) }
  }

  /** Adds one more app to those of somebody signed in. */
  async function addApp(cookie: string, name: string) {
    const page = await read(APP, cookie)
    return send(APP, cookie, { ...carried(page.body), code: codeAt(new Date(nowMs), page.typed), name })
  }

  const now = () => codeAt(new Date(nowMs))

  async function read(path: string, cookie: string) {
    const answer = await fetch(server.url + path, { redirect: 'manual', headers: { cookie } })
    return shown(await answer.text())
  }

  async function send(path: string, cookie: string, fields: Record<string, string> | string[][]) {
    const answer = await postForm(server.url + path, fields, { cookie })
    const location = answer.headers.get('location') ?? ''
    const then = cookieAfter(cookie, answer)
    return { status: answer.status, location, cookie: then, ...shown(await answer.text()) }
  }

  async function whereTo(path: string, cookie: string): Promise<string | null> {
    const answer = await fetch(server.url + path, { redirect: 'manual', headers: { cookie } })
    await answer.text()
    return answer.headers.get('location')
  }

  const factorsOf = async (personId: string) => (await rowsOf(personId)).map(({ name }) => name).sort()
  const factorIdsOf = async (personId: string) => (await rowsOf(personId)).map(({ id }) => id)

  function rowsOf(personId: string) {
    return database.owner
      .selectFrom('secondFactor')
      .select(['id', 'name'])
      .where('personId', '=', personId)
      .orderBy('id')
      .execute()
  }

  /** What was written down about a person, in order: the act, and of which kind of factor. */
  async function auditOf(personId: string): Promise<string[]> {
    const rows = await database.owner
      .selectFrom('auditEntry')
      .select(['action', 'detail'])
      .where('subjectId', '=', personId)
      .where('action', 'like', 'second-factor.%')
      .orderBy('happenedAt')
      .orderBy('id')
      .execute()
    return rows.map(({ action, detail }) => `${action} ${(detail as { kind?: string }).kind ?? '-'}`)
  }

  /** The messages that the worker will owe, in order. */
  async function newsOf(personId: string): Promise<string[]> {
    const { rows } = await sql<{ template: string }>`
      select data ->> 'template' as template from pgboss.job
      where name = 'notify' and data ->> 'personId' = ${personId} order by created_on`.execute(database.owner)
    return rows.map(({ template }) => template)
  }

  return {
    get database() {
      return database
    },
    get server() {
      return server
    },
    get nowMs() {
      return nowMs
    },
    pass(ms: number) {
      nowMs += ms
    },
    anOfficer,
    withApp,
    setUp,
    signedIn,
    addApp,
    now,
    read,
    send,
    whereTo,
    factorsOf,
    factorIdsOf,
    auditOf,
    newsOf,
  }
}

/** A page without its scripts, and the secret it shows to be typed. */
function shown(html: string) {
  const body = html.replace(/<script\b[\s\S]*?<\/script>/g, '').replace(/<!--[\s\S]*?-->/g, '')
  return { body, typed: /class="tg-code">([A-Z2-7 ]+)</.exec(body)?.[1] ?? '' }
}

export function carried(body: string): Record<string, string> {
  const value = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? ''
  return { factor: value('factor'), secret: value('secret') }
}

export function recoveryCodes(body: string): string[] {
  return [...body.matchAll(/class="tg-code">([0-9a-z]{5}-[0-9a-z]{5})</g)].map(match => match[1] ?? '')
}
