import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hidden, NEW_CASE, type OfficerStage, openOfficerStage } from './officer-stage'

const ABSENT_ID = '00000000-0000-4000-8000-000000000000'

let stage: OfficerStage
beforeAll(async () => {
  stage = await openOfficerStage()
}, 300_000)
afterAll(() => stage?.close())

const get: OfficerStage['get'] = (...sent) => stage.get(...sent)
const post: OfficerStage['post'] = (...sent) => stage.post(...sent)
const signInAs: OfficerStage['signInAs'] = person => stage.signInAs(person)

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
  return (await stage.database.owner.selectFrom('personCase').select('id').execute()).length
}

async function countReferrals(): Promise<number> {
  return (await stage.database.owner.selectFrom('referral').select('id').execute()).length
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
    ['a release date long past', { 'releaseOn.year': '2024' }, 'must be within the last 28 days'],
    ['somebody under 18 on release', { 'dateOfBirth.year': '2010' }, '18 or over on release'],
    ['a day that is none', { 'dateOfBirth.day': '31' }, 'There is no 31 April 1991'],
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

  it('asks of the same name and date of birth under another number, beside the case that is open', async () => {
    const alike = { ...NEW_CASE, prisonNumber: 'Z7011AB' }
    const before = await countCases()
    const asked = await post('/cases/new', alike)
    expect(asked.status).toBe(409)
    expect(asked.body).toContain('This may be a person with an open case')
    expect(asked.body).toMatch(/href="\/cases\/[0-9a-f-]{36}"/)
    expect(asked.body).toMatch(/<input(?![^>]*checked)[^>]*value="yes Z7011AB"/)
    expect(await countCases()).toBe(before)
    const ticked = await post('/cases/new', { ...alike, anotherPerson: 'yes Z7011AB' })
    expect(ticked.status).toBe(303)
    expect(await countCases()).toBe(before + 1)
  })

  it('draws the form again, with what was typed, where it was sent before with other answers', async () => {
    const key = hidden((await get('/cases/new')).body, 'idempotencyKey')
    const form = { ...NEW_CASE, name: 'Robin Twite', idempotencyKey: key }
    await post('/cases/new', { ...form, prisonNumber: 'Z7002AB' })
    const other = { ...form, prisonNumber: 'Z7003AB' }
    expectDrawnAgain(await post('/cases/new', other), key, 'value="Z7003AB"')
  })
})

describe('the answers of a case', () => {
  const page = () => `/cases/${stage.world.cases.woman}/answers/money`
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
    expect((await get(`/cases/${stage.world.cases.woman}`)).body).toContain('£120')
  })

  it('draws them again, with what was typed, where the form was sent before with other answers', async () => {
    const { body } = await get(page())
    const key = hidden(body, 'idempotencyKey')
    const carried = { version: hidden(body, 'version'), idempotencyKey: key }
    expect((await post(page(), { ...PAID, ...carried, arrearsPence: '120' })).status).toBe(303)
    expectDrawnAgain(await post(page(), { ...PAID, ...carried, arrearsPence: '77' }), key, 'value="77"')
    expect((await get(`/cases/${stage.world.cases.woman}`)).body).toContain('£120')
  })

  it('goes back to the search that asked, or on to the next topic', async () => {
    const version = hidden((await get(page())).body, 'version')
    const answer = await post(`${page()}?then=search`, { ...PAID, version, arrearsPence: '0' })
    expect(answer.location).toBe(`/cases/${stage.world.cases.woman}/search`)
    const next = await post(`${page()}?then=next`, {
      ...PAID,
      version: String(Number(version) + 1),
      arrearsPence: '0',
    })
    expect(next.location).toBe(`/cases/${stage.world.cases.woman}/answers/safety`)
  })
})

