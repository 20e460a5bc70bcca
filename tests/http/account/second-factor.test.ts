import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Role } from '@db/viewer'
import { asSignIn, asSignInOf, asViewer } from '@db/viewer-transaction'
import { giveSecondFactor } from '~/domain/account/second-factor/give-second-factor.server'
import { endSessionsOf, findSession } from '~/domain/account/session.server'
import { addAccount } from '../../factories/account'
import { addOrganisation } from '../../factories/organisation'
import { createTestDatabase, type TestDatabase } from '../../support/database'
import { codeAt, signInAt, withAppFactor } from '../../support/sign-in'
import { cookieAfter, postForm, type RunningTestServer, startTestServer } from '../../support/server'

const START = Date.parse('2026-11-23T09:00:00Z')
const STEP = 30_000
const ASK = '/sign-in/second-factor'
const APP = '/account/second-factor/app'

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

describe('somebody without a second factor', () => {
  it('is led to set one up before anything else opens, and on to what they asked for', async () => {
    const { email } = await anOfficer()
    const first = await postForm(`${server.url}/sign-in`, {
      ...{ email, password: 'a password for tests alone', next: '/services?q=bed' },
    })
    const asked = first.headers.get('location')
    expect(asked).toBe('/sign-in/second-factor?next=%2Fservices%3Fq%3Dbed')
    const half = cookieAfter('', first)
    expect(await whereTo(asked ?? '', half)).toBe('/account/second-factor?next=%2Fservices%3Fq%3Dbed')
    expect(await whereTo('/cases', half)).toBe('/sign-in/second-factor?next=%2Fcases')

    const choice = await read('/account/second-factor?next=%2Fservices%3Fq%3Dbed', half)
    expect(choice.body).toContain('Set up a second factor')
    expect(choice.body).toContain(`href="${APP}?next=%2Fservices%3Fq%3Dbed"`)
    const page = await read(`${APP}?next=%2Fservices%3Fq%3Dbed`, half)
    const done = await send(`${APP}?next=%2Fservices%3Fq%3Dbed`, half, {
      ...carried(page.body),
      ...{ code: codeAt(new Date(nowMs), page.typed), name: 'Work phone', next: '/services?q=bed' },
    })
    expect(done.status).toBe(200)
    expect(recoveryCodes(done.body)).toHaveLength(10)
    expect(done.body).toContain('href="/services?q=bed"')
    expect(done.cookie).not.toBe(half)
    expect(await whereTo('/', done.cookie)).toBe('/cases')
    // The half session has ended with it.
    expect(await whereTo('/cases', half)).toBe('/sign-in?next=%2Fcases')
  })

  it('draws the same secret again where the code is wrong, and keeps the name that was typed', async () => {
    const { email, viewer } = await anOfficer()
    const half = await signInAt(server.url, email)
    const page = await read(APP, half)
    const again = await send(APP, half, { ...carried(page.body), code: '000000', name: 'Blue phone' })
    expect(again.status).toBe(422)
    expect(again.body).toContain('This is not the code the app shows now')
    expect(again.body).toContain('value="Blue phone"')
    expect(again.typed).toBe(page.typed)
    expect(await factorsOf(viewer.personId)).toEqual([])
    expect((await read(APP, half)).typed).not.toBe(page.typed)
  })

  it('says what is missing', async () => {
    const half = await signInAt(server.url, (await anOfficer()).email)
    const page = await read(APP, half)
    const { body, status } = await send(APP, half, { ...carried(page.body), code: '12 34', name: '' })
    expect(status).toBe(422)
    expect(body).toContain('Enter the 6 digits that your app shows')
    expect(body).toContain('Give it a name, so that you know which it is')
  })

  it('cannot send a secret that was made for somebody else', async () => {
    const { email } = await anOfficer()
    const other = await read(APP, await signInAt(server.url, (await anOfficer()).email))
    const code = codeAt(new Date(nowMs), other.typed)
    const sent = { ...carried(other.body), code, name: 'A phone' }
    const refused = await send(APP, await signInAt(server.url, email), sent)
    expect(refused.status).toBe(422)
    expect(refused.body).toContain('This page was open for too long. Scan the new code with your app')
    expect(refused.typed).not.toBe(other.typed)
  })

  it('keeps one factor where the form is sent twice', async () => {
    const { email, viewer } = await anOfficer()
    const half = await signInAt(server.url, email)
    const page = await read(APP, half)
    const sent = { ...carried(page.body), code: codeAt(new Date(nowMs), page.typed), name: 'A phone' }
    const both = await Promise.all([send(APP, half, sent), send(APP, half, sent)])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 303])
    expect(await factorsOf(viewer.personId)).toEqual(['A phone'])
  })

  it('is not overtaken by another who knows the password: the first one set up is asked for', async () => {
    const { email, viewer } = await anOfficer()
    const [one, other] = [await signInAt(server.url, email), await signInAt(server.url, email)]
    const [mine, theirs] = [await read(APP, one), await read(APP, other)]
    const sent = (page: typeof mine, name: string) => ({
      ...{ ...carried(page.body), code: codeAt(new Date(nowMs), page.typed), name },
    })
    expect((await send(APP, one, sent(mine, 'Mine'))).status).toBe(200)
    expect(await whereTo(APP, other)).toBe(`${ASK}?next=%2Faccount%2Fsecond-factor%2Fapp`)
    const late = await send(APP, other, sent(theirs, 'Theirs'))
    expect(late.location).toContain(ASK)
    expect(await factorsOf(viewer.personId)).toEqual(['Mine'])
  })
})

