import AxeBuilder from '@axe-core/playwright'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { CHROMIUM_ARGUMENTS, ensureChromium } from './chromium'

export const WIDTHS = [320, 1280] as const
const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']

/** A real Chromium, found or installed by tests/support/chromium.ts. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: ensureChromium(), args: CHROMIUM_ARGUMENTS })
}

export interface Visit {
  context: BrowserContext
  page: Page
  /** What the browser complained of: failed scripts, refused resources, CSP violations. A journey ends with none. */
  complaints: string[]
}

/** A person's own browser: its own cookies, at a width, with or without JavaScript. */
export async function visit(
  browser: Browser,
  baseURL: string,
  javaScript: boolean,
  width = 1280,
): Promise<Visit> {
  const context = await browser.newContext({
    baseURL,
    javaScriptEnabled: javaScript,
    viewport: { width, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
  })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', error => complaints.push(`error: ${error.message}`))
  page.on('console', message => {
    if (message.type() === 'error' && !/status of (404|409|422|403|401)/.test(message.text()))
      complaints.push(message.text())
  })
  return { context, page, complaints }
}

/** The sets of stylesheets, each at a width, whose colours were measured in this process. */
const measured = new Set<string>()

/**
 * The WCAG 2.0–2.2 A and AA violations of the page as it stands, one line each. Contrast, a third of the work, follows from the
 * stylesheets: it is measured on the first page of each set of them at a width, unless `everyContrast` asks for it on every page.
 */
export async function axeViolations(page: Page, everyContrast = false): Promise<string[]> {
  const styles = `${page.viewportSize()?.width} ${await stylesOf(page)}`
  const isMeasured = measured.has(styles) && !everyContrast
  measured.add(styles)
  // The other mode opens a second page for what frames of other origins say; the site has no frame.
  const { violations } = await new AxeBuilder({ page })
    // What passed is not read: listing it takes longer than looking.
    .options({ resultTypes: ['violations'] })
    .withTags(AXE_TAGS)
    .disableRules(isMeasured ? ['color-contrast'] : [])
    .setLegacyMode()
    .analyze()
  return violations.flatMap(({ id, nodes }) => {
    const targets = nodes.map(node => node.target.join(' ')).filter(target => !isPinsPlace(id, target))
    return targets.length === 0 ? [] : [`${id}: ${targets.join(', ')} (${page.url()})`]
  })
}

async function stylesOf(page: Page): Promise<string> {
  const hrefs = await page
    .locator('link[rel=stylesheet]')
    .evaluateAll(links => links.map(link => link.getAttribute('href')))
  return [...new Set(hrefs)].sort().join(' ')
}

/** Where a pin stands is what a map says, and the list beside it leads to the same: WCAG 2.5.8, "essential" and "equivalent". */
function isPinsPlace(rule: string, target: string): boolean {
  return rule === 'target-size' && target.includes('.tg-map__pin')
}

/**
 * A copy of the page as somebody without JavaScript sees it, in a window where an examination can run: the same document
 * at the same address, its own scripts taken out. The caller closes its context.
 */
export async function copyWithoutScripts(page: Page): Promise<Page> {
  const browser = page.context().browser()
  if (!browser) throw new Error('The page has no browser any more.')
  const context = await browser.newContext()
  const copy = await context.newPage()
  const body = (await page.content())
    .replace(/<script\b[\s\S]*?<\/script>/g, '')
    .replace(/<\/?noscript>/g, '')
  const address = page.url()
  await copy.route(
    url => url.href === address,
    route => route.fulfill({ contentType: 'text/html; charset=utf-8', body }),
  )
  await copy.goto(address, { waitUntil: 'networkidle' })
  return copy
}
