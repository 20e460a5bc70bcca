import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createKeyRing } from '@db/encryption/key-ring'
import { seedSmallWorld, type SmallPerson, type SmallWorld } from '@db/seeds/small'
import { createInsideEngine } from '@search/inside-engine'
import { createSearchService } from '@search/search-service'
import { allDocuments } from '~/domain/service/service-document.server'
import { createTestDatabase, type TestDatabase } from '../support/database'
import { postForm, type RunningTestServer, startTestServer, TEST_MASTER_KEY } from '../support/server'

const NOW = new Date('2027-02-01T10:00:00Z')
const SILENT = { info: () => {}, warn: () => {}, error: () => {} }
const ABSENT_ID = '00000000-0000-4000-8000-000000000000'

let database: TestDatabase
let server: RunningTestServer
let world: SmallWorld
let officer: string

beforeAll(async () => {
  database = await createTestDatabase()
  world = await seedSmallWorld(database.owner, createKeyRing(TEST_MASTER_KEY), NOW)
  const engine = createInsideEngine()
  await engine.rebuild(allDocuments(database.app, () => NOW))
  const search = createSearchService({ inside: engine, log: SILENT, clock: () => NOW })
  server = await startTestServer({ database, search, now: () => NOW })
  officer = await signInAs('lowNewtonOfficer')
}, 300_000)

afterAll(async () => {
  await server?.stop()
  await database?.drop()
})

async function signInAs(person: SmallPerson): Promise<string> {
  const answer = await postForm(`${server.url}/sign-in`, {
    email: world.emails[person],
    password: world.password,
  })
  return answer.headers.get('set-cookie')?.split(';')[0] ?? ''
}

async function get(path: string, cookie = officer): Promise<{ status: number; body: string }> {
  const answer = await fetch(server.url + path, { redirect: 'manual', headers: { cookie } })
  return { status: answer.status, body: markup(await answer.text()) }
}

async function post(path: string, fields: Record<string, string>, cookie = officer) {
  const answer = await postForm(server.url + path, fields, { cookie })
  return {
    status: answer.status,
    location: answer.headers.get('location') ?? '',
    body: markup(await answer.text()),
  }
}

/** A page as it is written without JavaScript: no scripts, and none of the marks React leaves between texts. */
function markup(html: string): string {
  return html.replace(/<script\b[\s\S]*?<\/script>/g, '').replace(/<!--[\s\S]*?-->/g, '')
}

/** What a page carries for its form. */
function hidden(body: string, name: string): string {
  return new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? ''
}

/** The form of a key that was used before: a new key in it, and what was typed. */
function expectDrawnAgain({ status, body }: { status: number; body: string }, key: string, typed: string) {
  expect(status).toBe(422)
  expect(body).toContain('This form was already sent with other answers')
  expect(body).toContain('There is a problem')
  expect(body).toContain(typed)
  expect(hidden(body, 'idempotencyKey')).toMatch(/^[0-9a-f-]{36}$/)
  expect(hidden(body, 'idempotencyKey')).not.toBe(key)
}

async function countCases(): Promise<number> {
  return (await database.owner.selectFrom('personCase').select('id').execute()).length
}

async function countReferrals(): Promise<number> {
  return (await database.owner.selectFrom('referral').select('id').execute()).length
}

const NEW_CASE = {
  prisonNumber: 'Z7001AB',
  name: 'Robin Dunnock',
  'dateOfBirth.day': '3',
  'dateOfBirth.month': '4',
  'dateOfBirth.year': '1991',
  sex: 'woman',
  custodyStatus: 'sentenced',
  releaseConfidence: 'firm',
  'releaseOn.day': '1',
  'releaseOn.month': '3',
  'releaseOn.year': '2027',
  releaseType: 'automatic',
  homeAuthority: 'E08000021',
}

