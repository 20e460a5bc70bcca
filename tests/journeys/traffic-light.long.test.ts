import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faultsOf, faultsWithoutScripts } from '../support/examine'
import type { Person } from '../support/person'
import { modes } from './modes'
import { openStage, type Stage } from './stage'

/** A pool of three years of history is whole then, and the year after it. */
const NOW = new Date('2026-11-23T10:00:00Z')

/** What commissioners bring to a meeting: one lying side with a light of every indicator, and the threshold behind it. */
describe.each(modes('with'))('the traffic-light report, $how', ({ javaScript }) => {
  let stage: Stage
  let commissioner: Person
  const examined = () => (javaScript ? faultsOf : faultsWithoutScripts)(commissioner.page)
  const row = (name: string) => commissioner.page.getByRole('row').filter({ hasText: name }).first()
  const pages = async () => {
    const pdf = (await commissioner.page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1')
    return {
      many: [...pdf.matchAll(/\/Type\s*\/Page[^s]/g)].length,
      isLying: /MediaBox\s*\[\s*0 0 84\d(\.\d+)? 59\d/.test(pdf),
    }
  }

  beforeAll(async () => {
    stage = await openStage(javaScript, NOW)
    commissioner = await stage.signIn('commissioner@example.org')
  })
  afterAll(() => stage?.close())

  it('is one of the pages of unmet need, and says of every indicator what is asked', async () => {
    await commissioner.page
      .getByRole('navigation', { name: 'Unmet need' })
      .getByRole('link', { name: 'Traffic light' })
      .click()
    await commissioner.sees('Traffic-light report')
    const text = await commissioner.text()
    expect(text).toMatch(/\d+ red, \d+ amber, \d+ green; \d+ in grey, not rated\./)
    expect(text).toContain('Synthetic figures')
    expect(text).toMatch(/April 2025 to March 2026 ·\s+version 1, published/)
    expect(text).toContain('housed on the first night 84.0% (England and Wales, year to March 2025)')
    const rows = await commissioner.page
      .getByRole('group', { name: 'Indicators' })
      .locator('tbody tr')
      .allInnerTexts()
    expect(rows).toHaveLength(16)
    for (const line of rows) expect(line).toMatch(/(Green|Amber|Red|Grey)/)
    // Its sum with what is not known may not be printed: the bounds that follow from what is are past red.
    expect(await row('Unmet need: ').innerText()).toMatch(
      /at least \d+%, at most \d+% \d+ and fewer than 5 of \d+[\s\S]*Red/,
    )
    expect(await row('Stale vacancies').innerText()).toContain('other beds, of an invented history')
    expect(await row('Unmet need: ').innerText()).toMatch(/Refer by 56 days before release/)
    expect(await row('Referred with no success').innerText()).toMatch(
      /Grey\s+no threshold yet: baseline \d+% \(/,
    )
    expect(await row('Women who needed a place').innerText()).toContain('neither more nor less is better')
    expect(text).toContain('The housing question is not asked of women who stay less than a week')
    expect(await examined()).toEqual([])
  })

  it('is read on a phone without scrolling sideways: an indicator is a card', async () => {
    const { page } = commissioner
    for (const width of [390, 320]) {
      await page.setViewportSize({ width, height: 800 })
      const box = page.getByRole('group', { name: 'Indicators' })
      expect(await box.evaluate(each => each.scrollWidth - each.clientWidth)).toBeLessThanOrEqual(0)
    }
    await page.setViewportSize({ width: 1280, height: 900 })
  })

  it('prints on one lying side, and so does an earlier year and a quarter', async () => {
    for (const address of ['', '/2024-25', '/2025-26-q2']) {
      await commissioner.open(`/unmet-need/traffic-light${address}`)
      expect(await pages()).toEqual({ many: 1, isLying: true })
    }
  })

  it('cautions where a quarter counts too few for a trend, and says which figures are of a year', async () => {
    await commissioner.open('/unmet-need/traffic-light/2025-26-q2')
    const text = await commissioner.text()
    expect(text).toMatch(/\(of about \d\d: not a trend\)/)
    expect(await row('Settled at day 91').innerText()).toMatch(/\(April 2024 to March 2025\)/)
    expect(await row('Stale vacancies').innerText()).toContain('(night of 30 September 2025)')
  })

  it('sets a threshold from a day on, refuses one for the past, corrects and strikes it, and leaves the report as it was', async () => {
    await commissioner.open('/unmet-need/traffic-light')
    const before = await row('Places not taken up').innerText()
    await row('Places not taken up')
      .getByRole('link', { name: /^Not set/ })
      .click()
    await commissioner.sees('Set a threshold from a day on')
    const fill = async (green: string, year: string) => {
      const { page } = commissioner
      await page.getByLabel('Green to').fill(green)
      await page.getByLabel('Amber to').fill('30')
      await page.getByLabel('Day', { exact: true }).fill('1')
      await page.getByLabel('Month', { exact: true }).fill('4')
      await page.getByLabel('Year', { exact: true }).fill(year)
      await page.getByLabel('Why').fill('Agreed in November')
    }
    await fill('10', '2025')
    await commissioner.press('Set it')
    await commissioner.sees('A threshold holds from today or later')
    expect(await examined()).toEqual([])
    await fill('10', '2027')
    await commissioner.press('Set it')
    await commissioner.sees('The threshold is set.')
    expect(await commissioner.text()).toContain('Green to 10%, amber to 30%, red above')
    await commissioner.follow('Correct')
    await commissioner.sees('Correct “Green to 10%, amber to 30%, red above”')
    await fill('15', '2027')
    await commissioner.press('Correct it')
    await commissioner.sees('The threshold is set.')
    expect(await commissioner.text()).toMatch(/Struck as wrong by/)
    await commissioner.page.getByRole('button', { name: /^Strike, it was wrong/ }).click()
    await commissioner.sees('The threshold is struck.')
    expect(await examined()).toEqual([])
    await commissioner.open('/unmet-need/traffic-light')
    expect(await row('Places not taken up').innerText()).toBe(before)
  })

  it('rates earlier periods by a first threshold that an administrator dates back, and says that it was', async () => {
    if (!javaScript) return
    const administrator = await stage.signIn('administrator@example.org')
    await administrator.open('/unmet-need/thresholds/m12')
    const { page } = administrator
    await page.getByLabel('Green to').fill('20')
    await page.getByLabel('Amber to').fill('40')
    await page.getByLabel('Day', { exact: true }).fill('1')
    await page.getByLabel('Month', { exact: true }).fill('4')
    await page.getByLabel('Year', { exact: true }).fill('2023')
    await page.getByLabel('Why').fill('Agreed on 4 March 2023')
    await administrator.press('Set it')
    await administrator.sees('The threshold is set.')
    expect(await administrator.text()).toContain('1 April 2023, dated back')
    await administrator.open('/unmet-need/traffic-light/2024-25')
    const line = await page.getByRole('row').filter({ hasText: 'Places not taken up' }).first().innerText()
    expect(line).toMatch(/(Green|Amber|Red)[\s\S]*from 1 April 2023, dated back on \d+ November 2026/)
  })

  it('leads from an indicator to an action for it', async () => {
    await commissioner.open('/unmet-need/traffic-light')
    await row('Housed on the first night')
      .getByRole('link', { name: /^Add an action/ })
      .click()
    await commissioner.sees('Record an action')
    const { page } = commissioner
    expect(await page.getByLabel('What is the gap in?').inputValue()).toBe('measure.m7')
    expect(await page.getByLabel('Where is the gap?').inputValue()).toBe('region')
  })

  it('downloads the report, a line an action, with its period and version', async () => {
    await commissioner.open('/unmet-need/traffic-light')
    const address = await commissioner.page
      .getByRole('link', { name: /^Download this report/ })
      .getAttribute('href')
    const answer = await commissioner.page.request.get(`${stage.demonstration.url}${address}`)
    const lines = (await answer.text()).trim().split('\r\n')
    expect(lines[0]).toContain('Indicator,Now,Now: of,Now: period,Before')
    expect(lines.length).toBeGreaterThanOrEqual(17)
    expect(lines[1]).toContain('April 2025 to March 2026')
    expect(lines[0]).toMatch(/Version,Before: version,.*,Definition$/)
    expect(lines[1]).toMatch(/release list[^,]*,?[^,]*$/)
    // A quarter's file says of a figure of years the version of its year, and of a night's none.
    const quarter = await commissioner.page.request.get(
      `${stage.demonstration.url}/unmet-need/traffic-light/2025-26-q2/report.csv`,
    )
    const found = (await quarter.text()).split('\r\n').find(line => line.startsWith('Settled at day 91'))
    expect(found).toMatch(/April 2024 to March 2025.*version 1, published .*version 1, published/)
  })
})
