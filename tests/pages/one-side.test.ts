import { writeFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../support/browser'
import { type RunningDemonstration, startDemonstration } from '../support/demonstration'
import { type Person, signInAs } from '../support/person'

/** What one side of A4 holds (product.md, "Search"): eight places of a list, the longest among them, or one service. */

const NOW = new Date('2027-03-25T10:00:00Z')
const EIGHT = 8
const LONGEST = 5
/** Points: what is smaller is no longer read on paper. */
const SMALLEST = 8.5
const CSS_PIXELS_A_POINT = 96 / 72

let demonstration: RunningDemonstration
let browser: Browser
let officer: Person
beforeAll(async () => {
  demonstration = await startDemonstration({ now: NOW })
  browser = await openBrowser()
  officer = await signInAs(browser, {
    url: demonstration.url,
    email: 'officer.lownewton@example.org',
    javaScript: true,
  })
})
afterAll(async () => {
  await browser.close()
  await demonstration.stop()
})

describe('one side of paper holds', () => {
  it('eight services of a list, the longest of the directory', async () => {
    await officer.open('/services')
    await keepEightLongest(officer.page, '/services?')
    expect(await sides(officer.page, 'list')).toBe(1)
    expect(await smallestType(officer.page)).toBeGreaterThanOrEqual(SMALLEST)
  })

  it('eight places for a case, the longest', async () => {
    await officer.open('/cases')
    await officer.follow('Search for places for')
    const address = new URL(officer.page.url())
    await officer.open(`${address.pathname}?group=discuss`)
    await keepEightLongest(officer.page, `${address.pathname}?group=discuss&`)
    expect(await sides(officer.page, 'case')).toBe(1)
    expect(await smallestType(officer.page)).toBeGreaterThanOrEqual(SMALLEST)
  })

  it('each of the services of which most is said', async () => {
    const most = (await lengths()).sort((a, b) => b.length - a.length).slice(0, LONGEST)
    expect(most).toHaveLength(LONGEST)
    const taken = []
    for (const { address } of most) {
      await officer.open(address)
      taken.push([address, await sides(officer.page, address.slice(-6))])
      expect(await smallestType(officer.page)).toBeGreaterThanOrEqual(SMALLEST)
    }
    expect(taken).toEqual(most.map(({ address }) => [address, 1]))
  })
})

async function sides(page: Page, name: string): Promise<number> {
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true })
  if (process.env.KEEP_PDF) await writeFile(`${process.env.KEEP_PDF}/${name}.pdf`, pdf)
  return [...pdf.toString('latin1').matchAll(/\/Type\s*\/Page[^s]/g)].length
}

/** Leaves of every result that the list has, on all of its pages, the eight that say most. */
async function keepEightLongest(page: Page, address: string): Promise<void> {
  const kept = await page.evaluate(
    async ({ first, many }) => {
      const all: Element[] = []
      for (let number = 1; number <= 20; number += 1) {
        const answer = await fetch(`${first}page=${number}`)
        const read = new DOMParser().parseFromString(await answer.text(), 'text/html')
        const found = [...read.querySelectorAll('.tg-result')]
        if (found.length === 0 || all.some(each => each.outerHTML === found[0]?.outerHTML)) break
        all.push(...found)
      }
      const longest = all
        .sort((a, b) => (b.textContent?.length ?? 0) - (a.textContent?.length ?? 0))
        .slice(0, many)
      document.querySelector('.tg-results')?.replaceChildren(...longest)
      return longest.length
    },
    { first: address, many: EIGHT },
  )
  expect(kept).toBe(EIGHT)
}

/** Every service's page, by how much it says. */
async function lengths(): Promise<{ address: string; length: number }[]> {
  const rows = await demonstration.database.owner
    .selectFrom('service')
    .select('id')
    .where('archivedAt', 'is', null)
    .execute()
  const read = []
  for (const { id } of rows) {
    const address = `/services/${id}`
    const answer = await officer.page.request.get(`${demonstration.url}${address}`)
    const main = /<main[\s\S]*<\/main>/.exec(await answer.text())?.[0] ?? ''
    read.push({ address, length: main.replace(/<[^>]*>/g, '').length })
  }
  return read
}

/** The size in points of the smallest text that paper shows. */
async function smallestType(page: Page): Promise<number> {
  await page.emulateMedia({ media: 'print' })
  const pixels = await page.locator('main').evaluate(main => {
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT)
    let smallest = Infinity
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement
      if (!parent || !walker.currentNode.textContent?.trim() || parent.closest('svg, .govuk-visually-hidden'))
        continue
      if (parent.getClientRects().length > 0)
        smallest = Math.min(smallest, parseFloat(getComputedStyle(parent).fontSize))
    }
    return smallest
  })
  await page.emulateMedia({ media: null })
  return Math.round((pixels / CSS_PIXELS_A_POINT) * 100) / 100
}