describe('the queue', () => {
  it('shows the team’s cases and nobody else’s, and no name in its title', async () => {
    const { body } = await get('/cases')
    expect(body).toContain('Canary Wagtail')
    expect(body).not.toContain('Linnet Fieldfare')
    expect(/<title>([^<]*)/.exec(body)?.[1]).toBe('Cases – Throughgate')
  })
})

describe('opening a case', () => {
  it('says everything that is wrong with an empty form, each with a link to its field', async () => {
    const before = await countCases()
    const { status, body } = await post('/cases/new', {})
    expect(status).toBe(422)
    for (const field of ['prisonNumber', 'name', 'dateOfBirth', 'sex', 'custodyStatus', 'homeAuthority']) {
      expect(body).toContain(`href="#case-${field}"`)
      expect(body).toContain(`id="case-${field}"`)
    }
    expect(await countCases()).toBe(before)
  })

  it.each([
    ['a malformed prison number', { prisonNumber: 'Z12' }, 'like Z1234AB'],
    ['an over-long name', { name: 'a'.repeat(101) }, '100 characters or fewer'],
    ['a release date in the past', { 'releaseOn.year': '2026' }, 'must be today or later'],
    ['somebody under 18 on release', { 'dateOfBirth.year': '2010' }, '18 or over on release'],
    ['a day that is none', { 'dateOfBirth.day': '31' }, 'must be a real date'],
  ])('refuses %s, keeps what was typed and opens nothing', async (_what, changes, message) => {
    const before = await countCases()
    const { status, body } = await post('/cases/new', { ...NEW_CASE, ...changes })
    expect(status).toBe(422)
    expect(body).toContain(message)
    expect(body).toContain('There is a problem')
    expect(body).toContain(`value="${NEW_CASE['releaseOn.day']}"`)
    expect(body).toContain(`value="${Object.values(changes)[0]}"`)
    expect(await countCases()).toBe(before)
  })

  it('opens one case however often the form is sent, and one of a person', async () => {
    const { body } = await get('/cases/new')
    const form = { ...NEW_CASE, idempotencyKey: hidden(body, 'idempotencyKey') }
    const before = await countCases()
    const [first, second] = await Promise.all([post('/cases/new', form), post('/cases/new', form)])
    expect(first.status).toBe(303)
    expect(second.location).toBe(first.location)
    const again = await post('/cases/new', NEW_CASE)
    expect(again.status).toBe(409)
    expect(again.body).toContain('This person already has an open case')
    expect(again.body).toContain(`href="${first.location.split('?')[0]}"`)
    expect(await countCases()).toBe(before + 1)
  })

  it('draws the form again, with what was typed, where it was sent before with other answers', async () => {
    const key = hidden((await get('/cases/new')).body, 'idempotencyKey')
    await post('/cases/new', { ...NEW_CASE, prisonNumber: 'Z7002AB', idempotencyKey: key })
    const other = { ...NEW_CASE, prisonNumber: 'Z7003AB', idempotencyKey: key }
    expectDrawnAgain(await post('/cases/new', other), key, 'value="Z7003AB"')
  })
})

