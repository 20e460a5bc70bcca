import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createKeyRing } from '@db/encryption/key-ring'
import { seedSmallWorld, type SmallPerson } from '@db/seeds/small'
import { moveReleaseDate } from '~/domain/casework/move-release-date.server'
import { findCaseFor } from '~/screens/case/facts.server'
import type { ReferralTarget } from '~/domain/referral/events/act-on-referral.server'
import { addDays, londonDay } from '~/domain/time/calendar'
import { referredAsDecided } from '../factories/changed-referral'
import { form, type ReferralWorld, stateOf, underReview } from '../factories/referral-world'
import { writePolicy } from '../factories/written-policy'
import { createTestDatabase } from '../support/database'
import {
  cookieAfter,
  postForm,
  type RunningTestServer,
  startTestServer,
  TEST_MASTER_KEY,
} from '../support/server'
import { hidden } from './officer-stage'

const NOW = new Date('2027-02-01T10:00:00Z')

let world: ReferralWorld
let server: RunningTestServer
const cookies = new Map<SmallPerson, string>()

beforeAll(async () => {
  const database = await createTestDatabase(NOW)
  const small = await seedSmallWorld(database.owner, createKeyRing(TEST_MASTER_KEY), NOW)
  server = await startTestServer({ database, now: () => NOW })
  const today = londonDay(NOW)
  const { app } = server
  const worker = { ...app, db: database.worker }
  const days = { today, releaseOn: addDays(today, 35), passTo: () => undefined }
  world = { ...small, ...days, database, app, worker }
}, 300_000)
afterAll(async () => {
  await server.stop()
  await world.database.drop()
})

describe('a release date that moves while an offer is being written', () => {
  let target: ReferralTarget
  let drawn: string
  beforeAll(async () => {
    target = await underReview(world, 'womensHouse', world.cases.woman)
    drawn = (await page('firstWorker', `/referrals/${target.referralId}/offer`)).text
    const { lowNewtonOfficer } = world.viewers
    const found = await findCaseFor(world.app, lowNewtonOfficer, world.cases.woman)
    const move = {
      releaseOn: '2027-03-02',
      releaseConfidence: 'firm',
      releaseType: 'automatic',
      cause: 'calculation',
      version: found?.version ?? 0,
    } as const
    const moved = await moveReleaseDate(world.app, lowNewtonOfficer, world.cases.woman, move, form())
    expect(moved).toMatchObject({ ok: true })
  })

  it('answers with what was and what is, keeps what was typed, and offers nothing', async () => {
    const sent = await send(drawn, { note: 'The room with the blue door' })
    expect(sent.status).toBe(409)
    expect(sent.text).toContain('Changed while you had it open')
    expect(sent.text).toContain('Release date: was 8 March 2027, is now 2 March 2027.')
    expect(sent.text).toContain('The room with the blue door')
    expect(await stateOf(world, target)).toBe('under_review')
    const again = await send(sent.text, { whyThen: 'No room is free before' })
    expect([again.status, await stateOf(world, target)]).toEqual([303, 'offered'])
  })

  it('says on the page of the yes, and on the referral to both sides, how many nights are without a bed', async () => {
    const address = `/referrals/${target.referralId}`
    const yes = await page('lowNewtonOfficer', `${address}/accept`)
    const [theirs, ours] = [await page('lowNewtonOfficer', address), await page('firstWorker', address)]
    for (const { text } of [yes, theirs, ours])
      expect(text).toContain(
        '6 nights without a bed: release is on Tue 2 March, the first night is Mon 8 March.',
      )
  })

  function send(body: string, more: Record<string, string>) {
    const stay = { ...day('fromOn', '2027-03-08'), ...day('untilOn', '2027-05-31') }
    const bedspaceId = world.bedspaces.womensHouse[0] ?? ''
    const fields = { ...carried(body), ...stay, ...more, bedspaceId, conflictCheck: 'done' }
    return post('firstWorker', `/referrals/${target.referralId}/offer`, fields)
  }
})

