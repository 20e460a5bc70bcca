import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hidden, NEW_CASE, type OfficerStage, openOfficerStage } from './officer-stage'

let stage: OfficerStage
beforeAll(async () => {
  stage = await openOfficerStage()
}, 300_000)
afterAll(() => stage?.close())

const get: OfficerStage['get'] = (...sent) => stage.get(...sent)
const post: OfficerStage['post'] = (...sent) => stage.post(...sent)
const signInAs: OfficerStage['signInAs'] = person => stage.signInAs(person)

describe('closing a case', () => {
  let numbers = 7020

  async function opened(prisonNumber: string): Promise<string> {
    const { location } = await post('/cases/new', {
      ...NEW_CASE,
      prisonNumber,
      name: `Ouzel ${prisonNumber}`,
      anotherPerson: `yes ${prisonNumber}`,
    })
    return location.split('?')[0] ?? ''
  }

  async function drawn(address: string) {
    const { body } = await get(address)
    return { version: hidden(body, 'version'), idempotencyKey: hidden(body, 'idempotencyKey') }
  }

  it('is not offered while a referral is open, and links to what stands in the way', async () => {
    const home = await opened('Z7010AB')
    const page = `${home}/refer/${stage.world.services.womensHouse}`
    const shown = hidden((await get(page)).body, 'shown')
    await post(page, { shown, agreed: 'yes', agreedTier: '1', justification: 'She asked for it' })
    const { status, body } = await get(`${home}/close`)
    expect(status).toBe(200)
    expect(body).toContain('This case cannot be closed yet')
    expect(body).toMatch(/href="\/referrals\/[^"]+">Larch House/)
    expect(body).not.toContain('name="reason"')
  })

  it('is offered where the person has moved to a prison outside the region, with no reason in the address', async () => {
    const home = await opened('Z7016AB')
    const { body } = await get(`${home}/hand-over`)
    expect(body).toMatch(new RegExp(`href="${home}/close"[^>]*>Close the case`))
    expect(body).toContain('with “Transferred” as the reason')
    expect((await get(`${home}/close?reason=died`)).body).not.toMatch(/name="reason"[^>]*checked/)
  })

  it('keeps what was typed where a referral was sent meanwhile', async () => {
    const home = await opened('Z7014AB')
    const form = {
      ...(await drawn(`${home}/close`)),
      reason: 'other',
      note: 'She moved to Leeds',
      notKnown: 'yes',
    }
    const page = `${home}/refer/${stage.world.services.womensHouse}`
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

  it('asks for what nobody recorded, or for the word that it is not known, and keeps what was typed', async () => {
    const home = await opened('Z7015AB')
    const page = (await get(`${home}/close`)).body
    expect(page).toMatch(/href="[^"]+\/checks\/reception">Reception check</)
    const asked = await post(`${home}/close`, {
      ...(await drawn(`${home}/close`)),
      reason: 'released_elsewhere',
    })
    expect(asked.status).toBe(422)
    expect(asked.body).toContain('href="#close-notKnown"')
    expect(asked.body).toContain('Record what is missing, or tick that it is not known')
    expect(asked.body).toMatch(
      /value="released_elsewhere"[^>]*checked|checked[^>]*value="released_elsewhere"/,
    )
    expect((await get(home)).body).not.toContain('This case is closed')
  })

  it('closes it for the team, leads every page of it back to itself, and reopens it', async () => {
    const home = await opened('Z7012AB')
    const form = { ...(await drawn(`${home}/close`)), reason: 'recalled_or_remanded', notKnown: 'yes' }
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
      `/refer/${stage.world.services.womensHouse}`,
    ]
    for (const page of pages) expect((await get(home + page)).status).toBe(303)
    expect((await get(`${home}/search`, await signInAs('durhamOfficer'))).status).toBe(404)

    const reopened = await post(home, await drawn(home))
    expect(reopened.location).toBe(home)
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
      const page = home + (part === 'REFER' ? `/refer/${stage.world.services.womensHouse}` : part)
      const typing = { ...(await drawn(page)), ...fields }
      const closing = { ...(await drawn(`${home}/close`)), reason: 'housed', notKnown: 'yes' }
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
    await post(`${home}/close`, {
      ...(await drawn(`${home}/close`)),
      reason: 'released_elsewhere',
      notKnown: 'yes',
    })
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