describe('the answers of a case', () => {
  const page = () => `/cases/${world.cases.woman}/answers/money`
  const PAID = { funding: 'housing_benefit', canPayCharge: 'yes', recourse: 'yes' }

  it('keeps what was typed when an answer makes no sense', async () => {
    const { status, body } = await post(page(), { arrearsPence: 'lots', version: '1' })
    expect(status).toBe(422)
    expect(body).toContain('value="lots"')
    expect(body).toContain('href="#answers-arrearsPence"')
  })

  it('shows both versions where a colleague was quicker, and saves neither twice', async () => {
    const drawn = (await get(page())).body
    const carried = { version: hidden(drawn, 'version'), idempotencyKey: hidden(drawn, 'idempotencyKey') }
    const colleague = await signInAs('lowNewtonColleague')
    const theirs = { ...PAID, version: carried.version, arrearsPence: '120' }
    expect((await post(page(), theirs, colleague)).status).toBe(303)
    const mine = await post(page(), { ...PAID, ...carried, arrearsPence: '80' })
    expect(mine.status).toBe(409)
    expect(mine.body).toContain('£120')
    expect(mine.body).toContain('£80')
    expect(hidden(mine.body, 'version')).toBe(String(Number(carried.version) + 1))
    expect((await get(`/cases/${world.cases.woman}`)).body).toContain('£120')
  })

  it('draws them again, with what was typed, where the form was sent before with other answers', async () => {
    const { body } = await get(page())
    const key = hidden(body, 'idempotencyKey')
    const carried = { version: hidden(body, 'version'), idempotencyKey: key }
    expect((await post(page(), { ...PAID, ...carried, arrearsPence: '120' })).status).toBe(303)
    expectDrawnAgain(await post(page(), { ...PAID, ...carried, arrearsPence: '77' }), key, 'value="77"')
    expect((await get(`/cases/${world.cases.woman}`)).body).toContain('£120')
  })

  it('goes back to the search that asked, or on to the next topic', async () => {
    const version = hidden((await get(page())).body, 'version')
    const answer = await post(`${page()}?then=search`, { ...PAID, version, arrearsPence: '0' })
    expect(answer.location).toBe(`/cases/${world.cases.woman}/search`)
    const next = await post(`${page()}?then=next`, {
      ...PAID,
      version: String(Number(version) + 1),
      arrearsPence: '0',
    })
    expect(next.location).toBe(`/cases/${world.cases.woman}/answers/safety`)
  })
})

describe('moving the release date', () => {
  const page = () => `/cases/${world.cases.woman}/release-date`
  const MOVE = {
    cause: 'court',
    releaseConfidence: 'firm',
    'releaseOn.day': '9',
    'releaseOn.month': '3',
    'releaseOn.year': '2027',
    releaseType: 'automatic',
  }

  it('refuses a day that has passed and keeps what was typed', async () => {
    const { status, body } = await post(page(), { ...MOVE, 'releaseOn.year': '2026', version: '1' })
    expect(status).toBe(422)
    expect(body).toContain('must be today or later')
    expect(body).toContain('href="#release-releaseOn"')
  })

  it('moves it once, and answers a stale page with both versions', async () => {
    const version = hidden((await get(page())).body, 'version')
    expect((await post(page(), { ...MOVE, version })).status).toBe(303)
    const stale = await post(page(), { ...MOVE, 'releaseOn.day': '12', version })
    expect(stale.status).toBe(409)
    expect(stale.body).toContain('9 March 2027')
    expect(stale.body).toContain('12 March 2027')
  })

  it('refuses what is recorded already, and asks nobody to confirm it again', async () => {
    const version = hidden((await get(page())).body, 'version')
    const { status, body } = await post(page(), { ...MOVE, version })
    expect(status).toBe(422)
    expect(body).toContain(
      '<a href="#release-releaseOn">This is the release date already recorded. Change it, or go back</a>',
    )
  })

  it('draws the form again, with what was typed, where it was sent before with other answers', async () => {
    const { body } = await get(page())
    const key = hidden(body, 'idempotencyKey')
    const move = { ...MOVE, 'releaseOn.day': '10', version: hidden(body, 'version'), idempotencyKey: key }
    expect((await post(page(), move)).status).toBe(303)
    expectDrawnAgain(await post(page(), { ...move, 'releaseOn.day': '17' }), key, 'value="17"')
  })
})

