import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cookieAfter, postForm } from '../support/server'
import { hidden, openOfficerStage, type OfficerStage } from './officer-stage'

const CONFIRMED = 'Confirmed. Referrers see that your vacancies are right as of now'
const BANNER = 'govuk-notification-banner--success'

let stage: OfficerStage
let worker: string

beforeAll(async () => {
  stage = await openOfficerStage()
  worker = await stage.signInAs('firstWorker')
}, 300_000)
afterAll(() => stage.close())

describe('what was done', () => {
  it('is said once, on the page that comes next, and not in its address', async () => {
    const answer = await confirm()
    expect(answer.headers.get('location')).toBe('/today')
    const given = cookieAfter(worker, answer)
    const next = await read('/today', given)
    expect(next.text).toContain(CONFIRMED)
    expect(next.text.indexOf(BANNER)).toBeLessThan(next.text.indexOf('<h1'))
    expect((await read('/today', next.cookie)).text).not.toContain(BANNER)
  })

  it('waits for its own page, whatever another tab asks for meanwhile', async () => {
    const given = cookieAfter(worker, await confirm())
    const other = await read('/inbox', given)
    expect(other.text).not.toContain(BANNER)
    expect((await read('/today', other.cookie)).text).toContain(CONFIRMED)
  })

  it('is said to a page that asks for its data alone', async () => {
    const next = await read('/today.data', cookieAfter(worker, await confirm()))
    expect(next.text).toContain(CONFIRMED)
    expect(next.cookie).toBe(worker)
  })

  it('is nothing to anybody else, nor a minute later', async () => {
    const said = cookieAfter('', await confirm())
    const manager = await stage.signInAs('firstManager')
    expect((await read('/today', `${manager}; ${said}`)).text).not.toContain(BANNER)
    stage.wait(60_000)
    expect((await read('/today', `${worker}; ${said}`)).text).not.toContain(BANNER)
  })

  it('is said of signing out to whoever looks then', async () => {
    const leaving = await stage.signInAs('firstManager')
    const answer = await postForm(`${stage.url}/sign-out`, {}, { cookie: leaving })
    expect(answer.headers.get('location')).toBe('/sign-in')
    expect((await read('/sign-in', cookieAfter(leaving, answer))).text).toContain('You have signed out')
  })

  it('is carried by a cookie that no script reads and nobody can write', async () => {
    const [said = ''] = (await confirm()).headers.getSetCookie()
    expect(said).toMatch(/^throughgate-said=[\w-]+; Max-Age=60; Path=\/; HttpOnly; SameSite=Lax$/)
    // Not the last letter: some of its bits stand for nothing.
    const forged = said.split(';')[0]?.replace(/=./, first => (first === '=A' ? '=B' : '=A')) ?? ''
    expect((await read('/today', `${worker}; ${forged}`)).text).not.toContain(BANNER)
  })
})

describe('an address', () => {
  it.each(['confirm', 'taken', 'free', 'void', 'count', '__proto__', 'constructor'])(
    '/vacancies?done=%s says nothing was done',
    async done => {
      for (const path of ['/today', '/vacancies']) {
        const { status, body } = await stage.get(`${path}?done=${done}`, worker)
        expect(status).toBe(200)
        expect(body).not.toContain(BANNER)
      }
    },
  )

  it.each(['opened=yes', 'reopened=yes', 'moved=yes', 'saved=money', 'referred=R-1', 'done=__proto__'])(
    'of a case with ?%s says nothing was done',
    async query => {
      const { status, body } = await stage.get(`/cases/${stage.world.cases.woman}?${query}`)
      expect(status).toBe(200)
      expect(body).not.toContain(BANNER)
    },
  )

  it('of the sign-in page does not say that anybody signed out', async () => {
    expect((await read('/sign-in?signed-out=yes', '')).text).not.toContain('You have signed out')
  })
})

describe('each act of an officer', () => {
  it('says what it did', async () => {
    const home = `/cases/${stage.world.cases.woman}`
    expect(await saidAfter(`${home}/answers/money`, {})).toContain('Saved: money')
    expect(
      await saidAfter(`${home}/release-date`, {
        ...{ 'releaseOn.day': '10', 'releaseOn.month': '3', 'releaseOn.year': '2027' },
        ...{ releaseConfidence: 'firm', releaseType: 'automatic', cause: 'other' },
      }),
    ).toContain('The release date has been moved')
  })
})

/** Sends the form of a page, and reads the page that comes next. */
async function saidAfter(path: string, fields: Record<string, string>): Promise<string> {
  const { body } = await stage.get(path)
  const carried = { version: hidden(body, 'version'), idempotencyKey: hidden(body, 'idempotencyKey') }
  const answer = await stage.post(path, { ...carried, ...fields })
  expect(answer.status).toBe(303)
  return (await stage.get(answer.location, answer.cookie)).body
}

function confirm(): Promise<Response> {
  const serviceId = stage.world.services.womensHouse
  return postForm(
    `${stage.url}/vacancies`,
    { intent: 'confirm', serviceId, backTo: 'today', idempotencyKey: crypto.randomUUID() },
    { cookie: worker },
  )
}

async function read(path: string, cookie: string): Promise<{ text: string; cookie: string }> {
  const answer = await fetch(stage.url + path, { headers: { cookie } })
  return { text: await answer.text(), cookie: cookieAfter(cookie, answer) }
}
