import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser } from '../support/browser'
import { type RunningDemonstration, startDemonstration } from '../support/demonstration'
import { signInAs } from '../support/person'
import { longestServices, shownAllTheSame, sidesOf, SMALLEST_TYPE, smallestTypeOf } from './one-side'

/** Every service of the demonstration on one side of A4 (product.md, "Search"). */

let demonstration: RunningDemonstration
let browser: Browser
beforeAll(async () => {
  demonstration = await startDemonstration({ now: new Date('2027-03-25T10:00:00Z') })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await demonstration.stop()
})

it('every service prints on one side, alone and for a case', async () => {
  const email = 'officer.lownewton@example.org'
  const { page, open, follow } = await signInAs(browser, { url: demonstration.url, email, javaScript: false })
  await open('/cases')
  await follow('Search for places for')
  const ofCase = new URL(page.url()).pathname.replace(/search$/, '')
  const services = await longestServices(page.request, demonstration)
  expect(services.length).toBeGreaterThan(100)
  const failing = []
  for (const address of services.flatMap(id => [`/services/${id}`, `${ofCase}services/${id}`])) {
    await open(address)
    const is = {
      sides: await sidesOf(page),
      type: await smallestTypeOf(page),
      shown: await shownAllTheSame(page),
    }
    if (is.sides !== 1 || is.type < SMALLEST_TYPE || is.shown.length > 0) failing.push({ address, ...is })
  }
  expect(failing).toEqual([])
})