describe('the code of an app', () => {
  it('makes the session whole, with another token, and leads on', async () => {
    const { half } = await withApp()
    const given = await send(`${ASK}?next=%2Fservices`, half, { code: now(), next: '/services' })
    expect(given.location).toBe('/services')
    expect(given.cookie).not.toBe(half)
    expect(await whereTo('/', given.cookie)).toBe('/cases')
    expect(await whereTo('/cases', half)).toBe('/sign-in?next=%2Fcases')
  })

  it.each([
    ['one step early', -STEP, 303],
    ['one step late', STEP, 303],
    ['two steps early', -2 * STEP, 422],
    ['two steps late', 2 * STEP, 422],
  ])('is taken %s as it should be', async (_, off, status) => {
    const { half } = await withApp()
    expect((await send(ASK, half, { code: codeAt(new Date(nowMs + off)) })).status).toBe(status)
  })

  it('is taken once, in whatever session, and none before it afterwards', async () => {
    const { email, half } = await withApp()
    const code = now()
    expect((await send(ASK, half, { code })).status).toBe(303)
    const again = await signInAt(server.url, email)
    const refused = await send(ASK, again, { code })
    expect(refused.status).toBe(422)
    expect(refused.body).toContain('This code was used already')
    expect(refused.body).not.toContain(`value="${code}"`)
    expect((await send(ASK, again, { code: codeAt(new Date(nowMs - STEP)) })).status).toBe(422)
    nowMs += STEP
    expect((await send(ASK, again, { code: now() })).status).toBe(303)
  })

  it('is taken once where it is sent twice at the same moment', async () => {
    const { email, half } = await withApp()
    const other = await signInAt(server.url, email)
    const code = now()
    const both = await Promise.all([send(ASK, half, { code }), send(ASK, other, { code })])
    expect(both.map(({ status }) => status).sort()).toEqual([303, 422])
  })

  it('that set an app up does not sign in', async () => {
    const { email } = await anOfficer()
    const half = await signInAt(server.url, email)
    const page = await read(APP, half)
    const code = codeAt(new Date(nowMs), page.typed)
    await send(APP, half, { ...carried(page.body), code, name: 'A phone' })
    expect((await send(ASK, await signInAt(server.url, email), { code })).status).toBe(422)
  })

  it('is refused unread after ten tries, from however many sessions, for a quarter of an hour', async () => {
    const { email, half } = await withApp()
    const other = await signInAt(server.url, email)
    const statuses: number[] = []
    for (let time = 0; time < 11; time += 1)
      statuses.push((await send(ASK, time % 2 === 0 ? half : other, { code: '000000' })).status)
    expect(statuses).toEqual([...Array<number>(10).fill(422), 429])
    const right = await send(ASK, half, { code: now() })
    expect(right.status).toBe(429)
    expect(right.body).toContain('Too many tries. Wait 15 minutes, then try again')
    nowMs += 15 * 60_000
    expect((await send(ASK, half, { code: now() })).status).toBe(303)
  })
})

