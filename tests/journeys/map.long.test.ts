import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeViolations, openBrowser, visit, type Visit } from '../support/browser'
import { type RunningDemonstration, startDemonstration } from '../support/demonstration'

/** Of a chosen area, and of the circle searched, as Leaflet draws them. */
const CHOSEN = 'path.leaflet-interactive[stroke-width="3"]'
const CIRCLE = 'path[stroke-dasharray]'
const HARTLEPOOL = 'E06000001'

let demonstration: RunningDemonstration
let browser: Browser

beforeAll(async () => {
  demonstration = await startDemonstration()
  browser = await openBrowser()
}, 300_000)

afterAll(async () => {
  await browser?.close()
  await demonstration?.stop()
})

describe('the map of the directory', () => {
  let visitor: Visit
  let page: Page

  beforeAll(async () => {
    visitor = await visit(browser, demonstration.url, true)
    page = visitor.page
    page.setDefaultTimeout(15_000)
  })
  afterAll(async () => {
    expect(visitor.complaints).toEqual([])
    await visitor.context.close()
  })

  it('holds every result that shows a place, not those of one page of the list', async () => {
    await openMap(page, '/services')
    const answer = await page.request.get('/services/pins')
    const pins = (await answer.json()) as unknown[]
    expect(pins.length).toBeGreaterThan(20)
    await expect.poll(() => shownOnMap(page)).toBe(pins.length)
  })

  it('narrows the list to an area that is pressed, and fits to it', async () => {
    await openMap(page, '/services')
    await page
      .getByRole('link', { name: /^Hartlepool: \d+ services$/ })
      .last()
      .click()
    await page.waitForURL(url => url.searchParams.get('authority') === HARTLEPOOL)
    await page
      .getByRole('link', { name: /^Hartlepool: \d+ services, chosen$/ })
      .last()
      .waitFor()
    await expect.poll(() => widthOf(page, CHOSEN)).toBeGreaterThan(150)

    await page.locator(CHOSEN).dispatchEvent('click')
    await page.waitForURL(url => !url.searchParams.has('authority'))
    // Of a search around a place too: what was pressed is what one wants to see.
    await page.goto(`/services?near=Durham&miles=15&authority=${HARTLEPOOL}`, { waitUntil: 'networkidle' })
    await page.locator(CHOSEN).waitFor({ state: 'attached' })
    await expect.poll(() => widthOf(page, CHOSEN)).toBeGreaterThan(150)
  })

  it('draws the circle that is searched, and says how wide it is', async () => {
    await openMap(page, '/services?near=Durham&miles=15')
    expect(await page.locator('.tg-map__radius').innerText()).toBe('15 miles')
    expect(await page.locator(CIRCLE).count()).toBe(1)
  })

  it('opens a card for a pin by the keyboard; Escape closes it, and the pin has the focus again', async () => {
    const pin = page.getByRole('button', { name: /^Saltpan Chalets: / })
    await pin.focus()
    await page.keyboard.press('Enter')
    const card = page.getByRole('dialog', { name: 'Saltpan Chalets' })
    await card.waitFor()
    expect(await card.innerText()).toMatch(/0191 498 \d{4}/)
    // The same as its card in the list says.
    const listed = page.locator('.tg-result', { hasText: 'Saltpan Chalets' }).locator('.tg-asked dd')
    for (const fact of await listed.allTextContents())
      expect(await card.locator('.tg-pin-card__facts').innerText()).toContain(
        fact.replace(/^[✓✕?]\u00a0/, ''),
      )
    expect(await card.getByRole('link', { name: /^Read more/ }).getAttribute('href')).toMatch(
      /^\/services\/[\w-]+$/,
    )
    expect(await card.evaluate(element => element.contains(document.activeElement))).toBe(true)
    expect(await axeViolations(page)).toEqual([])
    await page.keyboard.press('Escape')
    await card.waitFor({ state: 'detached' })
    expect(await pin.evaluate(element => element === document.activeElement)).toBe(true)
  })

  it('lights the pin of a result that is pointed at, and the result of a pin', async () => {
    const result = page.locator('.tg-result', { hasText: 'Saltpan Chalets' })
    const pin = page.getByRole('button', { name: /^Saltpan Chalets: / })
    await result.hover()
    await expect.poll(() => pin.getAttribute('class')).toContain('tg-map__pin--lit')
    await page.mouse.move(1, 1)
    await expect.poll(() => result.getAttribute('class')).not.toContain('tg-lit')
    await pin.hover()
    await expect.poll(() => result.getAttribute('class')).toContain('tg-lit')
  })

  it('keeps where it was moved to in the address, until it is reset', async () => {
    await page.getByRole('button', { name: 'Zoom in', exact: true }).click()
    await page.waitForURL(/#map=/)
    await expect.poll(() => widthOf(page, CIRCLE)).toBeGreaterThan(600)
    await page.reload({ waitUntil: 'networkidle' })
    await expect.poll(() => widthOf(page, CIRCLE)).toBeGreaterThan(600)
    await page.getByRole('button', { name: 'Reset map' }).click()
    await page.waitForURL(url => url.hash === '')
    await expect.poll(() => widthOf(page, CIRCLE)).toBeLessThan(600)
  })
})

describe('the map on a phone', () => {
  it('takes the place of the list when it is chosen, and is still there in the next search', async () => {
    const { page, context, complaints } = await visit(browser, demonstration.url, true, 390)
    await page.goto('/services?near=Durham&miles=15', { waitUntil: 'networkidle' })
    await expect.poll(() => seen(page)).toEqual({ list: true, map: false })
    await page.locator('.tg-switch').getByText('Map').click()
    await page.locator('.leaflet-container').waitFor()
    await expect.poll(() => seen(page)).toEqual({ list: false, map: true })
    await expect.poll(() => new URL(page.url()).hash).toMatch(/^#map/)
    const copied = await visit(browser, demonstration.url, true, 390)
    await copied.page.goto(page.url(), { waitUntil: 'networkidle' })
    await expect.poll(() => seen(copied.page)).toEqual({ list: false, map: true })
    await copied.context.close()
    expect(await axeViolations(page)).toEqual([])
    await page
      .getByRole('link', { name: /Remove filter/ })
      .first()
      .click()
    await page.waitForURL(url => url.search === '')
    await expect.poll(() => seen(page)).toEqual({ list: false, map: true })
    await page.goto('/services?q=hostel', { waitUntil: 'networkidle' })
    await expect.poll(() => seen(page)).toEqual({ list: false, map: true })
    await expect.poll(() => new URL(page.url()).hash).toMatch(/^#map/)
    await page.locator('.tg-switch').getByText('List').click()
    await expect.poll(() => seen(page)).toEqual({ list: true, map: false })
    await expect.poll(() => new URL(page.url()).hash).toBe('')
    expect(complaints).toEqual([])
    await context.close()
  }, 60_000)

  it('stands below the list without scripts, drawn and shaded, and the switch leads to it', async () => {
    const { page, context } = await visit(browser, demonstration.url, false, 390)
    await page.goto('/services')
    expect(await seen(page)).toEqual({ list: true, map: true })
    expect(await page.locator('.tg-switch').getByText('Map').getAttribute('href')).toBe('#map')
    expect(await page.locator('#map .tg-map__area--shade-3').count()).toBeGreaterThan(0)
    expect(await page.getByText('Results in an area').isVisible()).toBe(true)
    await context.close()
  })
})

async function openMap(page: Page, address: string): Promise<void> {
  await page.goto(address, { waitUntil: 'networkidle' })
  await page.locator('.tg-map__pin, .tg-map__cluster').first().waitFor()
}

/** The pins, and those that clusters stand for. */
function shownOnMap(page: Page): Promise<number> {
  return page.locator('.leaflet-container').evaluate(map => {
    const clusters = [...map.querySelectorAll('.tg-map__cluster span[aria-hidden]')]
    const clustered = clusters.reduce((sum, cluster) => sum + Number(cluster.textContent), 0)
    return map.querySelectorAll('.tg-map__pin').length + clustered
  })
}

/** How wide a shape is drawn, in pixels: what the map's zoom comes to. */
async function widthOf(page: Page, shape: string): Promise<number> {
  return Math.round((await page.locator(shape).boundingBox())?.width ?? 0)
}

async function seen(page: Page): Promise<{ list: boolean; map: boolean }> {
  return { list: await page.locator('#list').isVisible(), map: await page.locator('#map').isVisible() }
}
