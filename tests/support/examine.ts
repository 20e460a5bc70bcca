import type { Page } from 'playwright-core'
import { axeViolations, copyWithoutScripts, WIDTHS } from './browser'

/** What quality asks of every page: no axe violation and no sideways scroll at either width, one h1 to be seen, a title. Contrast as `axeViolations` says. */
export async function faultsOf(
  page: Page,
  axeWidths: readonly number[] = WIDTHS,
  everyContrast = false,
): Promise<string[]> {
  const faults: string[] = []
  const address = page.url()
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 })
    if (axeWidths.includes(width))
      faults.push(
        ...(await axeViolations(page, everyContrast)).map(violation => `at ${width} px: ${violation}`),
      )
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    if (overflow > 0) faults.push(`scrolls ${overflow} px sideways at ${width} px: ${address}`)
  }
  const headings = await page.locator('h1:visible').allInnerTexts()
  if (headings.length !== 1) faults.push(`headings ${headings.join(' | ')}: ${address}`)
  if (!/ – Throughgate$/.test(await page.title())) faults.push(`title “${await page.title()}”: ${address}`)
  return faults
}

/** The same of the page as it stands without JavaScript. An examination is itself a script: it runs in a copy. */
export async function faultsWithoutScripts(
  page: Page,
  axeWidths: readonly number[] = WIDTHS,
  everyContrast = false,
): Promise<string[]> {
  const copy = await copyWithoutScripts(page)
  try {
    return await faultsOf(copy, axeWidths, everyContrast)
  } finally {
    await copy.context().close()
  }
}
