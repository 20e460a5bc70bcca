import type { Browser, Locator, Page, Response } from 'playwright-core'
import { DEMONSTRATION_PASSWORD } from '~/domain/account/demonstration-list'
import { visit } from './browser'

/** Somebody at a browser of their own. */
export interface Person {
  page: Page
  /** Every text the browser was sent: pages, scripts and data. */
  received: string[]
  /** What the browser complained of on the way, one line each: a journey ends with none. */
  complaints: string[]
  open(address: string): Promise<void>
  /** Follows the first link with this text. */
  follow(text: string): Promise<void>
  /** Presses the first button with this text, and waits for the page that comes. */
  press(text: string): Promise<void>
  /** Acts on a part of the page, and waits for the page that comes. */
  on(part: Locator, act: (part: Locator) => Promise<void>): Promise<void>
  /** Waits until the page says this. */
  sees(text: string): Promise<void>
  text(): Promise<string>
}

export interface Arrival {
  url: string
  email: string
  javaScript: boolean
}

/** Opens a browser of the person's own and signs in with the demonstration's password. */
export async function signInAs(browser: Browser, { url, email, javaScript }: Arrival): Promise<Person> {
  const { page, complaints } = await visit(browser, url, javaScript)
  page.setDefaultTimeout(15_000)
  const received: string[] = []
  page.on('response', response => void keepText(response, received))

  async function settled(act: () => Promise<unknown>): Promise<void> {
    const before = await stateOf(page)
    await Promise.all([page.waitForResponse(isPage), act()])
    await changedFrom(before, page)
    if (javaScript) await page.waitForLoadState('networkidle')
  }

  const person: Person = {
    page,
    received,
    complaints,
    open: async address =>
      void (await page.goto(address, { waitUntil: javaScript ? 'networkidle' : 'load' })),
    follow: text => settled(() => page.getByRole('link', { name: text }).first().click()),
    press: text => settled(() => page.getByRole('button', { name: text, exact: true }).first().click()),
    on: (part, act) => settled(() => act(part)),
    sees: text => page.getByText(text).first().waitFor(),
    text: () => page.locator('main').innerText(),
  }
  await person.open('/sign-in')
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(DEMONSTRATION_PASSWORD)
  await person.press('Sign in')
  return person
}

/** A page, as a document or as the data of one: with JavaScript the next page comes without a load of its own. */
function isPage(response: Response): boolean {
  return (
    response.request().resourceType() === 'document' || new URL(response.url()).pathname.endsWith('.data')
  )
}

/** With JavaScript the next page is drawn some time after its data came: until then the old one is still there. */
async function changedFrom(before: string, page: Page): Promise<void> {
  const giveUpAt = Date.now() + 10_000
  while (Date.now() < giveUpAt && (await stateOf(page)) === before) await page.waitForTimeout(50)
}

/** Address and text; empty while a new document is coming. */
async function stateOf(page: Page): Promise<string> {
  const text = await page
    .locator('main')
    .innerText({ timeout: 1_000 })
    .catch(() => '')
  return `${page.url()} ${text}`
}

async function keepText(response: Response, kept: string[]): Promise<void> {
  if (!/text|json|script/.test(response.headers()['content-type'] ?? '')) return
  // A redirect or a page left behind has no body to read any more.
  kept.push(await response.text().catch(() => ''))
}