describe('a half session that was ended', () => {
  it('is made whole by nothing', async () => {
    const { viewer, half } = await withApp()
    const found = await findSession(database.app, half.split('=')[1] ?? '', new Date(nowMs))
    if (found.kind !== 'half') throw new Error('The session is not half.')
    await asSignIn(database.app, trx => endSessionsOf(trx, viewer.personId, new Date(nowMs)))
    const given = await giveSecondFactor(server.app, found, { by: 'app', code: now() }, 'other')
    expect(given).toEqual({ ok: false, reason: 'over' })
    expect((await send(ASK, half, { code: now() })).location).toBe('/sign-in')
  })
})

describe('a recovery code', () => {
  it('signs in once, however it is typed, and owes an email that says when', async () => {
    const { email, codes, viewer } = await setUp()
    const use = `${ASK}?use=recovery_code`
    const [code = ''] = codes
    const half = await signInAt(server.url, email)
    expect((await read(use, half)).body).toContain('Enter a recovery code')
    const wrong = await send(use, half, { recoveryCode: 'aaaaa-aaaaa' })
    expect(wrong.status).toBe(422)
    expect(wrong.body).toContain('This is none of your recovery codes')
    expect((await send(use, half, { recoveryCode: code.toUpperCase().replace('-', ' ') })).status).toBe(303)
    const again = await send(use, await signInAt(server.url, email), { recoveryCode: code })
    expect(again.body).toContain('This recovery code was used already')
    expect(await newsOf(viewer.personId)).toEqual(['factor_added', 'recovery_code_used'])
  })

  it('of somebody else is none', async () => {
    const [one, other] = [await setUp(), await setUp()]
    const half = await signInAt(server.url, other.email)
    const sent = await send(`${ASK}?use=recovery_code`, half, { recoveryCode: one.codes[0] ?? '' })
    expect(sent.status).toBe(422)
  })
})

describe('one’s own factors', () => {
  it('are listed, get another name, and are removed, but for the last', async () => {
    const { cookie, viewer } = await setUp()
    const [first = ''] = await factorIdsOf(viewer.personId)
    const one = `/account/second-factor/${first}`
    expect((await send(one, cookie, { name: '' })).status).toBe(422)
    expect((await send(one, cookie, { name: 'Red phone' })).location).toBe('/account/second-factor')
    expect((await read('/account/second-factor', cookie)).body).toContain('Red phone')

    expect((await read(one, cookie)).body).toContain('It is the only one you have')
    const last = await send(one, cookie, { intent: 'remove' })
    expect(last.status).toBe(409)
    expect(last.body).toContain('This is the only one you have')
    expect(await factorsOf(viewer.personId)).toEqual(['Red phone'])

    const second = await addApp(cookie, 'Tablet')
    expect(second.location).toBe('/account/second-factor')
    expect(await factorsOf(viewer.personId)).toEqual(['Red phone', 'Tablet'])
    expect((await send(one, cookie, { intent: 'remove' })).location).toBe('/account/second-factor')
    expect(await factorsOf(viewer.personId)).toEqual(['Tablet'])
    expect(await newsOf(viewer.personId)).toEqual(['factor_added', 'factor_added', 'factor_removed'])
    expect(await auditOf(viewer.personId)).toEqual([
      'second-factor.add app',
      'second-factor.add app',
      'second-factor.remove app',
    ])
  })

  it('are both left where both are removed at the same moment', async () => {
    const { cookie, viewer } = await setUp()
    await addApp(cookie, 'Tablet')
    const ids = await factorIdsOf(viewer.personId)
    const both = await Promise.all(
      ids.map(id => send(`/account/second-factor/${id}`, cookie, { intent: 'remove' })),
    )
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409])
    expect(await factorsOf(viewer.personId)).toHaveLength(1)
  })

  it('are not another’s to see or to change', async () => {
    const [mine, theirs] = [await setUp(), await setUp()]
    const [id = ''] = await factorIdsOf(theirs.viewer.personId)
    const path = `/account/second-factor/${id}`
    for (const fields of [[['name', 'Mine now']], [['intent', 'remove']]])
      expect((await send(path, mine.cookie, fields)).status).toBe(404)
    expect(await factorsOf(theirs.viewer.personId)).toEqual(['A phone'])
  })
})