describe('a risk that changes after referring, over HTTP', () => {
  let path: string
  let refuge: string
  let house: string
  let hostel: string
  beforeAll(async () => {
    const caseId = world.cases.woman
    path = `/cases/${caseId}/answers/risk`
    refuge = (await referredAsDecided(world, 'refuge', caseId)).referralId
    house = await referralTo('womensHouse')
    hostel = (await referredAsDecided(world, 'hostel', caseId)).referralId
  })

  it('asks of each provider once whether it may be passed on, as a question and no error, and keeps what was typed', async () => {
    const asked = await post('lowNewtonOfficer', path, await worse())
    expect(asked.status).toBe(200)
    expect(asked.text).toContain('3 open referrals are affected')
    expect(asked.text).toContain('Nothing is saved until you say who may be told.')
    expect(asked.text.match(/Does the person agree that [^?]* is told what changed/g)?.sort()).toEqual([
      'Does the person agree that Larch Women (fictional) is told what changed',
      'Does the person agree that Rowan Homes (fictional) is told what changed',
    ])
    for (const named of [
      /Referrals R-\d+ to Larch \w+, R-\d+ to Larch \w+</,
      /Referral R-\d+ to Rowan Hostel</,
    ])
      expect(asked.text).toMatch(named)
    expect(asked.text).not.toMatch(/error-summary|error-message|There is a problem|Error:/)
    expect(asked.text).toMatch(/value="very_high"[^>]*checked|checked[^>]*value="very_high"/)
  })

  it('says which was left unanswered, and keeps the answer of the other', async () => {
    const first = await post('lowNewtonOfficer', path, await worse())
    const larch = askedIn(first.text).find(id => id !== hostel) ?? ''
    const half = { ...(await worse()), ...carried(first.text), ...passOn({ [hostel]: 'yes' }) }
    const again = await post('lowNewtonOfficer', path, [
      ...Object.entries(half),
      ['passOnAsked', larch],
      ['passOnAsked', hostel],
    ])
    expect(again.status).toBe(422)
    expect(again.text).toContain(`href="#answers-passOn-r-${larch}"`)
    expect(again.text).not.toContain(`href="#answers-passOn-r-${hostel}"`)
    expect(again.text).toContain(
      'Say whether the person agrees that Larch Women (fictional) is told what changed',
    )
    expect(again.text).toMatch(new RegExp(`name="passOn.r-${hostel}"[^>]* checked="" value="yes"`))
  })

  it('tells one provider and lets the other ring, as was answered of each', async () => {
    const asked = await post('lowNewtonOfficer', path, await worse())
    const larch = askedIn(asked.text).find(id => id !== hostel) ?? ''
    const answers = passOn({ [larch]: 'no', [hostel]: 'yes' })
    const saved = await post('lowNewtonOfficer', path, {
      ...(await worse()),
      ...carried(asked.text),
      ...answers,
    })
    expect(saved.status).toBe(303)
    const said = await page('lowNewtonOfficer', saved.location, saved.cookie)
    expect(said.text).toContain('3 open referrals are affected')
    expect(said.text).toContain(`href="/referrals/${refuge}"`)
    const told = await page('secondWorker', `/referrals/${hostel}`)
    expect(told.text).toContain('Risk of serious harm: low → very high')
    for (const id of [refuge, house]) {
      const provider = await page('firstWorker', `/referrals/${id}`)
      expect(provider.text).toContain('The referrer has something to tell you: ring')
      expect(provider.text).toContain('as of the day it was referred')
      expect(provider.text).not.toMatch(/very high/i)
    }
    expect((await page('firstWorker', '/inbox')).text).toContain('Ring the referrer')
    expect((await page('lowNewtonColleague', '/referrals')).text).toContain('Changed since referred')
    expect((await page('lowNewtonColleague', `/cases/${world.cases.woman}`)).text).toContain(
      'Changed since referred',
    )
  })

  it('asks of the provider again as the same answers are saved, the no chosen, and tells it by a yes', async () => {
    const asked = await post('lowNewtonOfficer', path, await worse())
    expect(asked.status).toBe(200)
    expect(asked.text).toContain('Not every provider has been told')
    expect(asked.text).not.toContain('Rowan Homes')
    expect(asked.text).not.toContain('affected')
    const [larch = ''] = askedIn(asked.text)
    expect(asked.text).toMatch(
      /Larch Women \(fictional\) has not been told of: risk of serious harm, [a-z ,]+\. Does the person agree that it is told now\?/,
    )
    expect(asked.text).toMatch(new RegExp(`name="passOn.r-${larch}"[^>]* checked="" value="no"`))
    const fields = { ...(await worse()), ...carried(asked.text), ...passOn({ [larch]: 'yes' }) }
    expect((await post('lowNewtonOfficer', path, fields)).status).toBe(303)
    for (const id of [refuge, house]) {
      const provider = await page('firstWorker', `/referrals/${id}`)
      expect(provider.text).toContain('Risk of serious harm: low → very high')
    }
    expect((await post('lowNewtonOfficer', path, await worse())).status).toBe(303)
  })

  async function worse() {
    return { ...carried((await page('lowNewtonOfficer', path)).text), rosh: 'very_high' }
  }
})

