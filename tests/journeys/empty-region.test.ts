import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signLink } from '~/domain/account/signed-link.server'
import { inviteFirstAdministrator } from '~/domain/people/first-administrator.server'
import { openBrowser, visit } from '../support/browser'
import { createTestDatabase, type TestDatabase } from '../support/database'
import { faultsOf, faultsWithoutScripts } from '../support/examine'
import { codeAt } from '../support/sign-in'
import { type RunningTestServer, startTestServer } from '../support/server'
import { modes } from './modes'

/** A Monday; the woman is released five weeks later. */
const NOW = new Date('2027-02-01T10:00:00Z')
const PASSWORD = 'umbrella ferret outstanding'
const NARROW = [320]

/** What is typed or chosen, by the names of the fields; a list ticks several. */
type Answers = Readonly<Record<string, string | readonly string[]>>

/** From an empty database to a bed that is offered: no step of it needs SQL or the demonstration. */
describe.each(modes('without'))('a region that starts on Monday, $how', ({ javaScript }) => {
  let database: TestDatabase
  let server: RunningTestServer
  let browser: Browser
  const complaints: string[][] = []
  let administrator: Page
  let manager: Page
  let officer: Page
  let serviceId: string
  let caseAddress: string
  let referral: string

  beforeAll(async () => {
    database = await createTestDatabase(NOW)
    server = await startTestServer({ database, now: () => NOW })
    browser = await openBrowser()
  }, 300_000)
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    await database?.drop()
  })

  it('begins with an administrator, invited by command, who gives a second factor', async () => {
    const { link } = await inviteFirstAdministrator(
      {
        owner: database.owner,
        clock: () => NOW,
        linkKey: server.app.secrets.link,
        publicOrigin: server.app.config.publicOrigin,
        sendsMail: false,
      },
      { email: 'first@region.example', organisationName: 'Regional team', another: false },
    )
    administrator = await joined(link, 'Ada Administrator')
    await sees(administrator, 'Nothing waits')
  })

  it('gets a provider and a prison’s team, each with somebody who was invited', async () => {
    await organisation('Brightwell Homes', { kind: 'provider', phone: '0191 498 0001' })
    await organisation('HMP & YOI Low Newton', { kind: 'prison', prisonCode: 'LNI' })
    manager = await invited(
      'manager@brightwell.example',
      'Brightwell Homes',
      'provider_manager',
      'Max Manager',
    )
    officer = await invited('officer@prison.example', 'HMP & YOI Low Newton', 'officer', 'Ola Officer')
    await sees(manager, 'Today')
    await sees(officer, 'Cases by days to release')
  })

  it('gets a service with six rooms and a policy, entered by its manager', async () => {
    await go(manager, '/our-services/new')
    await send(manager, 'Begin the entry', {
      name: 'Brightwell House',
      kind: 'supported_housing',
      summary: 'Six rooms for women',
      areas: ['E08000021'],
      'staffedHours.answer': 'all',
      isForWomenOrAbuse: 'no',
    })
    serviceId = /our-services\/([0-9a-f-]{36})/.exec(manager.url())?.[1] ?? ''
    await go(manager, `/our-services/${serviceId}/entry/where`)
    await send(manager, 'Save', { areas: ['E08000021'], pathways: ['accommodation'] })
    await go(manager, `/our-services/${serviceId}/entry/contact`)
    await send(manager, 'Save', { phone: '0191 498 0002', referralRoute: 'here' })
    await go(manager, `/our-services/${serviceId}/rooms/add`)
    await send(manager, 'Add the rooms', { howMany: '6', called: 'Room', firstNumber: '1', type: 'shared' })
    await sees(manager, 'Room 6')
    await go(manager, `/our-services/${serviceId}/policy/who`)
    await send(manager, 'Save', { sex: 'women' })
    await go(manager, `/our-services/${serviceId}/policy/prison`)
    await send(manager, 'Save', { peopleFromPrison: 'yes', verifiesAll: 'yes' })
    expect(await faults(manager)).toEqual([])
    await go(manager, '/vacancies')
    await send(manager, 'Yes, still right', {})
    await go(manager, `/our-services/${serviceId}`)
    await send(manager, 'Send it to the editor', {})
    await go(officer, `/services/${serviceId}`)
    await sees(officer, 'Page not found')
  })

  it('has the entry approved by its administrator, and then seen', async () => {
    await go(administrator, `/approvals/${serviceId}`)
    expect(await faults(administrator)).toEqual([])
    await send(administrator, 'Decide', { decision: 'approved' })
    await go(officer, `/services/${serviceId}`)
    await sees(officer, 'Brightwell House')
  })

  it('has a case opened and referred there by its officer', async () => {
    await go(officer, '/cases/new')
    await send(officer, 'Open the case', {
      prisonNumber: 'Z1234AB',
      name: 'Wren Siskin',
      'dateOfBirth.day': '3',
      'dateOfBirth.month': '2',
      'dateOfBirth.year': '1991',
      sex: 'woman',
      custodyStatus: 'sentenced',
      releaseConfidence: 'firm',
      'releaseOn.day': '8',
      'releaseOn.month': '3',
      'releaseOn.year': '2027',
      releaseType: 'automatic',
      homeAuthority: 'E08000021',
    })
    await sees(officer, 'Wren Siskin')
    caseAddress = new URL(officer.url()).pathname
    await go(officer, `${caseAddress}/refer/${serviceId}`)
    await send(officer, 'Send the referral', {
      agreed: 'yes',
      agreedTier: '3',
      justification: 'She wants to live near her sister',
    })
    await go(officer, caseAddress)
    expect(await faults(officer)).toEqual([])
    const line = officer.getByRole('link', { name: /Brightwell House/ }).first()
    referral = (await line.getAttribute('href')) ?? ''
    expect(referral).toMatch(/^\/referrals\/[0-9a-f-]{36}$/)
  })

  it('has a bed offered to her, which nobody else can be offered', async () => {
    await go(manager, referral)
    await send(manager, 'Take to assess', {})
    await sees(manager, 'Wren Siskin')
    await go(manager, `${referral}/offer`)
    await manager.getByRole('radio', { name: /Room 4/ }).check()
    await send(manager, 'Offer this bedspace', { conflictCheck: 'done' })
    await sees(manager, 'Room 4')
    await go(officer, referral)
    await sees(officer, 'The person says yes')
    expect(complaints.flat()).toEqual([])
  })

  const faults = (page: Page) => (javaScript ? faultsOf : faultsWithoutScripts)(page, NARROW)

  /** Opens an invitation in a browser of one's own: a name, a password and an authenticator app. */
  async function joined(link: string, name: string): Promise<Page> {
    const visited = await visit(browser, server.app.config.publicOrigin, javaScript)
    const { page } = visited
    page.setDefaultTimeout(20_000)
    complaints.push(visited.complaints)
    await go(page, new URL(link, server.app.config.publicOrigin).pathname)
    await send(page, 'Join', { name, password: PASSWORD })
    await go(page, '/account/second-factor/app')
    const secret = await page.locator('.tg-code').first().innerText()
    await page.getByLabel('6-digit code').fill(codeAt(NOW, secret))
    await send(page, 'Set it up', {})
    await go(page, '/')
    return page
  }

  /** The link an email would carry. */
  async function invited(email: string, organisationName: string, role: string, name: string): Promise<Page> {
    await go(administrator, '/people/invite')
    await administrator
      .locator('select[name=organisationId]')
      .selectOption({ label: await optionOf(organisationName) })
    await send(administrator, 'Make the invitation', { email, role })
    const { id } = await database.owner
      .selectFrom('invitation')
      .select('id')
      .where('email', '=', email)
      .executeTakeFirstOrThrow()
    return joined(`/join/${signLink(server.app.secrets.link, 'invitation', id)}`, name)
  }

  async function optionOf(organisationName: string): Promise<string> {
    const options = await administrator.locator('select[name=organisationId] option').allInnerTexts()
    return options.find(text => text.includes(organisationName)) ?? ''
  }

  async function organisation(name: string, answers: Answers): Promise<void> {
    await go(administrator, '/organisations/new')
    await send(administrator, 'Add it', { name, ...answers })
    await sees(administrator, name)
  }

  async function go(page: Page, path: string): Promise<void> {
    await page.goto(path, { waitUntil: javaScript ? 'networkidle' : 'load' })
  }

  async function send(page: Page, button: string, answers: Answers): Promise<void> {
    for (const [name, value] of Object.entries(answers)) {
      for (const each of typeof value === 'string' ? [value] : value) await answer(page, name, each)
    }
    const before = `${page.url()} ${await page.locator('main').innerText()}`
    await page.getByRole('button', { name: button }).first().click()
    await expect
      .poll(
        async () =>
          `${page.url()} ${await page
            .locator('main')
            .innerText()
            .catch(() => '')}`,
        {
          timeout: 20_000,
        },
      )
      .not.toBe(before)
    if (javaScript) await page.waitForLoadState('networkidle')
    expect(await page.getByText('There is a problem').count(), await page.locator('main').innerText()).toBe(0)
  }

  async function answer(page: Page, name: string, value: string): Promise<void> {
    const field = page.locator(`[name="${name}"]:not([type=hidden])`)
    const first = field.first()
    const kind = await first.evaluate(each => `${each.tagName} ${each.getAttribute('type') ?? ''}`)
    if (kind.startsWith('SELECT')) await first.selectOption(value)
    else if (/radio|checkbox/.test(kind)) await page.locator(`[name="${name}"][value="${value}"]`).check()
    else await first.fill(value)
  }

  async function sees(page: Page, text: string): Promise<void> {
    await page.getByText(text).first().waitFor()
  }
})
