import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addAccount, TEST_PASSWORD } from '../factories/account'
import { addOrganisation } from '../factories/organisation'
import { axeViolations, copyWithoutScripts, openBrowser, type Visit, visit } from '../support/browser'
import { createTestDatabase, type TestDatabase } from '../support/database'
import { codeAt } from '../support/sign-in'
import { type RunningTestServer, startTestServer } from '../support/server'
import { modes } from './modes'

const MINUTE = 60_000

let database: TestDatabase
let server: RunningTestServer
let browser: Browser
let organisation: string
let nowMs = Date.parse('2026-11-23T09:00:00Z')

beforeAll(async () => {
  database = await createTestDatabase(new Date(nowMs))
  organisation = await addOrganisation(database.owner)
  server = await startTestServer({ database, now: () => new Date(nowMs) })
  browser = await openBrowser()
}, 300_000)

afterAll(async () => {
  await browser?.close()
  await server?.stop()
  await database?.drop()
})

describe.each(modes('without'))('an authenticator app, $how', ({ javaScript }) => {
  it('is set up at the first sign-in on a phone, and asked for at the next; a recovery code stands in', async () => {
    const email = `app-${javaScript}@journey.example`
    await addAccount(database.owner, organisation, 'officer', email)
    const { page, complaints } = await arrive(javaScript, 320)
    await signIn(page, email)
    await seen(page, 'Set up a second factor', javaScript)
    await page.getByRole('link', { name: 'Use an authenticator app' }).click()
    await seen(page, 'Set up an authenticator app', javaScript)
    const typed = await page.locator('.tg-code').innerText()
    await page.getByLabel('6-digit code').fill('000000')
    await page.getByRole('button', { name: 'Set it up' }).click()
    await page.getByText('There is a problem').waitFor()
    expect(await page.locator('.tg-code').innerText()).toBe(typed)
    await page.getByLabel('6-digit code').fill(codeAt(new Date(nowMs), typed))
    await page.getByRole('button', { name: 'Set it up' }).click()
    await seen(page, 'Keep your recovery codes', javaScript)
    const codes = await page.locator('.tg-codes .tg-code').allInnerTexts()
    expect(codes).toHaveLength(10)
    await page.getByRole('link', { name: 'I have kept them: continue' }).click()
    await seen(page, 'Cases by days to release', javaScript)
    await page.goto('/account/second-factor')
    await seen(page, 'Your second factor', javaScript)
    await page.goto('/account/sessions')
    await seen(page, 'Where you are signed in', javaScript)
    await signOut(page)

    nowMs += MINUTE
    await signIn(page, email)
    await seen(page, 'Enter the code from your app', javaScript)
    await page.getByLabel('6-digit code').fill(codeAt(new Date(nowMs), typed))
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByRole('heading', { name: 'Cases by days to release' }).waitFor()
    await signOut(page)

    await signIn(page, email)
    await page.getByRole('link', { name: 'Use a recovery code' }).click()
    await seen(page, 'Enter a recovery code', javaScript)
    await page.getByLabel('Recovery code').fill(codes[0] ?? '')
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByRole('heading', { name: 'Cases by days to release' }).waitFor()
    expect(complaints).toEqual([])
    await page.context().close()
  })
})