describe('a stored policy that cannot be read', () => {
  it('fails no page of a referral, a case or the service, and is logged', async () => {
    const { id } = await world.database.owner
      .selectFrom('referral')
      .select('id')
      .where('serviceId', '=', world.services.hostel)
      .executeTakeFirstOrThrow()
    await writePolicy(world, 'hostel', { arson: { rule: 'sometimes' } })
    const ours = await page('lowNewtonOfficer', `/referrals/${id}`)
    expect([ours.status, ours.text]).toEqual([
      200,
      expect.stringContaining('Their policy cannot be read: ask'),
    ])
    for (const path of [`/referrals/${id}`, `/services/${world.services.hostel}`])
      expect((await page('secondWorker', path)).status).toBe(200)
    expect((await page('lowNewtonOfficer', `/cases/${world.cases.woman}/search`)).status).toBe(200)
    const logged = server.logLines.filter(line => line.includes('policy-unreadable'))
    expect(logged[0]).toContain('"criteria":["arson"]')
    expect(logged.join()).not.toContain('sometimes')
  })
})

/** The referrals under whose id it is asked of a provider. */
function askedIn(body: string): string[] {
  return [...body.matchAll(/name="passOnAsked" value="([^"]+)"/g)].map(([, id]) => id ?? '')
}

function passOn(answers: Record<string, 'yes' | 'no'>): Record<string, string> {
  return Object.fromEntries(Object.entries(answers).map(([id, answer]) => [`passOn.r-${id}`, answer]))
}

async function referralTo(service: 'womensHouse'): Promise<string> {
  const { id } = await world.database.owner
    .selectFrom('referral')
    .select('id')
    .where('serviceId', '=', world.services[service])
    .executeTakeFirstOrThrow()
  return id
}

/** What a page carries for its form. */
function carried(body: string): Record<string, string> {
  const names = ['idempotencyKey', 'version', 'releaseVersion', 'changes']
  return Object.fromEntries(names.map(name => [name, hidden(body, name)]))
}

function day(name: string, value: string): Record<string, string> {
  const [year = '', month = '', date = ''] = value.split('-')
  return { [`${name}.day`]: date, [`${name}.month`]: month, [`${name}.year`]: year }
}

async function page(person: SmallPerson, path: string, given?: string) {
  const cookie = given ?? (await cookieOf(person))
  const answer = await fetch(server.url + path, { redirect: 'manual', headers: { cookie } })
  return { status: answer.status, text: markup(await answer.text()) }
}

async function post(person: SmallPerson, path: string, fields: Parameters<typeof postForm>[1]) {
  const cookie = await cookieOf(person)
  const answer = await postForm(server.url + path, fields, { cookie })
  const location = answer.headers.get('location') ?? ''
  const then = cookieAfter(cookie, answer)
  return { status: answer.status, location, cookie: then, text: markup(await answer.text()) }
}

async function cookieOf(person: SmallPerson): Promise<string> {
  const cookie = cookies.get(person) ?? (await server.signIn(world.emails[person]))
  cookies.set(person, cookie)
  return cookie
}

/** Without the marks React leaves between texts, and without what only scripts read. */
function markup(html: string): string {
  return html.replace(/<script\b[\s\S]*?<\/script>/g, '').replace(/<!--[\s\S]*?-->/g, '')
}
