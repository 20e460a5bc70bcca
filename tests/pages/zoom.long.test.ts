import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser, visit } from '../support/browser'
import { type RunningDemonstration, startDemonstration } from '../support/demonstration'
import { stopAt } from '../journeys/keyboard-walk'
import { signInAs } from '../support/person'

/** A window of 1280 by 1024 at 400%: WCAG 1.4.10. */
const ZOOMED = { width: 320, height: 256 }
/** A full window: what is not drawn there is drawn nowhere. */
const WIDE = { width: 1280, height: 1024 }
/** Of a page, enough to pass its head, its filters, its first results and its map. */
const STOPS = 70

type Reader = 'anybody' | 'officer' | 'commissioner'
const EMAILS = { officer: 'officer.lownewton@example.org', commissioner: 'commissioner@example.org' }

/** The pages, with who reads them; ':case' is the first case of the officer's team. */
const PAGES: ReadonlyArray<readonly [Reader, string]> = [
  ['anybody', '/'],
  ['anybody', '/services?children=yes&near=NE4+5TG'],
  ['anybody', '/services#map'],
  ['anybody', '/services/marlpit-house'],
  ['officer', ':case/search'],
  ['officer', ':case/services/:service'],
  ['officer', ':case/shortlist'],
  ['commissioner', '/unmet-need'],
]

let demonstration: RunningDemonstration
let browser: Browser
const readers = new Map<Reader, Page>()
let caseAddress: string
let serviceAddress: string

beforeAll(async () => {
  demonstration = await startDemonstration({ now: new Date('2027-03-25T10:00:00Z') })
  browser = await openBrowser()
  readers.set('anybody', (await visit(browser, demonstration.url, true)).page)
  for (const reader of ['officer', 'commissioner'] as const) {
    const at = { url: demonstration.url, email: EMAILS[reader], javaScript: true }
    readers.set(reader, (await signInAs(browser, at)).page)
  }
  const officer = pageOf('officer')
  caseAddress = await firstLink(officer, '/cases', /^\/cases\/[0-9a-f-]{36}$/)
  serviceAddress = await firstLink(officer, `${caseAddress}/search`, /\/services\/[0-9a-f-]{36}/)
}, 300_000)

afterAll(async () => {
  await browser?.close()
  await demonstration?.stop()
})

describe.each(PAGES)('at 400%% zoom, to %s, %s', (reader, address) => {
  it('nothing has to be scrolled both ways, but tables and maps in places of their own', async () => {
    const page = await open(reader, address, 'none')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(ZOOMED.width)
    expect(await page.evaluate(cutOff)).toEqual([])
  })

  it('every stop of the keyboard is seen, and marked', async () => {
    const page = await open(reader, address, 'none')
    expect(await wrongStops(page)).toEqual([])
  })
})

describe.each(PAGES)('in forced colours, to %s, %s', (reader, address) => {
  it('every stop of the keyboard is seen, and marked', async () => {
    const page = await open(reader, address, 'active')
    expect(await wrongStops(page)).toEqual([])
  })

  it('buttons, chips, tags, pins and what is chosen have an edge or words', async () => {
    const page = await open(reader, address, 'active')
    expect(await page.evaluate(bare)).toEqual([])
  })
})

async function open(reader: Reader, address: string, forcedColors: 'active' | 'none'): Promise<Page> {
  const page = pageOf(reader)
  await page.emulateMedia({ forcedColors })
  await page.setViewportSize(forcedColors === 'active' ? WIDE : ZOOMED)
  const full = address.replace(':case/services/:service', serviceAddress).replace(':case', caseAddress)
  // Another document first: from '/services' to '/services#map' none would be loaded.
  await page.goto('about:blank')
  await page.goto(`${demonstration.url}${full}`, { waitUntil: 'networkidle' })
  return page
}

function pageOf(reader: Reader): Page {
  const page = readers.get(reader)
  if (!page) throw new Error(`${reader} has no page`)
  return page
}

async function firstLink(page: Page, address: string, shape: RegExp): Promise<string> {
  await page.goto(address, { waitUntil: 'networkidle' })
  const hrefs = await page
    .locator('main a')
    .evaluateAll(links => links.map(link => link.getAttribute('href') ?? ''))
  const found = hrefs.find(href => shape.test(href))
  if (found === undefined) throw new Error(`${address} has no such link`)
  return found
}

/** The stops that are hidden or look the same with the focus as without, one line each. */
async function wrongStops(page: Page): Promise<string[]> {
  const wrong: string[] = []
  for (let stops = 0; stops < STOPS; stops += 1) {
    await page.keyboard.press('Tab')
    const { tag, name, hidden, marked } = await stopAt(page)
    if (tag === 'BODY') break
    if (hidden) wrong.push(`${tag} “${name.slice(0, 60)}” is ${hidden}`)
    if (!marked) wrong.push(`${tag} “${name.slice(0, 60)}” looks as without the focus`)
  }
  return wrong
}

/** Runs in the page: what stands beyond the right edge and in no part that scrolls by itself, so that it cannot be read. */
function cutOff(): string[] {
  const scrolls = (element: Element): boolean => {
    for (let at = element.parentElement; at && at !== document.body; at = at.parentElement)
      if (/auto|scroll/.test(getComputedStyle(at).overflowX) || at.matches('.tg-map, .leaflet-container'))
        return true
    return false
  }
  return [...document.querySelectorAll('main *, header *, footer *')]
    .filter(element => element.children.length === 0 && element.textContent?.trim())
    .filter(element => element.getBoundingClientRect().right > innerWidth + 1 && !scrolls(element))
    .map(element => `${element.tagName} “${element.textContent?.trim().slice(0, 60)}”`)
}

/** Runs in the page: parts that lose their colour and have neither an edge, nor words, nor a drawing left. */
function bare(): string[] {
  const PARTS =
    'button, .govuk-button, .tg-chip, .govuk-tag, [class*="tg-tag"], .tg-map__pin, .tg-map__cluster, [aria-current]'
  const CHOSEN = '.moj-sub-navigation__link[aria-current]'
  const isEdged = (style: CSSStyleDeclaration) =>
    ['Top', 'Right', 'Bottom', 'Left'].some(
      side =>
        style.getPropertyValue(`border-${side.toLowerCase()}-style`) !== 'none' &&
        style.getPropertyValue(`border-${side.toLowerCase()}-width`) !== '0px',
    ) || style.outlineStyle !== 'none'
  const described = (part: Element) => `${part.tagName}.${part.getAttribute('class')}`
  const isShown = (part: Element) => part.checkVisibility() && part.getBoundingClientRect().width > 2
  const parts = [...document.querySelectorAll(PARTS)].filter(isShown)
  const lost = parts.filter(
    part => !part.textContent?.trim() && !part.querySelector('svg, img') && !isEdged(getComputedStyle(part)),
  )
  const buttons = [...document.querySelectorAll('.govuk-button, .tg-chip, .govuk-tag')]
    .filter(isShown)
    .filter(part => !isEdged(getComputedStyle(part)))
  const chosen = [...document.querySelectorAll(CHOSEN)]
    .filter(isShown)
    .filter(part => !isEdged(getComputedStyle(part, '::before')))
  return [...lost, ...buttons, ...chosen].map(described)
}