describe('new recovery codes', () => {
  it('are shown once, and those before are good for nothing', async () => {
    const { cookie, codes, email } = await setUp()
    const path = '/account/second-factor/recovery-codes'
    expect((await read(path, cookie)).body).toContain('10 recovery codes are left')
    const renewed = recoveryCodes((await send(path, cookie, {})).body)
    expect(renewed).toHaveLength(10)
    expect(recoveryCodes((await read(path, cookie)).body)).toEqual([])
    const use = `${ASK}?use=recovery_code`
    const half = await signInAt(server.url, email)
    expect((await send(use, half, { recoveryCode: codes[1] ?? '' })).status).toBe(422)
    expect((await send(use, half, { recoveryCode: renewed[1] ?? '' })).status).toBe(303)
    expect((await read(path, cookie)).body).toContain('9 recovery codes are left')
  })
})

describe('a second factor that was lost', () => {
  it('is taken away by an administrator: signed out at once, told, written down, and set up anew', async () => {
    const lost = await setUp()
    const administrator = await signedIn('administrator')
    const path = `/people/${lost.viewer.membershipId}/second-factor`
    expect((await read(path, administrator.cookie)).body).toContain(`Person at ${lost.email}`)
    expect((await send(path, administrator.cookie, {})).location).toBe(`/people/${lost.viewer.membershipId}`)
    expect(await whereTo('/cases', lost.cookie)).toBe('/sign-in?next=%2Fcases')
    expect(await factorsOf(lost.viewer.personId)).toEqual([])
    expect(await newsOf(lost.viewer.personId)).toEqual(['factor_added', 'factors_reset'])
    expect(await auditOf(lost.viewer.personId)).toEqual(['second-factor.add app', 'second-factor.reset -'])
    const half = await signInAt(server.url, lost.email)
    expect(await whereTo(ASK, half)).toBe('/account/second-factor')
    // No recovery code of before opens it.
    const sent = { recoveryCode: lost.codes[0] ?? '' }
    expect((await send(`${ASK}?use=recovery_code`, half, sent)).location).toBe('/sign-in')
  })

  it('is taken away by nobody else, and not by oneself', async () => {
    const other = await setUp()
    const path = `/people/${other.viewer.membershipId}/second-factor`
    for (const role of ['officer', 'editor', 'provider_manager', 'coordinator'] as const)
      expect((await send(path, (await signedIn(role)).cookie, {})).status).toBe(404)
    const self = await signedIn('administrator')
    const own = `/people/${self.viewer.membershipId}/second-factor`
    expect((await send(own, self.cookie, {})).status).toBe(404)
    expect((await read(own, self.cookie)).body).toContain('Ask another administrator')
    expect(await factorsOf(other.viewer.personId)).toEqual(['A phone'])
  })
})

