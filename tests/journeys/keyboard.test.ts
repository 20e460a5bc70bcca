import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEMONSTRATION_PASSWORD } from '~/domain/account/demonstration-list'
import { openBrowser, visit } from '../support/browser'
import { type RunningDemonstration, startDemonstration } from '../support/demonstration'
import { type Stop, stopAt } from './keyboard-walk'

/** More stops than any page on the way has: beyond them what is looked for cannot be reached. */
const MOST_STOPS = 250

/** From signing in to a referral sent without a mouse: every stop on the way is seen, and seen to have the focus. */
describe('a referral by the keyboard alone', () => {
  let demonstration: RunningDemonstration
  let browser: Browser
  let page: Page
  let complaints: string[]
  /** Stops that were hidden or looked like any other, each with its page. */
  const wrong: string[] = []

  beforeAll(async () => {
    demonstration = await startDemonstration()
    browser = await openBrowser()
    ;({ page, complaints } = await visit(browser, demonstration.url, true))
    page.setDefaultTimeout(15_000)
    await page.goto('/sign-in', { waitUntil: 'networkidle' })
  }, 300_000)
  afterAll(async () => {
    await browser?.close()
    await demonstration?.stop()
  })

  it('signs in', async () => {
    await tabTo('Email address')
    await page.keyboard.type('officer.lownewton@example.org')
    await tabTo('Password')
    await page.keyboard.type(DEMONSTRATION_PASSWORD)
    await pressed('Enter', () => page.waitForURL(url => url.pathname !== '/sign-in'))
    await page.getByRole('heading', { name: 'Cases by days to release' }).waitFor()
  })

  it('opens a case, and the search for it', async () => {
    await tabTo(/Wren Allerdale/)
    await pressed('Enter', () => page.waitForURL(/\/cases\/[0-9a-f-]{36}$/))
    await tabTo('Search for places')
    await pressed('Enter', () => page.waitForURL(/\/search/))
    await page.getByRole('heading', { name: 'Places for this case' }).waitFor()
  })

  it('has the focus at the head of the results after a filter, and after a chip is taken away', async () => {
    await tabTo(/^Who for/, 'SUMMARY')
    await page.keyboard.press('Space')
    await tabTo(/^Women only/, 'INPUT')
    await page.keyboard.press('Space')
    await tabTo(/^Show .*places?$/, 'BUTTON')
    await pressed('Enter', () => page.waitForURL(/women-only=yes/))
    await landed(/checked against what is known/)
    await tabTo(/Remove filter.*Women only|Women only.*Remove filter/, 'A', 'Shift+Tab')
    await pressed('Enter', () => page.waitForURL(url => !url.searchParams.has('women-only')))
    await landed(/checked against what is known/)
  })

  it('searches by words, and leaves them', async () => {
    await tabTo('Search words', 'INPUT', 'Shift+Tab')
    await page.keyboard.type('marlpit')
    await pressed('Enter', () => page.waitForURL(/q=marlpit/))
    await landed(/^\d+ services? checked/)
  })

  it('has the focus at the head of the results after Next', async () => {
    await tabTo(/Remove filter.*marlpit/i, 'A')
    await pressed('Enter', () => page.waitForURL(url => !url.searchParams.has('q')))
    await landed(/checked against what is known/)
    await tabTo(/^Does not fit/, 'A')
    await pressed('Enter', () => page.waitForURL(/group=not_eligible/))
    await landed(/checked against what is known/)
    await tabTo(/^Next/, 'A')
    await pressed('Enter', () => page.waitForURL(/page=2/))
    await landed(/checked against what is known/)
  })

  it('opens a service, and refers her to it from there', async () => {
    await tabTo(/^Fits \d/, 'A')
    await pressed('Enter', () => page.waitForURL(url => !url.searchParams.has('page')))
    await tabTo('Marlpit House')
    await pressed('Enter', () => page.waitForURL(/\/places\/|\/services\//))
    await page.getByRole('heading', { name: 'Marlpit House', level: 1 }).waitFor()
    await tabTo(/^Refer\b/)
    await pressed('Enter', () => page.waitForURL(/\/refer/))
    await page.getByRole('heading', { name: 'Refer to Marlpit House' }).waitFor()
  })

  it('is led by the summary of what is wrong to the field, and sends the referral', async () => {
    await tabTo('Send the referral')
    await pressed('Enter', () => page.locator('.govuk-error-summary').waitFor())
    await landed(/^There is a problem/)
    await page.keyboard.press('Tab')
    const { target, stop } = await errorLink()
    expect(stop).toMatchObject({ tag: 'A', hidden: null, marked: true })
    await page.keyboard.press('Enter')
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe(target)
    note(await stopAt(page))
    await choose('agreed', 'yes')
    await choose('agreedTier', '3')
    await tabTo('Send the referral')
    await pressed('Enter', () =>
      page
        .getByText(/R-\d{5}/)
        .first()
        .waitFor(),
    )
  })

  it('has the focus at the head of the directory’s results after Next, too', async () => {
    await tabTo('Find services')
    await pressed('Enter', () => page.waitForURL(url => url.pathname === '/services'))
    await landed(/^What are you looking for/)
    await tabTo(/^Next/, 'A')
    await pressed('Enter', () => page.waitForURL(/page=2/))
    await landed(/^\d+ services in the directory/)
  })

  it('passed no stop that is hidden, or looks the same with the focus as without', () => {
    expect([...new Set(wrong)]).toEqual([])
    expect(complaints).toEqual([])
  })

  /** Presses Tab until what is so named has the focus. @throws when no stop of the page is */
  async function tabTo(name: string | RegExp, tag = '', key = 'Tab'): Promise<void> {
    const passed: string[] = []
    for (let stops = 0; stops < MOST_STOPS; stops += 1) {
      await page.keyboard.press(key)
      const stop = await stopAt(page)
      note(stop)
      passed.push(`${stop.tag} ${stop.name.slice(0, 60)}`)
      const isNamed = typeof name === 'string' ? stop.name === name : name.test(stop.name)
      if (isNamed && stop.tag.startsWith(tag)) return
    }
    throw new Error(`No stop of ${page.url()} is ${String(name)}:\n${[...new Set(passed)].join('\n')}`)
  }

  function note({ tag, name, hidden, marked }: Stop): void {
    // Beyond its last stop a page hands the focus to the browser’s own bar; a page that is new has it as a whole.
    if (tag === 'BODY' || tag === 'MAIN') return
    const at = `${tag} “${name.slice(0, 60)}” of ${new URL(page.url()).pathname.replace(/[0-9a-f-]{36}/g, '…')}`
    if (hidden) wrong.push(`${at} is ${hidden}`)
    if (!marked) wrong.push(`${at} looks as without the focus`)
  }

  async function pressed(key: string, comes: () => Promise<unknown>): Promise<void> {
    await Promise.all([comes(), page.keyboard.press(key)])
    await page.waitForLoadState('networkidle')
  }

  async function landed(on: RegExp): Promise<void> {
    await expect.poll(async () => (await stopAt(page)).name).toMatch(on)
    note(await stopAt(page))
  }

  async function errorLink() {
    const stop = await stopAt(page)
    const href = await page.evaluate(() => document.activeElement?.getAttribute('href'))
    return { stop, target: href?.slice(1) }
  }

  /** Of radios the first, or the one that is chosen, is a stop; the arrows choose among them. */
  async function choose(field: string, value: string): Promise<void> {
    const at = () =>
      page.evaluate(() => {
        const input = document.activeElement
        return input instanceof HTMLInputElement ? [input.name, input.value] : []
      })
    for (let stops = 0; stops < MOST_STOPS && (await at())[0] !== field; stops += 1) {
      await page.keyboard.press('Tab')
      note(await stopAt(page))
    }
    await page.keyboard.press('Space')
    for (let choices = 0; choices < 10 && (await at())[1] !== value; choices += 1)
      await page.keyboard.press('ArrowDown')
    expect(await at()).toEqual([field, value])
  }
})
