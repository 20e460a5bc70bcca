import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { openBrowser } from '../support/browser'
import { type RunningDemonstration, startDemonstration } from '../support/demonstration'
import { type Person, signInAs } from '../support/person'

/** What a print holds, and that nothing of it leads anywhere: paper has no menu, no button and no way back. */

interface Printed {
  page: string
  who: 'officer' | 'manager'
  /** Links followed one after the other, from the first address. */
  from: string
  follow: readonly string[]
  holds: readonly RegExp[]
}

const PRINTED: readonly Printed[] = [
  {
    page: 'a referral, by the officer',
    who: 'officer',
    from: '/referrals',
    follow: ['Bryony Skelder: Marlpit House'],
    holds: [
      /Referral R-\d+/,
      /How it stands/,
      /Arrival/,
      /Latest arrival/,
      /How she fits their policy/,
      /So far/,
      /Talk to the service/,
    ],
  },
  {
    page: 'a referral that was accepted, by the provider',
    who: 'manager',
    from: '/inbox',
    follow: ['Woman, 40–49'],
    holds: [/Referral R-\d+/, /How she fits your policy/, /At a glance/, /So far/, /Talk to the referrer/],
  },
  {
    page: 'a service',
    who: 'officer',
    from: '/services?q=marlpit',
    follow: ['Marlpit House'],
    holds: [/Marlpit House/, /0191 498 0200/, /Policy, criterion by criterion/, /\d free now/, /Money/],
  },
  {
    page: 'the services found',
    who: 'officer',
    from: '/services?q=housing',
    follow: [],
    holds: [/Searched: /, /\d+ services match/, /services 1 to 20 of \d+\. The others are not printed here/],
  },
  {
    page: 'the places for a case',
    who: 'officer',
    from: '/cases',
    follow: ['Search for places for'],
    holds: [
      /Case C-\d+/,
      /Places for this case/,
      /checked against what is known/,
      /As it stood on 25 March 2027: .*under ‘Fits’, of \d+ checked\. The others are not printed here/,
    ],
  },
  {
    page: 'today, with who arrives',
    who: 'manager',
    from: '/today',
    follow: [],
    holds: [/Today, /, /Arriving this week/],
  },
  {
    page: 'the vacancies',
    who: 'manager',
    from: '/vacancies',
    follow: [],
    holds: [/Marlpit House/, /Room 1/, /occupied, leaving about/, /25 Mar/, /1 Apr/, /8 Apr/, /13 May/],
  },
]

const EMAILS = { officer: 'officer.lownewton@example.org', manager: 'manager.marlpit@example.org' } as const

/** Whatever leads elsewhere or does something; a telephone number and the name of a place may stay links. */
const LEADS =
  'header nav, header a:not(.tg-header__home), button, input, summary, footer a, .govuk-breadcrumbs, .govuk-back-link, .govuk-pagination, .moj-sub-navigation, .tg-map'

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

describe.each([
  ['with JavaScript', true],
  ['without it', false],
])('on paper, %s,', (_, javaScript) => {
  const people = new Map<Printed['who'], Person>()
  beforeAll(async () => {
    for (const who of ['officer', 'manager'] as const)
      people.set(who, await signInAs(browser, { url: demonstration.url, email: EMAILS[who], javaScript }))
  })

  it.each(PRINTED)(
    '$page says what it must, marked, and leads nowhere',
    async ({ who, from, follow, holds }) => {
      const person = people.get(who)
      if (!person) throw new Error('nobody signed in')
      const { page } = person
      await person.open(from)
      for (const text of follow) await person.follow(text)
      const print = page.getByRole('button', { name: 'Print this page' })
      if (javaScript) await print.waitFor()
      else expect(await print.count()).toBe(0)
      await page.emulateMedia({ media: 'print' })
      onTestFinished(() => page.emulateMedia({ media: null }))
      const text = await page.locator('body').innerText()
      const drawn = await page.locator('svg text:visible').allTextContents()
      for (const wanted of holds) expect(`${text} ${drawn.join(' ')}`).toMatch(wanted)
      expect(text).toContain('Personal data: keep secure. Printed by ')
      expect(text).toContain('As it stood on 25 March 2027, 10:')
      expect(text).not.toMatch(/Sign out|Find services|Messages sent|What next\?|Add a void|Yes, still right/)
      const leading = await page.locator(LEADS).filter({ visible: true }).allInnerTexts()
      expect(leading).toEqual([])
      await page.emulateMedia({ media: null })
    },
  )
})
