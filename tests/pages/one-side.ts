import type { APIRequestContext, Page } from 'playwright-core'
import type { RunningDemonstration } from '../support/demonstration'

/** What a page takes on paper, and the services whose pages say most. */

/** Points: what is smaller is no longer read on paper. */
export const SMALLEST_TYPE = 8.5
const CSS_PIXELS_A_POINT = 96 / 72

/** How many sides of A4 it takes, with the margins of its own style. */
export async function sidesOf(page: Page): Promise<number> {
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true })
  return [...pdf.toString('latin1').matchAll(/\/Type\s*\/Page[^s]/g)].length
}

/** What is for the screen alone and shows on paper all the same: a style that lays it out may not bring it back. */
export async function shownAllTheSame(page: Page): Promise<string[]> {
  await page.emulateMedia({ media: 'print' })
  const shown = await page.locator('.tg-screen-only').filter({ visible: true }).allInnerTexts()
  await page.emulateMedia({ media: null })
  return shown
}

/** The size in points of the smallest text of its main part that paper shows. */
export async function smallestTypeOf(page: Page): Promise<number> {
  await page.emulateMedia({ media: 'print' })
  const pixels = await page.locator('main').evaluate(main => {
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT)
    let smallest = Infinity
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement
      if (!parent || !walker.currentNode.textContent?.trim()) continue
      if (parent.closest('svg, .govuk-visually-hidden') || parent.getClientRects().length === 0) continue
      smallest = Math.min(smallest, parseFloat(getComputedStyle(parent).fontSize))
    }
    return smallest
  })
  await page.emulateMedia({ media: null })
  return Math.round((pixels / CSS_PIXELS_A_POINT) * 100) / 100
}

/** So many of the directory's services, those whose pages say most first. All of them unless told. */
export async function longestServices(
  browser: APIRequestContext,
  { url, database }: RunningDemonstration,
  many = Infinity,
): Promise<string[]> {
  const rows = await database.owner
    .selectFrom('service')
    .select('id')
    .where('archivedAt', 'is', null)
    .execute()
  const read = []
  for (const { id } of rows) {
    const answer = await browser.get(`${url}/services/${id}`)
    if (answer.status() !== 200) continue
    const main = /<main[\s\S]*<\/main>/.exec(await answer.text())?.[0] ?? ''
    read.push({ id, length: main.replace(/<[^>]*>/g, '').length })
  }
  return read
    .sort((a, b) => b.length - a.length)
    .slice(0, many)
    .map(({ id }) => id)
}
