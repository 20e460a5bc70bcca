import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keepSupplyReading } from '~/domain/supply/reading.server'
import { faultsOf, faultsWithoutScripts } from '../support/examine'
import type { Person } from '../support/person'
import { modes } from './modes'
import { openStage, type Stage } from './stage'

const NOW = new Date('2027-03-25T10:00:00Z')
const EARLIER = new Date('2027-03-01T00:05:00Z')
const A4_ACROSS = { width: 842, height: 595 }

describe.each(modes('with'))(
  'a commissioner asks where a woman from prison can go, $how,',
  ({ javaScript }) => {
    let stage: Stage
    let commissioner: Person

    beforeAll(async () => {
      stage = await openStage(javaScript, NOW)
      await keepSupplyReading(stage.demonstration.database.worker, EARLIER)
      commissioner = await stage.signIn('commissioner@example.org')
      await commissioner.open('/supply')
    })
    afterAll(async () => {
      expect(commissioner.complaints).toEqual([])
      await stage.close()
    })

    const firstColumn = () => commissioner.page.locator('thead th').nth(1).innerText()
    const address = () => new URL(commissioner.page.url())

    it('reads the sentence over the standing columns, every cell an answer of its own', async () => {
      const text = await commissioner.text()
      expect(text).toContain('4 of 12 authorities have women-only supported housing.')
      expect(await commissioner.page.locator('tbody tr').count()).toBe(12)
      expect(await commissioner.page.locator('tbody td').count()).toBe(12 * 7)
      for (const answer of [
        'exists',
        'yes',
        'case by case',
        'exists, does not take her',
        'none exists',
        'not confirmed',
      ])
        expect(text).toContain(answer)
    })

    it('chooses a combination, which the address keeps and the file says too', async () => {
      const { page } = commissioner
      await page.getByText('Choose what she needs, the day and the area').click()
      expect(await page.getByLabel('Prison', { exact: true }).isChecked()).toBe(true)
      await page.getByLabel('With children').check()
      await page.getByLabel('Complex needs').check()
      await commissioner.press('Show supply')
      await commissioner.sees('Chosen')
      expect(address().searchParams.getAll('with')).toEqual(['children', 'complex_needs'])
      expect(await firstColumn()).toBe(
        'Any housing that takes women: from prison, with children, complex needs',
      )
      const csv = await page.request.get(
        (await page.getByRole('link', { name: /CSV/ }).getAttribute('href')) ?? '',
      )
      expect(await csv.text()).toContain('from prison, with children, complex needs')
    })

    it('goes behind a cell to the services, their answers and whom to ask, and back to the same question', async () => {
      const { page } = commissioner
      await commissioner.on(
        page.locator('tbody tr', { hasText: 'Sunderland' }).locator('td a').first(),
        link => link.click(),
      )
      await commissioner.sees('The services behind it')
      expect(address().pathname).toBe('/supply/E08000024/chosen')
      const text = await commissioner.text()
      expect(text).toMatch(
        /Sunderland: Any housing that takes women: from prison, with children, complex needs/,
      )
      expect(text).toContain('From prison')
      expect(text).toContain('Policy verified')
      expect(text).toContain('The council’s housing options')
      expect(await page.locator('a[href^="tel:"]').count()).toBeGreaterThan(0)
      await commissioner.on(page.getByLabel('Breadcrumb').getByRole('link', { name: 'Supply' }), link =>
        link.click(),
      )
      await commissioner.sees('Where a woman leaving prison can go')
      expect(address().searchParams.getAll('with')).toEqual(['children', 'complex_needs'])
    })

    it('shows of a refuge the areas it covers, and neither its beds nor where it is', async () => {
      await commissioner.open('/supply/E08000024/refuge')
      const text = await commissioner.text()
      expect(text).toContain('Harebell Row Sunderland')
      expect(text).toContain('Not shown: where it is is confidential')
      expect(text).toContain('Covers')
    })

    it('asks for a day to come, and for an earlier reading, which says that it is one', async () => {
      await commissioner.open('/supply?on=2027-04-22&dates=yes')
      expect(await commissioner.text()).toContain('Free beds are those free on 22 April 2027.')
      expect(await commissioner.text()).toMatch(/verified \d+ \w+/)
      await commissioner.open('/supply?reading=2027-03-01&with=children')
      expect(await commissioner.text()).toContain(
        'An earlier reading: supply as it stood on 1 March 2027, 00:05',
      )
      await commissioner.open('/supply?reading=2027-02-01')
      expect(await commissioner.text()).toContain(
        'There is no reading of 1 February 2027: the nearest kept is of 1 March 2027. Supply is shown as it now stands',
      )
    })

    it('takes one area at a time on a phone', async () => {
      const { page } = commissioner
      await page.setViewportSize({ width: 320, height: 700 })
      await commissioner.open('/supply')
      expect(await page.locator('table').isVisible()).toBe(false)
      await commissioner.on(page.getByRole('link', { name: 'Hartlepool', exact: true }).first(), link =>
        link.click(),
      )
      expect(address().searchParams.get('area')).toBe('E06000001')
      expect(await page.locator('tbody tr').count()).toBe(1)
      expect(await page.locator('tbody td').first().isVisible()).toBe(true)
      await page.setViewportSize({ width: 1280, height: 900 })
    })

    it.each([
      '/supply?with=children&dates=yes',
      '/supply?area=E08000024&reading=2027-02-01',
      '/supply/E08000024/women_only_from_prison',
      '/supply/E06000001/women_only',
    ])('finds no fault in %s', async path => {
      await commissioner.open(path)
      expect(await (javaScript ? faultsOf : faultsWithoutScripts)(commissioner.page)).toEqual([])
      await commissioner.page.setViewportSize({ width: 1280, height: 900 })
    })

    it.each([
      '/supply',
      '/supply?place=women_only&with=children&age=age_25_34&dates=yes',
      '/supply?reading=2027-03-01',
    ])('prints %s on one side of A4 across, with its key', async path => {
      const { page } = commissioner
      await commissioner.open(path)
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
      const sheets = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)]
      expect(
        sheets.map(([, width, height]) => [Math.round(Number(width)), Math.round(Number(height))]),
      ).toEqual([[A4_ACROSS.width, A4_ACROSS.height]])
      await page.emulateMedia({ media: 'print' })
      for (const part of ['table', '.tg-coverage-key'])
        expect(await page.locator(part).isVisible()).toBe(true)
      expect(await page.locator('form, .tg-map').filter({ visible: true }).count()).toBe(0)
      await page.emulateMedia({ media: null })
    })
  },
)
