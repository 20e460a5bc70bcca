import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../support/browser'
import { type RunningDemonstration, startDemonstration } from '../support/demonstration'
import { type Person, signInAs } from '../support/person'
import { longestServices, shownAllTheSame, sidesOf, SMALLEST_TYPE, smallestTypeOf } from './one-side'

/** What one side of A4 holds (product.md, "Search"): eight places of a list, the longest among them, or one service. */

const NOW = new Date('2027-03-25T10:00:00Z')
const OFFICER = 'officer.lownewton@example.org'
const EIGHT = 8

let demonstration: RunningDemonstration
let browser: Browser
let officer: Person
/** Of the case that places are sought for: '/cases/…/search'. */
let search: string
beforeAll(async () => {
  demonstration = await startDemonstration({ now: NOW })
  browser = await openBrowser()
  officer = await signInAs(browser, { url: demonstration.url, email: OFFICER, javaScript: true })
  await officer.open('/cases')
  await officer.follow('Search for places for')
  search = new URL(officer.page.url()).pathname
})
afterAll(async () => {
  await browser.close()
  await demonstration.stop()
})

describe('one side of paper holds', () => {
  it('eight services of a list, the longest of the directory', async () => {
    await officer.open('/services')
    await keepEightLongest(officer.page, '/services?')
    await fillsOneSide(officer.page)
  })

  it('eight places for a case, the longest; and the same on its shortlist', async () => {
    await officer.open(`${search}?group=discuss`)
    await keepEightLongest(officer.page, `${search}?group=discuss&`)
    await fillsOneSide(officer.page)

    await putOnShortlist(officer.page)
    await officer.open(search.replace(/search$/, 'shortlist'))
    expect(await officer.page.locator('.tg-result').count()).toBe(EIGHT)
    await fillsOneSide(officer.page)
  })

  it('each of the services of which most is said, alone and for a case', async () => {
    const longest = await longestServices(officer.page.request, demonstration, 3)
    expect(longest).toHaveLength(3)
    for (const id of longest) {
      await officer.open(`/services/${id}`)
      await fillsOneSide(officer.page)
      await officer.open(search.replace(/search$/, `services/${id}`))
      await fillsOneSide(officer.page)
    }
  })
})

async function fillsOneSide(page: Page): Promise<void> {
  expect({ address: page.url(), sides: await sidesOf(page) }).toEqual({ address: page.url(), sides: 1 })
  expect(await shownAllTheSame(page)).toEqual([])
  expect(await smallestTypeOf(page)).toBeGreaterThanOrEqual(SMALLEST_TYPE)
}

/** Leaves of every result that the list has, on all of its pages, the eight that say most. */
async function keepEightLongest(page: Page, address: string): Promise<void> {
  const kept = await page.evaluate(
    async ({ first, many }) => {
      const all = new Map<string, HTMLElement>()
      for (let number = 1; number <= 20; number += 1) {
        const answer = await fetch(`${first}page=${number}`)
        const read = new DOMParser().parseFromString(await answer.text(), 'text/html')
        const found = [...read.querySelectorAll<HTMLElement>('.tg-result')]
        if (found.every(({ dataset }) => all.has(dataset.serviceId ?? ''))) break
        for (const each of found) all.set(each.dataset.serviceId ?? '', each)
      }
      const longest = [...all]
        .sort(([, a], [, b]) => (b.textContent?.length ?? 0) - (a.textContent?.length ?? 0))
        .slice(0, many)
      document.querySelector('.tg-results')?.replaceChildren(...longest.map(([, each]) => each))
      return longest.length
    },
    { first: address, many: EIGHT },
  )
  expect(kept).toBe(EIGHT)
}

/** Presses 'Add to shortlist' of each result that is left. */
async function putOnShortlist(page: Page): Promise<void> {
  const statuses = await page.locator('.tg-result form').evaluateAll(async forms => {
    const answers = []
    for (const form of forms as HTMLFormElement[])
      answers.push(
        await fetch(form.action, {
          method: 'POST',
          body: new URLSearchParams([...new FormData(form)] as [string, string][]),
        }),
      )
    return answers.map(({ ok }) => ok)
  })
  expect(statuses).toEqual(Array(EIGHT).fill(true))
}
