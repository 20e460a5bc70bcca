import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../support/browser'
import { type RunningDemonstration, startDemonstration } from '../support/demonstration'
import { type Person, signInAs } from '../support/person'

/**
 * The main job, in a real browser, on the demonstration as `npm run demo` starts it: a bed before release. Every page on the way
 * is looked at for accessibility at 320 and 1280 px, and everything the browser was sent is kept for the last test.
 */
describe.each([
  { name: 'with JavaScript', javaScript: true },
  { name: 'without JavaScript', javaScript: false },
])('a bed before release, $name', ({ javaScript }) => {
  let demonstration: RunningDemonstration
  let browser: Browser
  const people: Person[] = []

  beforeAll(async () => {
    demonstration = await startDemonstration()
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await demonstration?.stop()
  })

  async function person(email: string): Promise<Person> {
    const arrived = await signInAs(browser, { url: demonstration.url, email, javaScript })
    people.push(arrived)
    return arrived
  }

  let officer: Person
  let caseAddress: string
  const referrals: Record<string, string> = {}

  it('shows an officer her team’s cases by days to release, and opens the woman who leaves in five weeks', async () => {
    officer = await person('officer.lownewton@example.org')
    await officer.sees('Cases by days to release')
    await officer.follow('Wren Allerdale')
    await officer.sees('Search for places')
    caseAddress = officer.page.url()
    expect(await officer.page.title()).toBe('Case – Throughgate')
  })

  it('searches for that case: grouped by eligibility, with reasons, vacancy and when it was confirmed', async () => {
    await officer.follow('Search for places')
    await officer.sees('Places for this case')
    const marlpit = result(officer.page, 'Marlpit House')
    expect(await marlpit.innerText()).toMatch(/2 free on \w+ \d+ \w+/)
    expect(await marlpit.innerText()).toMatch(/confirmed 3 hours ago/)
    expect(await marlpit.innerText()).toContain('Takes women straight from prison')
    for (const tab of ['Fits once answered', 'Discuss', 'Does not fit']) {
      await officer.follow(tab)
      expect(await officer.page.locator('.tg-result').count()).toBeGreaterThan(0)
    }
  })

  it('narrows by words and facts, and finds a place near a town', async () => {
    await officer.open(`${caseAddress}/search`)
    await officer.page.getByRole('checkbox', { name: 'Women only' }).check()
    await officer.page.getByLabel('Near').fill('Newcastle')
    await officer.press('Apply filters')
    await officer.sees('Marlpit House')
    expect(new URL(officer.page.url()).pathname).toBe(new URL(`${caseAddress}/search`).pathname)
    expect(await officer.page.locator('.tg-result', { hasText: 'Quernstone Dispersed Flats' }).count()).toBe(
      0,
    )
  })

  it('finds a parenting programme the same way', async () => {
    await officer.open(caseAddress)
    await officer.follow('Search for parenting and family support')
    await officer.sees('Places for this case')
    expect(await officer.page.locator('.tg-result').count()).toBeGreaterThan(0)
  })

  it.each(['Marlpit House', 'Quernstone Dispersed Flats'])('refers the case to %s', async service => {
    await officer.open(`${caseAddress}/search`)
    await officer.on(result(officer.page, service).getByRole('link', { name: /^Refer/ }), link =>
      link.click(),
    )
    await officer.sees(`Refer to ${service}`)
    await officer.press('Send the referral')
    await officer.sees('There is a problem')
    await officer.page.locator('input[name=agreed][value=yes]').check()
    await officer.page.locator('input[name=agreedTier][value="3"]').check()
    await officer.press('Send the referral')
    referrals[service] = /R-\d{5}/.exec(await officer.text())?.[0] ?? ''
    expect(referrals[service]).toMatch(/^R-\d{5}$/)
  })

  it('gives the provider triage and no name, then more to the one who takes it to assess, and locks the bedspace offered', async () => {
    const manager = await person('manager.marlpit@example.org')
    await manager.open('/inbox')
    await manager.on(lineOf(manager.page, referrals['Marlpit House'] ?? ''), line =>
      line.getByRole('link').first().click(),
    )
    expect(await manager.text()).not.toContain('Allerdale')
    await manager.press('Take to assess')
    await manager.sees('Wren Allerdale')
    await manager.follow('Offer a bedspace')
    await manager.open(manager.page.url())
    expect(await manager.page.title()).toBe('Offer a bedspace – Throughgate')
    await manager.press('Offer this bedspace')
    await manager.sees('There is a problem')
    await manager.page.getByRole('radio', { name: /Room 4/ }).check()
    await manager.page.getByRole('checkbox', { name: /conflict check/i }).check()
    await manager.press('Offer this bedspace')
    await manager.sees('Room 4')
    expect(await manager.text()).toMatch(/Offered/)
  })

  it('lets the other provider read its own referral and not the first one', async () => {
    const other = await person('manager.quernstone@example.org')
    await other.open('/inbox')
    expect(await other.text()).toContain(referrals['Quernstone Dispersed Flats'])
    expect(await other.text()).not.toContain(referrals['Marlpit House'])
  })

  it('records her yes, and parks the other referral', async () => {
    await officer.open(caseAddress)
    await officer.follow('Marlpit House')
    await officer.follow('The person says yes')
    await officer.page.getByRole('checkbox').first().check()
    await officer.press('Record the yes')
    expect(await officer.text()).toMatch(/Accepted/)
    await officer.open(caseAddress)
    expect(await officer.text()).toMatch(/Parked/)
  })

  it('marks her arrived, and closes the other referral as placed elsewhere', async () => {
    const manager = await person('manager.marlpit@example.org')
    await manager.open('/inbox')
    await manager.on(lineOf(manager.page, referrals['Marlpit House'] ?? ''), line =>
      line.getByRole('link').first().click(),
    )
    await manager.follow('Mark as arrived')
    await manager.press('Mark as arrived')
    await manager.sees('The day of release has not come')
    await manager.page.getByRole('checkbox', { name: 'The person was released early and is here' }).check()
    await manager.press('Mark as arrived')
    expect(await manager.text()).toMatch(/Arrived/)
    await officer.open('/referrals')
    await officer.open(caseAddress)
    expect(await officer.text()).toMatch(/Placed elsewhere/)
  })

  it('closes her case once she is housed, and takes it back when that was too early', async () => {
    await officer.open(caseAddress)
    await officer.follow('Close the case')
    await officer.press('Close the case')
    await officer.sees('There is a problem')
    await officer.page.getByRole('radio', { name: 'Housed' }).check()
    await officer.press('Close the case')
    await officer.sees('This case is closed')
    await officer.open('/cases')
    expect(await officer.text()).not.toContain('Allerdale')
    await officer.open(caseAddress)
    await officer.press('Reopen the case')
    await officer.sees('The case is open again')
  })

  it('shows a commissioner supply for the twelve authorities, and no person', async () => {
    const commissioner = await person('commissioner@example.org')
    await commissioner.sees('Where a woman leaving prison can go')
    expect(await commissioner.text()).toContain('4 of 12 authorities have women-only supported housing.')
    expect(await commissioner.page.locator('table tbody tr').count()).toBe(12)
    expect(await commissioner.text()).toMatch(/not confirmed/)
    expect(await commissioner.text()).not.toContain('Allerdale')
  })

  it('lets the people concerned know by email, without a word about her', async () => {
    await expect.poll(() => demonstration.mail.received.length, { timeout: 60_000 }).toBeGreaterThan(4)
    const everything = demonstration.mail.received.map(mail => mail.raw).join('\n')
    expect(everything).toContain(referrals['Marlpit House'])
    expect(everything).not.toMatch(/Wren|Allerdale|Z1034WA/)
  })

  it('writes no name, number or session into the log', () => {
    expect(demonstration.output()).not.toMatch(/Allerdale|Z1034WA|officer\.lownewton@example\.org.*\d{3}ms/)
    expect(demonstration.output()).toContain('/cases')
  })

  it('tells nobody where a confidential service is', () => {
    const hidden = /Nowhere Terrace|ZZ\d+ 9ZZ|bell marked with a star/
    expect(people.flatMap(each => each.received).filter(body => hidden.test(body))).toEqual([])
    expect(demonstration.output()).not.toMatch(hidden)
    expect(demonstration.mail.received.filter(mail => hidden.test(mail.raw))).toEqual([])
  })

  it('left the browser with nothing to complain of', () => {
    expect(people.flatMap(each => each.complaints)).toEqual([])
  })
})

function result(page: Page, service: string) {
  return page.locator('.tg-result', { has: page.getByRole('heading', { name: service }) })
}

function lineOf(page: Page, reference: string) {
  return page.locator('li, tr').filter({ hasText: reference }).first()
}