describe('places for a case', () => {
  it('says that a place is not found, keeps the typing and still shows every service', async () => {
    const { status, body } = await get(`/cases/${world.cases.woman}/search?near=Atlantis`)
    expect(status).toBe(200)
    expect(body).toContain('This place was not found')
    expect(body).toContain('href="#near"')
    expect(body).toContain('value="Atlantis"')
    expect(body).toContain('4 services checked against what is known')
  })

  it('says of words that match nothing how to go on, and takes them for no evidence of need', async () => {
    const { body } = await get(`/cases/${world.cases.woman}/search?q=xyzzy`)
    expect(body).toContain('No service matches these words')
    expect(body).toMatch(
      new RegExp(`href="/cases/${world.cases.woman}/search"[^>]*>Clear words and filters<`),
    )
    expect(body).not.toContain('evidence of need')
  })

  it('holds no name and no number in its title, and nothing of a hidden address', async () => {
    const { body } = await get(`/cases/${world.cases.woman}/search?q=refuge`)
    expect(/<title>([^<]*)/.exec(body)?.[1]).toBe('Places for a case – Throughgate')
    expect(body).not.toContain(world.canary.postcode)
    expect(body).not.toContain(String(world.canary.lat))
  })

  it.each([
    'q=%27%22%3E%3Cscript%3E',
    'kind=nonsense&page=-3&sort=x',
    'by=2020-01-01',
    `q=${'a'.repeat(300)}`,
  ])('takes %s for a search', async query => {
    const { status, body } = await get(`/cases/${world.cases.woman}/search?${query}`)
    expect(status).toBe(200)
    expect(body).not.toContain('"><script>')
  })
})

describe('a referral', () => {
  const page = () => `/cases/${world.cases.woman}/refer/${world.services.womensHouse}`
  const AGREED = { agreed: 'yes', agreedTier: '2' }

  async function drawn(address = page()) {
    const { body } = await get(address)
    return { shown: hidden(body, 'shown'), idempotencyKey: hidden(body, 'idempotencyKey') }
  }

  it('needs the person’s yes, and sends nothing without it', async () => {
    const before = await countReferrals()
    const empty = await post(page(), await drawn())
    expect(empty.status).toBe(422)
    expect(empty.body).toContain('href="#refer-agreed"')
    const refused = await post(page(), { ...(await drawn()), ...AGREED, agreed: 'no' })
    expect(refused.body).toContain('A referral needs the person’s agreement')
    const long = await post(page(), { ...(await drawn()), ...AGREED, justification: 'a'.repeat(301) })
    expect(long.body).toContain('300 characters or fewer')
    expect(await countReferrals()).toBe(before)
  })

  it('asks why where the person does not fit', async () => {
    const men = `/cases/${world.cases.woman}/refer/${world.services.flats}`
    const { status, body } = await post(men, { ...(await drawn(men)), ...AGREED })
    expect(status).toBe(422)
    expect(body).toContain('Say why you refer')
  })

  it('is not sent when the answer changed since it was shown', async () => {
    const before = await countReferrals()
    const { status, body } = await post(page(), { ...(await drawn()), ...AGREED, shown: 'another answer' })
    expect(status).toBe(409)
    expect(body).toContain('Read the answer again')
    expect(await countReferrals()).toBe(before)
  })

  it('is made once, however often it is sent, and never a second time to the same service', async () => {
    const before = await countReferrals()
    const form = { ...(await drawn()), ...AGREED }
    const [first, second] = await Promise.all([post(page(), form), post(page(), form)])
    expect(first.status).toBe(303)
    expect(first.location).toMatch(new RegExp(`^/cases/${world.cases.woman}\\?referred=R-\\d+$`))
    expect(second.location).toBe(first.location)
    expect((await get(first.location)).body).toContain('was sent to Larch House')
    expect((await get(page())).body).toContain('Already referred to Larch House')
    const another = await post(page(), { ...AGREED, shown: form.shown })
    expect(another.status).toBe(409)
    expect(another.body).toContain('already has an open referral')
    expect(await countReferrals()).toBe(before + 1)
  })

  it('is not there for an unknown service, nor for another team’s case', async () => {
    expect((await get(`/cases/${world.cases.woman}/refer/${ABSENT_ID}`)).status).toBe(404)
    expect((await get(`/cases/${world.cases.man}/refer/${world.services.flats}`)).status).toBe(404)
    expect((await post(`/cases/${world.cases.woman}/refer/${ABSENT_ID}`, AGREED)).status).toBe(404)
  })

  it('says how to refer where the service takes none here', async () => {
    await database.owner
      .updateTable('service')
      .set({ referralRoute: 'phone' })
      .where('id', '=', world.services.hostel)
      .execute()
    const hostel = `/cases/${world.cases.woman}/refer/${world.services.hostel}`
    const { body } = await get(hostel)
    expect(body).toContain('Rowan Hostel takes no referrals here')
    expect(body).not.toContain('Send the referral')
  })
})

