import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { axeViolations, openBrowser, visit } from '../support/browser'
import { type RunningDemonstration, startDemonstration } from '../support/demonstration'
import { signInAs } from '../support/person'
import { modes } from './modes'

/** product.md, "Search"; the sketches are a phone of 390 by 844. */
const PHONE = { width: 390, height: 844 }
const CHIPPED = '/services?children=yes&near=Durham&miles=15&q=house'
const NEUTRAL = 'https://www.bbc.co.uk/weather'
/** As the project's copy of the helplines holds them, written down by hand. */
const HELPLINES = ['999', '08082000247', '08085002222', '116123', '08088004444', '08088082003', '08001111']
const PUBLIC_PAGES = [
  '/',
  '/services',
  '/family',
  '/helplines',
  '/professionals',
  '/about',
  '/privacy',
  '/sign-in',
]

let demonstration: RunningDemonstration
let browser: Browser
let page: Page

beforeAll(async () => {
  demonstration = await startDemonstration({ now: new Date('2027-03-25T10:00:00Z') })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await demonstration?.stop()
})
afterEach(() => page?.context().close())

async function open(address: string, javaScript: boolean, size = PHONE): Promise<Page> {
  page = (await visit(browser, demonstration.url, javaScript, size.width)).page
  await page.setViewportSize(size)
  await page.goto(address, { waitUntil: javaScript ? 'networkidle' : 'load' })
  return page
}

describe.each(modes('with'))('on a phone, $how,', ({ javaScript }) => {
  it('the first result stands in the first screenful, chips and all', async () => {
    await open(CHIPPED, javaScript)
    expect(await page.locator('.tg-chip').count()).toBeGreaterThan(1)
    const card = await page.locator('.tg-result').first().boundingBox()
    expect(card?.y).toBeGreaterThan(0)
    // All that somebody needs to press: its name.
    expect((card?.y ?? 999) + 120).toBeLessThan(PHONE.height)
  })

  it('what comes first on the screen comes first in the document', async () => {
    await open('/services?kind=emergency', javaScript)
    const parts = ['#q', '.tg-chip', '.tg-results-head h2', '.tg-panel__opener', '.tg-result', '.tg-footer']
    const seen = await page.evaluate(
      selectors =>
        selectors.map(selector => {
          const part = document.querySelector(selector)
          const all = [...document.querySelectorAll('*')]
          return part ? [part.getBoundingClientRect().top + window.scrollY, all.indexOf(part)] : [-1, -1]
        }),
      parts,
    )
    expect(seen.flat()).not.toContain(-1)
    const inOrder = (at: 0 | 1) =>
      seen.map(each => each[at] ?? 0).every((top, i, all) => i === 0 || top >= (all[i - 1] ?? 0))
    expect([inOrder(0), inOrder(1)]).toEqual([true, true])
  })

  it('the filters open over the list, narrow it and close', async () => {
    await open('/services', javaScript)
    const panel = page.locator('#filter-panel')
    expect(await panel.isVisible()).toBe(false)
    await page.getByRole('button', { name: 'Filters', exact: true }).click()
    await page.locator('.tg-drop', { hasText: 'Who for' }).locator('summary').click()
    await page.getByLabel('Women only').check()
    await page.getByRole('button', { name: /^Show .*places?$/ }).click()
    await page.waitForURL(/women-only=yes/)
    await page.getByRole('button', { name: 'Filters (1)' }).waitFor()
    expect(await panel.isVisible()).toBe(false)
    const who = await page.locator('.tg-asked > div', { hasText: 'Who' }).locator('dd').allInnerTexts()
    expect(new Set(who.filter(words => /only|and men/.test(words)))).toEqual(new Set(['Women only']))
  })

  it('the menu leads on', async () => {
    await open('/', javaScript)
    const link = page.getByRole('link', { name: 'Helplines', exact: true })
    expect(await link.isVisible()).toBe(false)
    await page.getByRole('button', { name: 'Menu', exact: true }).click()
    await link.click()
    await page.waitForURL(/helplines$/)
    await page.getByRole('heading', { name: 'Helplines', level: 1 }).waitFor()
    expect(await link.isVisible()).toBe(false)
  })
})