describe('a security key or passkey', () => {
  it('is set up, signs in, and is refused once a copy of it was used', async () => {
    const email = 'key@journey.example'
    const { personId } = await addAccount(database.owner, organisation, 'provider_worker', email)
    const { page, complaints } = await arrive(true, 1280)
    await virtualKeys(page)
    await signIn(page, email)
    await page.getByRole('link', { name: 'Use a security key or passkey' }).click()
    await seen(page, 'Set up a security key or passkey', true)
    await page.getByLabel('What will you call it?').fill('Blue key')
    await page.getByRole('button', { name: 'Set it up' }).click()
    await seen(page, 'Keep your recovery codes', true)
    await page.getByRole('link', { name: 'I have kept them: continue' }).click()
    await signOut(page)

    await signIn(page, email)
    await seen(page, 'Use your security key or passkey', true)
    await page.getByRole('button', { name: 'Use the key' }).click()
    await page.waitForURL('**/today')
    const kept = await keyOf(personId)
    expect(kept.name).toBe('Blue key')
    expect(kept.lastUsedAt?.getTime()).toBe(nowMs)
    expect(kept.counter).toBeGreaterThan(0)
    await signOut(page)

    // The copy has counted on: this one signs with a number that was passed.
    await database.owner
      .updateTable('secondFactor')
      .set({ counter: 1000 })
      .where('personId', '=', personId)
      .execute()
    await signIn(page, email)
    await page.getByRole('button', { name: 'Use the key' }).click()
    await page.getByText('The key did not sign what this page asked for').waitFor()
    expect(complaints).toEqual([])
    await page.context().close()
  })

  it('answers what its page asked for, and not after ten minutes', async () => {
    const email = 'once@journey.example'
    await addAccount(database.owner, organisation, 'provider_worker', email)
    const { page } = await arrive(true, 1280)
    await virtualKeys(page)
    await signIn(page, email)
    await page.getByRole('link', { name: 'Use a security key or passkey' }).click()
    await page.getByRole('button', { name: 'Set it up' }).waitFor()
    nowMs += 11 * MINUTE
    await page.getByRole('button', { name: 'Set it up' }).click()
    await page.getByText('It may have been open for too long').waitFor()
    await page.getByRole('button', { name: 'Set it up' }).click()
    await page.getByRole('heading', { name: 'Keep your recovery codes' }).waitFor()
    await page.context().close()
  })

  it('without JavaScript says what it needs, and offers an app', async () => {
    const email = 'noscript@journey.example'
    await addAccount(database.owner, organisation, 'officer', email)
    const { page } = await arrive(false, 320)
    await signIn(page, email)
    await page.getByRole('link', { name: 'Use a security key or passkey' }).click()
    await seen(page, 'Set up a security key or passkey', false)
    expect(await page.locator('main').innerText()).toContain('with JavaScript switched on')
    expect(await page.getByRole('button', { name: 'Set it up' }).isVisible()).toBe(false)
    await page.getByRole('link', { name: 'Set up an authenticator app instead' }).click()
    await seen(page, 'Set up an authenticator app', false)
    await page.context().close()
  })
})

/** A browser at the site's own address: keys are bound to its name. */
function arrive(javaScript: boolean, width: number): Promise<Visit> {
  return visit(browser, server.app.config.publicOrigin, javaScript, width)
}

async function signIn(page: Page, email: string): Promise<void> {
  await page.goto('/sign-in', { waitUntil: 'networkidle' })
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(TEST_PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(/second-factor/)
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Sign out', exact: true }).first().click()
  await page.waitForURL('**/sign-in')
}

/** Waits for the page of this heading: accessible, and no wider than the window. */
async function seen(page: Page, heading: string, javaScript: boolean): Promise<void> {
  await page.getByRole('heading', { name: heading, level: 1 }).waitFor()
  if (javaScript) await page.waitForLoadState('networkidle')
  const examined = javaScript ? page : await copyWithoutScripts(page)
  expect(await axeViolations(examined)).toEqual([])
  if (!javaScript) return void (await examined.context().close())
  expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true)
}

/** A security key that is always touched, plugged into this window. */
async function virtualKeys(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('WebAuthn.enable')
  const options = { protocol: 'ctap2', transport: 'usb', hasResidentKey: true } as const
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: { ...options, hasUserVerification: true, isUserVerified: true },
  })
}

function keyOf(personId: string) {
  return database.owner
    .selectFrom('secondFactor')
    .select(['name', 'counter', 'lastUsedAt'])
    .where('personId', '=', personId)
    .executeTakeFirstOrThrow()
}