describe('closing a case', () => {
  let numbers = 7020

  async function opened(prisonNumber: string): Promise<string> {
    const { location } = await post('/cases/new', {
      ...NEW_CASE,
      prisonNumber,
      name: `Ouzel ${prisonNumber}`,
    })
    return location.split('?')[0] ?? ''
  }

  async function drawn(address: string) {
    const { body } = await get(address)
    return { version: hidden(body, 'version'), idempotencyKey: hidden(body, 'idempotencyKey') }
  }

  it('is not offered while a referral is open, and links to what stands in the way', async () => {
    const home = await opened('Z7010AB')
    const page = `${home}/refer/${world.services.womensHouse}`
    const shown = hidden((await get(page)).body, 'shown')
    await post(page, { shown, agreed: 'yes', agreedTier: '1', justification: 'She asked for it' })
    const { status, body } = await get(`${home}/close`)
    expect(status).toBe(200)
    expect(body).toContain('This case cannot be closed yet')
    expect(body).toMatch(/href="\/referrals\/[^"]+">Larch House/)
    expect(body).not.toContain('name="reason"')
  })

  it('keeps what was typed where a referral was sent meanwhile', async () => {
    const home = await opened('Z7014AB')
    const form = { ...(await drawn(`${home}/close`)), reason: 'other', note: 'She moved to Leeds' }
    const page = `${home}/refer/${world.services.womensHouse}`
    const shown = hidden((await get(page)).body, 'shown')
    await post(page, { shown, agreed: 'yes', agreedTier: '1', justification: 'She asked for it' })
    const { status, body } = await post(`${home}/close`, form)
    expect(status).toBe(409)
    expect(body).toContain('There is a problem')
    expect(body).toContain('href="#in-the-way"')
    expect(body).toMatch(/id="in-the-way"[\s\S]*href="\/referrals\/[^"]+">Larch House/)
    expect(body).toMatch(/<textarea[^>]*>She moved to Leeds</)
    expect(body).toMatch(/value="other"[^>]*checked|checked[^>]*value="other"/)
  })

  it('says what is missing and keeps what was typed', async () => {
    const home = await opened('Z7011AB')
    const empty = await post(`${home}/close`, await drawn(`${home}/close`))
    expect(empty.status).toBe(422)
    expect(empty.body).toContain('href="#close-reason"')
    const other = await post(`${home}/close`, { ...(await drawn(`${home}/close`)), reason: 'other' })
    expect(other.body).toContain('Say why the case closes')
    const stale = await post(`${home}/close`, { reason: 'other', note: 'Moved to Leeds', version: '7' })
    expect(stale.status).toBe(409)
    expect(stale.body).toContain('Moved to Leeds')
    expect((await get(home)).body).not.toContain('This case is closed')
  })

  it('closes it for the team, leads every page of it back to itself, and reopens it', async () => {
    const home = await opened('Z7012AB')
    const form = { ...(await drawn(`${home}/close`)), reason: 'recalled_or_remanded' }
    const [first, second] = await Promise.all([post(`${home}/close`, form), post(`${home}/close`, form)])
    expect([first.status, first.location]).toEqual([303, home])
    expect(second.location).toBe(home)
    expect((await post(`${home}/close`, form)).location).toBe(home)
    const { body } = await get(home)
    expect(body).toContain('This case is closed')
    expect(body).toContain('Reason: recalled or remanded')
    expect(body).not.toContain('Search for places')
    expect(body).not.toContain('/answers/')
    expect((await get('/cases')).body).not.toContain('Ouzel Z7012AB')
    const closed = (await get('/cases?state=closed')).body
    expect(closed).toMatch(
      new RegExp(`href="${home}">Ouzel Z7012AB.*Closed on 1 February 2027.*Recalled or remanded`),
    )
    expect(closed).toMatch(/aria-current="page"[^>]*>Closed</)
    expect(/<title>([^<]*)/.exec(closed)?.[1]).toBe('Closed cases – Throughgate')
    const elsewhere = await get('/cases?state=closed', await signInAs('durhamOfficer'))
    expect(elsewhere.body).toContain('Your team has no closed case')
    const pages = [
      '/search',
      '/close',
      '/release-date',
      '/answers/money',
      `/refer/${world.services.womensHouse}`,
    ]
    for (const page of pages) expect((await get(home + page)).status).toBe(303)
    expect((await get(`${home}/search`, await signInAs('durhamOfficer'))).status).toBe(404)

    const reopened = await post(home, await drawn(home))
    expect(reopened.location).toBe(`${home}?reopened=yes`)
    expect((await get('/cases')).body).toContain('Ouzel Z7012AB')
    expect((await get('/cases?state=closed')).body).not.toContain('Ouzel Z7012AB')
    expect((await get(`${home}/search`)).status).toBe(200)
  })

  it.each<[string, Record<string, string>, string[]]>([
    [
      '/answers/money',
      { funding: 'housing_benefit', canPayCharge: 'yes', recourse: 'yes', arrearsPence: '85' },
      ['How will the rent be paid? Housing Benefit', 'Rent arrears, in pounds: £85'],
    ],
    [
      '/release-date',
      { cause: 'court', releaseConfidence: 'not_known', releaseType: 'parole' },
      ['How sure: Not known yet', 'Type of release: Parole'],
    ],
    ['/close', { reason: 'transferred', note: 'To Styal' }, ['Transferred', 'To Styal']],
    ['/close', { note: 'To Styal' }, ['To Styal']],
    ['REFER', { agreed: 'yes', agreedTier: '1', justification: 'She asked' }, ['She asked']],
    ['REFER', { justification: 'She asked' }, ['She asked']],
  ])(
    'shows what was sent to %s of a case that a colleague closed meanwhile: %o',
    async (part, fields, lines) => {
      numbers += 1
      const home = await opened(`Z${numbers}CD`)
      const page = home + (part === 'REFER' ? `/refer/${world.services.womensHouse}` : part)
      const typing = { ...(await drawn(page)), ...fields }
      const closing = { ...(await drawn(`${home}/close`)), reason: 'housed' }
      const colleague = await signInAs('lowNewtonColleague')
      expect((await post(`${home}/close`, closing, colleague)).status).toBe(303)
      const { status, body } = await post(page, typing)
      expect(status).toBe(409)
      expect(body).toContain('This case was closed while you had it open')
      expect(/<title>([^<]*)/.exec(body)?.[1]).toContain('This case was closed while you had it open')
      expect(body).toContain('href="/cases"')
      for (const line of lines) expect(body).toContain(line)
      expect(body).toContain(`href="${home}"`)
      expect((await get(home)).body).not.toContain(lines[0])
      expect((await post(page, typing, await signInAs('durhamOfficer'))).status).toBe(404)
    },
  )

  it('lets the same person be opened again, and then the closed case stays closed', async () => {
    const home = await opened('Z7013AB')
    await post(`${home}/close`, { ...(await drawn(`${home}/close`)), reason: 'released_elsewhere' })
    const again = await opened('Z7013AB')
    expect(again).not.toBe(home)
    expect((await get(again)).body).toMatch(
      new RegExp(`An earlier case of this person was closed on 1 February 2027.*href="${home}"`),
    )
    expect((await get(home)).body).not.toContain('An earlier case')
    const refused = await post(home, await drawn(home))
    expect(refused.status).toBe(409)
    expect(refused.body).toContain('This person has another open case')
    expect(refused.body).toContain(`href="${again}"`)
  })
})
