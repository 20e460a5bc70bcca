import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faultsOf, faultsWithoutScripts } from '../support/examine'
import type { Person } from '../support/person'
import { modes } from './modes'
import { openStage, type Stage } from './stage'

/** So many years of history are whole then: a pool of three and the year after it. */
const NOW = new Date('2026-11-23T10:00:00Z')

/** Quoting unmet need: the figures of the region, one authority's page on one side of paper, what they mean, and the file. */
describe.each(modes('without'))('a commissioner, $how', ({ javaScript }) => {
  let stage: Stage
  let commissioner: Person
  const examined = () => (javaScript ? faultsOf : faultsWithoutScripts)(commissioner.page)

  beforeAll(async () => {
    stage = await openStage(javaScript, NOW)
    commissioner = await stage.signIn('commissioner@example.org')
  })
  afterAll(() => stage?.close())

  it('begins with three figures of the last year, each of how many, with its unknowns and its definition', async () => {
    await commissioner.sees('Unmet need of women leaving prison')
    const text = await commissioner.text()
    expect(text).toContain('Synthetic figures')
    expect(text).toMatch(/April 2025 to March 2026 ·\s+version 1, published/)
    expect(text).toMatch(/\d+ releases to the community, of \d+ women/)
    const leads = await commissioner.page.locator('.tg-figure').allInnerTexts()
    expect(leads).toHaveLength(3)
    for (const lead of leads) expect(lead).toMatch(/^\d+ of \d+\s[^]*M[237]/)
    expect(leads[0]).toMatch(/were not housed on their first night \(\d+%\); not known: (\d+|fewer than 5)/)
    expect(await examined()).toEqual([])
  })

  it('says every chart in a sentence that ends in its definition, and in a table', async () => {
    const charts = commissioner.page.locator('.tg-chart')
    expect(await charts.count()).toBeGreaterThanOrEqual(6)
    for (const chart of await charts.all()) {
      expect(await chart.locator('.tg-chart__sentence a').getAttribute('href')).toMatch(/^#note-\w+$/)
      expect(await chart.locator('table tbody tr').count()).toBeGreaterThan(1)
    }
  })

  it('counts most authorities by a number, not by “fewer than 5”', async () => {
    const rows = await commissioner.page
      .locator('section[aria-labelledby=by-authority] tbody tr')
      .allInnerTexts()
    expect(rows).toHaveLength(15)
    const numbers = rows.filter(row => /\t\d+/.test(row))
    expect(numbers.length).toBeGreaterThanOrEqual(8)
  })

  it('opens the page of Sunderland, which prints on one side', async () => {
    await commissioner.page
      .getByRole('link', { name: /^Sunderland: / })
      .first()
      .click()
    await commissioner.sees('What there is to ask for')
    const text = await commissioner.text()
    expect(text).toMatch(
      /\d+ women of Sunderland needed a place; (\d+|fewer than 5) of them are known to have had none/,
    )
    expect(await commissioner.page.locator('.tg-grid__cell').count()).toBe(9)
    expect(await examined()).toEqual([])
    const pdf = (await commissioner.page.pdf({ format: 'A4' })).toString('latin1')
    expect([...pdf.matchAll(/\/Type\s*\/Page[^s]/g)]).toHaveLength(1)
  })

  it('reads how a figure is made, in the words that stand beside it', async () => {
    await commissioner.open('/unmet-need')
    const note = await commissioner.page.locator('#note-M3').innerText()
    await commissioner.follow('Methods and limits')
    await commissioner.sees('How unmet need is counted')
    expect(await commissioner.text()).toContain(note.replace('M3 Unmet need. ', ''))
    expect(await examined()).toEqual([])
  })

  it('downloads every figure of a version, with its definition, and no number that is not published', async () => {
    await commissioner.open('/unmet-need')
    const address = await commissioner.page
      .getByRole('link', { name: /^Download all figures/ })
      .getAttribute('href')
    const answer = await commissioner.page.request.get(`${stage.demonstration.url}${address}`)
    const lines = (await answer.text()).trim().split('\r\n')
    expect(lines[0]).toContain('Period,Period name,Version,Synthetic,Table')
    expect(lines.length).toBeGreaterThan(100)
    for (const line of lines.slice(1))
      expect(line).toMatch(/^2025-26,April 2025 to March 2026,"version 1, published/)
    for (const line of lines.filter(each => each.includes(',fewer than 5,')))
      expect(line).toMatch(/,,fewer than 5,/)
  })
})