describe.each(modes('with'))('the search for a case on a phone, $how,', ({ javaScript }) => {
  it('shows whose case it is, all four groups and the first place in the first screenful', async () => {
    await openCaseSearch(javaScript)
    const bar = page.locator('.tg-case-bar')
    for (const word of ['Case', 'Release', 'Household', 'Wants', 'Still unknown'])
      expect(await bar.innerText()).toContain(word)
    const tabs = page.getByRole('navigation', { name: 'Groups of places' }).getByRole('link')
    expect(await tabs.count()).toBe(4)
    for (const tab of await tabs.all()) {
      const { x = 0, y = 0, width = 999, height = 999 } = (await tab.boundingBox()) ?? {}
      expect([x >= 0, x + width <= PHONE.width, y + height < PHONE.height]).toEqual([true, true, true])
    }
    const card = await page.locator('.tg-result').first().boundingBox()
    expect(card?.y).toBeGreaterThan(0)
    expect((card?.y ?? 999) + 120).toBeLessThan(PHONE.height)
    if (javaScript) expect(await axeViolations(page)).toEqual([])
  })
})

/** The search for the first case of the team, on a phone. */
async function openCaseSearch(javaScript: boolean, size = PHONE): Promise<void> {
  const email = 'officer.lownewton@example.org'
  page = (await signInAs(browser, { url: demonstration.url, email, javaScript })).page
  await page.setViewportSize(size)
  await page.goto('/cases')
  const cases = await page
    .locator('main a[href^="/cases/"]')
    .evaluateAll(links => links.map(link => link.getAttribute('href') ?? ''))
  const first = cases.find(href => /^\/cases\/[0-9a-f-]{36}$/.test(href))
  await page.goto(`${first}/search`, { waitUntil: javaScript ? 'networkidle' : 'load' })
}

describe('what shows the places', () => {
  it.each([
    ['on a phone', PHONE],
    ['in a wide window', { width: 1280, height: 900 }],
  ])('says how many once a box has changed, and shows as many, %s', async (_, size) => {
    await open('/services', true, size)
    await ticked(size)
    const button = page.getByRole('button', { name: /^Show \d+ places?$/ })
    await button.first().waitFor()
    const words = await button.first().innerText()
    const count = Number(/\d+/.exec(words)?.[0])
    const said = await page.locator('#filter-panel [role=status]').allTextContents()
    expect(said.filter(text => text !== '')).toEqual([`${count} places`])
    await button.first().click()
    await page.waitForURL(/women-only=yes/)
    await page.getByRole('heading', { name: `${count} services match` }).waitFor()
    expect(await page.getByText('Show places').count()).toBeGreaterThan(0)
  })

  it('says no number without JavaScript', async () => {
    await open('/services', false)
    await ticked(PHONE)
    expect(await page.getByRole('button', { name: 'Show places' }).first().isVisible()).toBe(true)
  })

  it('counts for a case what the group that is shown would hold', async () => {
    await openCaseSearch(true)
    await ticked(PHONE)
    const button = page.getByRole('button', { name: /^Show \d+ places?$/ })
    const count = Number(/\d+/.exec(await button.first().innerText())?.[0])
    await button.first().click()
    await page.waitForURL(/women-only=yes/)
    const tab = page.getByRole('navigation', { name: 'Groups of places' }).locator('[aria-current]')
    await expect.poll(() => tab.innerText()).toMatch(new RegExp(`^Fits\\s+${count}$`))
  })

  async function ticked({ width }: { width: number }) {
    if (width < 640) await page.getByRole('button', { name: 'Filters', exact: true }).click()
    await page.locator('.tg-drop', { hasText: 'Who for' }).locator('summary').click()
    await page.getByLabel('Women only').check()
  }
})

describe('a box of a page that is no list yet', () => {
  it.each(['/', '/family'])(
    'completes places, kinds and names as that of the list does, on %s',
    async address => {
      await open(address, true)
      const offered = async (typed: string) => {
        await page.locator('#q').fill(typed)
        await expect.poll(() => page.locator('#q-names option').count()).toBeGreaterThan(0)
        return page.locator('#q-names option').evaluateAll(all => all.map(each => each.getAttribute('value')))
      }
      expect(await offered('midd')).toContain('Middlesbrough')
      await expect.poll(() => offered('hos')).toContain('hostel')
      await expect.poll(() => offered('saltpan')).toContain('Saltpan Chalets')
      expect(await page.locator('#q').getAttribute('list')).toBe('q-names')
    },
  )
})

