import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Person } from '../support/person'
import {
  closeHerCase,
  markArrived,
  openHerCase,
  openReferral,
  openStage,
  recordYes,
  refer,
  result,
  type Stage,
  takeAndOffer,
  TWO_FREE,
} from './stage'

/**
 * The main job, in a real browser, on the demonstration as `npm run demo` starts it today: a bed before release. Everything
 * the browser was sent is kept for the last tests.
 */
describe('a bed before release', () => {
  let stage: Stage
  let officer: Person
  let caseAddress: string
  const referrals: Record<string, string> = {}

  beforeAll(async () => {
    stage = await openStage(true)
  })
  afterAll(() => stage?.close())

  it('shows an officer her team’s cases by days to release, and opens the woman who leaves in five weeks', async () => {
    officer = await stage.signIn('officer.lownewton@example.org')
    caseAddress = await openHerCase(officer)
  })

  it('searches for that case: grouped by eligibility, with reasons, vacancy and when it was confirmed', async () => {
    await officer.follow('Search for places')
    await officer.sees('Places for this case')
    const marlpit = await result(officer.page, 'Marlpit House').innerText()
    expect(marlpit).toMatch(TWO_FREE)
    expect(marlpit).toMatch(/confirmed 3 hours ago/)
    expect(marlpit).toContain('Takes women straight from prison')
    for (const tab of ['Fits once answered', 'Discuss', 'Does not fit']) {
      await officer.follow(tab)
      expect(await officer.page.locator('.tg-result').count()).toBeGreaterThan(0)
    }
  })

  it('narrows by words and facts, and finds a place near a town', async () => {
    await officer.open(`${caseAddress}/search`)
    const drop = (title: string) => officer.page.locator('.tg-drop', { hasText: title }).locator('summary')
    await drop('Who for').click()
    await officer.page.getByRole('checkbox', { name: 'Women only' }).check()
    await drop('Near').click()
    await officer.page.getByRole('textbox', { name: 'Near' }).fill('Newcastle')
    await officer.on(officer.page.getByRole('button', { name: /^Show .*places?$/ }).first(), button =>
      button.click(),
    )
    await officer.sees('Marlpit House')
    expect(new URL(officer.page.url()).pathname).toBe(new URL(`${caseAddress}/search`).pathname)
    // The page before showed Marlpit House too: what is narrowed away goes when the answer has come.
    await expect
      .poll(() => result(officer.page, 'Quernstone Dispersed Flats').count(), { timeout: 15_000 })
      .toBe(0)
  })

  it('finds a parenting programme the same way', async () => {
    await officer.open(caseAddress)
    await officer.follow('Search for parenting and family support')
    await officer.sees('Places for this case')
    expect(await result(officer.page, 'Mothers Together').count()).toBe(1)
  })

  it.each(['Marlpit House', 'Quernstone Dispersed Flats'])('refers the case to %s', async service => {
    referrals[service] = await refer(officer, caseAddress, service)
    expect(referrals[service]).toMatch(/^R-\d{5}$/)
  })

  it('gives the provider triage and no name, then more to the one who takes it to assess, and locks the bedspace offered', async () => {
    const manager = await stage.signIn('manager.marlpit@example.org')
    await openReferral(manager, referrals['Marlpit House'] ?? '')
    expect(await manager.text()).not.toContain('Allerdale')
    await takeAndOffer(manager)
    expect(await manager.text()).toMatch(/Offered/)
  })

  it('lets the other provider read its own referral and not the first one', async () => {
    const other = await stage.signIn('manager.quernstone@example.org')
    await other.open('/inbox')
    expect(await other.text()).toContain(referrals['Quernstone Dispersed Flats'])
    expect(await other.text()).not.toContain(referrals['Marlpit House'])
  })

  it('records her yes, and parks the other referral', async () => {
    await recordYes(officer, caseAddress)
    expect(await officer.text()).toMatch(/Accepted/)
    await officer.open(caseAddress)
    expect(await officer.text()).toMatch(/Parked/)
  })

  it('marks her arrived, and closes the other referral as placed elsewhere', async () => {
    const manager = await stage.signIn('manager.marlpit@example.org')
    await markArrived(manager, referrals['Marlpit House'] ?? '')
    expect(await manager.text()).toMatch(/Arrived/)
    await officer.open(caseAddress)
    expect(await officer.text()).toMatch(/Placed elsewhere/)
  })

  it('closes her case once she is housed, and takes it back when that was too early', async () => {
    await closeHerCase(officer, caseAddress)
    await officer.open('/cases')
    expect(await officer.text()).not.toContain('Allerdale')
    await officer.open(caseAddress)
    await officer.press('Reopen the case')
    await officer.sees('The case is open again')
  })

  it('shows a commissioner supply for the twelve authorities, and no person', async () => {
    const commissioner = await stage.signIn('commissioner@example.org')
    await commissioner.open('/supply')
    await commissioner.sees('Where a woman leaving prison can go')
    expect(await commissioner.text()).toContain('4 of 12 authorities have women-only supported housing.')
    expect(await commissioner.page.locator('table tbody tr').count()).toBe(12)
    expect(await commissioner.text()).toMatch(/not confirmed/)
    expect(await commissioner.text()).not.toContain('Allerdale')
  })

  it('lets the people concerned know by email, without a word about her', async () => {
    const { mail } = stage.demonstration
    await expect.poll(() => mail.received.length, { timeout: 60_000 }).toBeGreaterThan(4)
    const everything = mail.received.map(each => each.raw).join('\n')
    expect(everything).toContain(referrals['Marlpit House'])
    expect(everything).not.toMatch(/Wren|Allerdale|Z1034WA/)
  })

  it('writes no name, number or session into the log', () => {
    const output = stage.demonstration.output()
    expect(output).not.toMatch(/Allerdale|Z1034WA|officer\.lownewton@example\.org.*\d{3}ms/)
    expect(output).toContain('/cases')
  })

  it('tells nobody where a confidential service is', () => {
    const hidden = /Nowhere Terrace|ZZ\d+ 9ZZ|bell marked with a star/
    const { mail, output } = stage.demonstration
    expect(stage.people.flatMap(each => each.received).filter(body => hidden.test(body))).toEqual([])
    expect(output()).not.toMatch(hidden)
    expect(mail.received.filter(each => hidden.test(each.raw))).toEqual([])
  })

  it('left the browser with nothing to complain of', () => {
    expect(stage.people.flatMap(each => each.complaints)).toEqual([])
  })
})