describe('a form that comes after its session had ended', () => {
  it('comes back after the second factor', async () => {
    const { email, half } = await withApp()
    const whole = await send(ASK, half, { code: now() })
    nowMs += 31 * 60_000
    const late = await send('/cases/new', whole.cookie, { note: 'She asked for a quiet house' })
    const first = await postForm(server.url + late.location, {
      ...{ email, password: 'a password for tests alone' },
      next: new URL(late.location, server.url).searchParams.get('next') ?? '',
    })
    const asked = first.headers.get('location') ?? ''
    const next = new URL(asked, server.url).searchParams.get('next') ?? ''
    expect(next).toMatch(/^\/kept-form\//)
    const given = await send(asked, cookieAfter('', first), { code: now(), next })
    expect(given.location).toBe(next)
    expect((await read(next, given.cookie)).body).toContain('She asked for a quiet house')
  })

  it('is kept too where the password was given meanwhile, for who has a mark of that person', async () => {
    const { half } = await withApp()
    const unmarked = await send('/cases/new', half, { note: 'anything' })
    expect(unmarked.location).toBe(`${ASK}?next=%2Fcases%2Fnew`)
    const whole = await withApp()
    const cookie = (await send(ASK, whole.half, { code: now() })).cookie
    const mark = /name="drawnFor" value="([^"]*)"/.exec((await read('/cases', cookie)).body)?.[1] ?? ''
    const again = await signInAt(server.url, whole.email)
    const kept = await send('/cases/new', again, { note: 'quiet', drawnFor: mark })
    expect(kept.location).toMatch(/^\/sign-in\/second-factor\?next=%2Fkept-form%2F/)
  })
})

describe('in the database', () => {
  it('no secret and no code lies readable', async () => {
    const { viewer, codes, typed } = await setUp()
    const { owner } = database
    const rows = await owner
      .selectFrom('secondFactor')
      .selectAll()
      .where('personId', '=', viewer.personId)
      .execute()
    const hashes = await owner
      .selectFrom('recoveryCode')
      .selectAll()
      .where('personId', '=', viewer.personId)
      .execute()
    const kept = JSON.stringify([rows, hashes]) + rows.map(row => row.secret?.toString('latin1')).join('')
    for (const secret of [typed.replaceAll(' ', ''), ...codes, ...codes.map(code => code.replace('-', ''))])
      expect(kept).not.toContain(secret)
  })

  it('nobody reads another’s: no viewer any, and the part that checks credentials one person’s', async () => {
    const [one, other] = [await setUp(), await setUp()]
    for (const table of ['secondFactor', 'recoveryCode'] as const) {
      for (const role of ['officer', 'commissioner', 'administrator'] as const) {
        const read = asViewer(database.app, { ...one.viewer, role }, trx =>
          trx.selectFrom(table).select('personId').execute(),
        )
        await expect(read).rejects.toThrow(/permission denied/)
      }
      await expect(database.app.selectFrom(table).select('personId').execute()).rejects.toThrow(/permission/)
      const nobody = await asSignIn(database.app, trx => trx.selectFrom(table).select('personId').execute())
      expect(nobody).toEqual([])
      const own = await asSignInOf(database.app, one.viewer.personId, trx =>
        trx.selectFrom(table).select('personId').distinct().execute(),
      )
      expect(own).toEqual([{ personId: one.viewer.personId }])
    }
    const planted = asSignInOf(database.app, one.viewer.personId, trx =>
      trx
        .insertInto('recoveryCode')
        .values({ personId: other.viewer.personId, hash: Buffer.alloc(32), createdAt: new Date(nowMs) })
        .execute(),
    )
    await expect(planted).rejects.toThrow(/row-level security/)
  })
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

/** A page without its scripts, and the secret it shows to be typed. */
function shown(html: string) {
  const body = html.replace(/<script\b[\s\S]*?<\/script>/g, '').replace(/<!--[\s\S]*?-->/g, '')
  return { body, typed: /class="tg-code">([A-Z2-7 ]+)</.exec(body)?.[1] ?? '' }
}

async function whereTo(path: string, cookie: string): Promise<string | null> {
  const answer = await fetch(server.url + path, { redirect: 'manual', headers: { cookie } })
  await answer.text()
  return answer.headers.get('location')
}

function carried(body: string): Record<string, string> {
  const value = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? ''
  return { factor: value('factor'), secret: value('secret') }
}

function recoveryCodes(body: string): string[] {
  return [...body.matchAll(/class="tg-code">([0-9a-z]{5}-[0-9a-z]{5})</g)].map(match => match[1] ?? '')
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