describe('where the focus is', () => {
  it('is the head of the results after a chip and after Next', async () => {
    await open('/services?children=yes&from-prison=yes', true, { width: 1280, height: 900 })
    await page.locator('.tg-chip').first().click()
    await expect.poll(focused).toMatch(/^H2 \d+ services match/)
    await page.goto('/services', { waitUntil: 'networkidle' })
    await page.locator('.govuk-pagination a[rel=next]').click()
    await page.waitForURL(/page=2/)
    await expect.poll(focused).toMatch(/^H2 \d+ services in the directory/)
    expect(await page.locator('[role=status] h2').count()).toBe(1)
  })

  function focused() {
    return page.evaluate(() => `${document.activeElement?.tagName} ${document.activeElement?.textContent}`)
  }
})

describe('opened parts of a page', () => {
  it.each([320, 1280])('hold nothing that keeps somebody out, at %i px', async width => {
    await open('/services?children=yes', true, { width, height: 900 })
    if (width === 320) await page.locator('.tg-panel__opener').click()
    await page.locator('.tg-drop', { hasText: 'Kind' }).locator('summary').click()
    expect(await axeViolations(page)).toEqual([])
    if (width === 1280) return
    await page.goto('/', { waitUntil: 'networkidle' })
    await page.getByRole('button', { name: 'Menu', exact: true }).click()
    expect(await axeViolations(page)).toEqual([])
  })
})

describe('the way out', () => {
  it('is a plain link on every public page without JavaScript, and on none for who is signed in', async () => {
    await open('/', false)
    for (const address of PUBLIC_PAGES) {
      await page.goto(address)
      const link = page.getByRole('link', { name: 'Leave this page' })
      expect([await link.getAttribute('href'), await link.getAttribute('rel')], address).toEqual([
        NEUTRAL,
        'noreferrer nofollow',
      ])
      const box = await link.boundingBox()
      expect((box?.y ?? 0) + (box?.height ?? 0), address).toBeLessThanOrEqual(PHONE.height)
    }
    const email = 'officer.lownewton@example.org'
    const officer = await signInAs(browser, { url: demonstration.url, email, javaScript: false })
    await officer.open('/services')
    expect(await officer.page.getByRole('link', { name: 'Leave this page' }).count()).toBe(0)
    expect(await officer.page.locator('.tg-footer__helplines').count()).toBe(0)
    await officer.page.context().close()
  })

  it.each([
    ['by its button', () => page.getByRole('link', { name: 'Leave this page' }).click()],
    ['by Escape, pressed three times', () => pressed('Escape', 'Escape', 'Escape')],
  ])('takes the place of the page in the history, %s', async (_, leave) => {
    await open('/about', true)
    await page
      .context()
      .route(`${NEUTRAL}**`, route => route.fulfill({ body: 'Weather', contentType: 'text/html' }))
    await page.goto('/services', { waitUntil: 'networkidle' })
    const before = await page.evaluate(() => history.length)
    await leave()
    await page.waitForURL(NEUTRAL)
    expect(await page.evaluate(() => history.length)).toBe(before)
    expect(await page.evaluate(() => document.referrer)).toBe('')
    await page.goBack()
    expect(page.url()).toMatch(/\/about$/)
  })

  it('is not taken by two presses, nor by three with another key between', async () => {
    await open('/about', true)
    await pressed('Escape', 'Escape')
    await page.getByText('Press Escape once more to leave this page').waitFor({ state: 'attached' })
    await pressed('a', 'Escape', 'Escape')
    expect(page.url()).toMatch(/\/about$/)
  })

  async function pressed(...keys: string[]) {
    for (const key of keys) await page.keyboard.press(key)
  }
})

describe('the numbers on public pages', () => {
  it('are the helplines of the file, all of them on their page, and services’ own', async () => {
    await open('/helplines', false)
    expect(await numbersOn('main')).toEqual(HELPLINES)
    await expect(page.locator('main').innerText()).resolves.toContain('Numbers checked on 26 November 2026')
    const { rows } = await ownNumbers()
    const known = new Set([...HELPLINES, ...rows])
    for (const address of [...PUBLIC_PAGES, '/services?kind=council_housing_options']) {
      await page.goto(address)
      const numbers = await numbersOn('body')
      expect(
        numbers.filter(number => !known.has(number)),
        address,
      ).toEqual([])
      expect(numbers.slice(-3), address).toEqual(['999', '08082000247', '116123'])
    }
  })

  it('hold the number of a council for the night', async () => {
    await open('/services?kind=council_housing_options', false)
    expect(await page.locator('.tg-result', { hasText: 'Out of hours' }).count()).toBeGreaterThan(5)
  })

  async function numbersOn(part: string) {
    const hrefs = await page
      .locator(`${part} a[href^="tel:"]`)
      .evaluateAll(links => links.map(link => link.getAttribute('href') ?? ''))
    return hrefs.map(href => href.slice('tel:'.length))
  }

  async function ownNumbers() {
    const services = await demonstration.database.owner
      .selectFrom('service')
      .select(['phone', 'outOfHoursPhone'])
      .execute()
    const rows = services.flatMap(each => [each.phone, each.outOfHoursPhone]).filter(each => each !== null)
    return { rows: rows.map(number => number.replace(/[^+\d]/g, '')) }
  }
})