describe('moving the release date', () => {
  const page = () => `/cases/${stage.world.cases.woman}/release-date`
  const MOVE = {
    cause: 'court',
    releaseConfidence: 'firm',
    'releaseOn.day': '9',
    'releaseOn.month': '3',
    'releaseOn.year': '2027',
    releaseType: 'automatic',
  }

  it('refuses a day long past and keeps what was typed', async () => {
    const { status, body } = await post(page(), { ...MOVE, 'releaseOn.year': '2024', version: '1' })
    expect(status).toBe(422)
    expect(body).toContain('must be within the last 28 days')
    expect(body).toContain('href="#release-releaseOn-year"')
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
    const { status, body } = await get(`/cases/${stage.world.cases.woman}/search?near=Atlantis`)
    expect(status).toBe(200)
    expect(body).toContain('This place was not found')
    expect(body).toContain('href="#near"')
    expect(body).toContain('value="Atlantis"')
    expect(body).toContain('4 services checked against what is known')
  })

  it('says of a word that no service mentions that everything is shown, and takes it for no evidence of need', async () => {
    const home = `/cases/${stage.world.cases.woman}/search`
    const { body } = await get(`${home}?q=xyzzy`)
    expect(body).toContain('No service mentions “xyzzy”. The list is not narrowed by it.')
    expect(body).toContain('4 services checked against what is known')
    expect(body).not.toContain('evidence of need')
    const none = await get(`${home}?kind=mentoring`)
    expect(none.body).toContain('No service matches this search')
    expect(none.body).toMatch(new RegExp(`href="${home}"[^>]*>Clear words and filters<`))
  })

  it('holds no name and no number in its title, and nothing of a hidden address', async () => {
    const { body } = await get(`/cases/${stage.world.cases.woman}/search?q=refuge`)
    expect(/<title>([^<]*)/.exec(body)?.[1]).toMatch(/^Places for case C-\d+ – Throughgate$/)
    expect(body).not.toContain(stage.world.canary.postcode)
    expect(body).not.toContain(String(stage.world.canary.lat))
  })

  it.each([
    'q=%27%22%3E%3Cscript%3E',
    'kind=nonsense&page=-3&sort=x',
    'by=2020-01-01',
    `q=${'a'.repeat(300)}`,
  ])('takes %s for a search', async query => {
    const { status, body } = await get(`/cases/${stage.world.cases.woman}/search?${query}`)
    expect(status).toBe(200)
    expect(body).not.toContain('"><script>')
  })
})

describe('a referral', () => {
  const page = () => `/cases/${stage.world.cases.woman}/refer/${stage.world.services.womensHouse}`
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
    const men = `/cases/${stage.world.cases.woman}/refer/${stage.world.services.flats}`
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
    expect(first.location).toBe(`/cases/${stage.world.cases.woman}`)
    expect(second.location).toBe(first.location)
    expect((await get(first.location, first.cookie)).body).toMatch(/Referral R-\d+ was sent to Larch House/)
    expect((await get(page())).body).toContain('Already referred to Larch House')
    const another = await post(page(), { ...AGREED, shown: form.shown })
    expect(another.status).toBe(409)
    expect(another.body).toContain('already has an open referral')
    expect(await countReferrals()).toBe(before + 1)
  })

  it('is not there for an unknown service, nor for another team’s case', async () => {
    expect((await get(`/cases/${stage.world.cases.woman}/refer/${ABSENT_ID}`)).status).toBe(404)
    expect((await get(`/cases/${stage.world.cases.man}/refer/${stage.world.services.flats}`)).status).toBe(
      404,
    )
    expect((await post(`/cases/${stage.world.cases.woman}/refer/${ABSENT_ID}`, AGREED)).status).toBe(404)
    expect((await post(`/cases/${stage.world.cases.woman}/refer/${ABSENT_ID}`, {})).status).toBe(404)
    expect((await post(`/cases/${ABSENT_ID}/close`, {})).status).toBe(404)
    expect((await post(`/cases/${ABSENT_ID}`, {})).status).toBe(404)
  })

  it('says how to refer where the service takes none here', async () => {
    await stage.database.owner
      .updateTable('service')
      .set({ referralRoute: 'phone' })
      .where('id', '=', stage.world.services.hostel)
      .execute()
    const hostel = `/cases/${stage.world.cases.woman}/refer/${stage.world.services.hostel}`
    const { body } = await get(hostel)
    expect(body).toContain('Rowan Hostel takes no referrals here')
    expect(body).not.toContain('Send the referral')
  })
})