describe('the front page', () => {
  it('has the box first, three doors, and every one of their links leads to something', async () => {
    await open('/', false)
    expect(await page.locator('.tg-doors__door h2').allInnerTexts()).toEqual([
      'Someone leaves within days',
      'Family and children',
      'Professionals',
    ])
    const hrefs = await page
      .locator('.tg-doors a')
      .evaluateAll(links => links.map(link => link.getAttribute('href') ?? ''))
    expect(hrefs.length).toBeGreaterThan(8)
    const [box, door] = [
      await page.locator('#q').boundingBox(),
      await page.locator('.tg-doors').boundingBox(),
    ]
    expect(box?.y).toBeLessThan(door?.y ?? 0)
    for (const href of hrefs) {
      const answer = await page.goto(href)
      expect(answer?.status(), href).toBe(200)
      if (href.startsWith('/services'))
        expect(await page.locator('.tg-result').count(), href).toBeGreaterThan(0)
    }
  })

  it('names where one can go, in this order', async () => {
    await open('/', false, { width: 1280, height: 900 })
    expect(await page.locator('header nav a').allInnerTexts()).toEqual([
      'Find a place or support',
      'Family and children',
      'Helplines',
      'For professionals',
      'Sign in',
    ])
  })
})

describe('on paper', () => {
  const wide = { width: 1280, height: 900 }

  it('eight places take one page, with the day', async () => {
    await open('/services?kind=supported_housing&from-prison=yes&women-only=yes', false, wide)
    await keepResults(8)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.tg-result').count()).toBe(8)
    expect(await page.locator('body').innerText()).toContain('As it stood on 25 March 2027')
    expect(await pagesPrinted()).toBe(1)
  })

  it('a service takes one side', async () => {
    await open('/services?kind=supported_housing', false, wide)
    await page.locator('.tg-result__title a').first().click()
    await page.waitForURL(/\/services\/[^?]+$/)
    expect(await pagesPrinted()).toBe(1)
  })

  it('a list says what it leaves out, and another page holds all of it', async () => {
    await open('/services', false, wide)
    await page.emulateMedia({ media: 'print' })
    const total = Number(
      /(\d+) services in the directory/.exec(await page.locator('h2').first().innerText())?.[1],
    )
    expect(total).toBeGreaterThan(20)
    expect(await page.locator('body').innerText()).toContain(
      `services 1 to 20 of ${total}. The others are not printed here`,
    )
    await page.emulateMedia({ media: null })
    await page.getByRole('link', { name: `Show all ${total} on one page, to print` }).click()
    await page.waitForLoadState()
    expect(await page.locator('.tg-result').count()).toBe(total)
  })

  /** Of what was found, the first so many: the demonstration has no search that finds just as many on every day. */
  async function keepResults(count: number) {
    const context = await browser.newContext({ baseURL: demonstration.url, viewport: wide })
    const copy = await context.newPage()
    await copy.goto('/services?kind=supported_housing', { waitUntil: 'networkidle' })
    await page.context().close()
    page = copy
    await page
      .locator('.tg-result')
      .evaluateAll((cards, most) => cards.slice(most).forEach(card => card.remove()), count)
    await page
      .locator('.govuk-pagination')
      .evaluateAll(parts =>
        parts.forEach(part =>
          part.parentElement?.querySelectorAll('.tg-print-only, nav').forEach(each => each.remove()),
        ),
      )
  }

  async function pagesPrinted(): Promise<number> {
    const pdf = (await page.pdf({ format: 'A4', preferCSSPageSize: false })).toString('latin1')
    return [...pdf.matchAll(/\/Type\s*\/Page[^s]/g)].length
  }
})
