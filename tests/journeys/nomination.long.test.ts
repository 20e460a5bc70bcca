import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faultsOf, faultsWithoutScripts } from '../support/examine'
import type { Person } from '../support/person'
import { modes } from './modes'
import { openHerCase, openStage, result, type Stage } from './stage'

const PROGRAMME = 'Being Mum Again'
/** The narrow width, at which most goes wrong. */
const NARROW = [320]

/** A mother is named for a run of a programme, and comes as far as its end. */
describe.each(modes('without'))('a nomination to a programme, $how', ({ javaScript }) => {
  let stage: Stage
  let officer: Person
  let worker: Person
  let caseAddress: string
  let nominateAddress: string

  beforeAll(async () => {
    stage = await openStage(javaScript)
    officer = await stage.signIn('officer.lownewton@example.org')
    caseAddress = await openHerCase(officer)
    worker = await stage.signIn('worker.marlpit@example.org')
  })
  afterAll(() => stage?.close())

  const faults = (person: Person) => (javaScript ? faultsOf : faultsWithoutScripts)(person.page, NARROW)

  it('begins in the search for programmes on the case, and keeps what was chosen when something is missing', async () => {
    await officer.follow('Search for parenting and family support')
    await officer.on(result(officer.page, PROGRAMME).getByRole('link', { name: /^Nominate/ }), link =>
      link.click(),
    )
    await officer.sees(`Nominate for ${PROGRAMME}`)
    nominateAddress = officer.page.url()
    expect(await faults(officer)).toEqual([])
    await officer.page.locator('input[name=run]').first().check()
    await officer.press('Save')
    await officer.sees('There is a problem')
    expect(await officer.text()).toContain('Choose yes or no, as the person said')
    expect(await officer.page.locator('input[name=run]').first().isChecked()).toBe(true)
    await officer.page.locator('input[name=agreed][value=yes]').check()
    await officer.press('Save')
    await officer.sees('The nomination is saved')
    expect(await officer.text()).toContain('Nominated')
    expect(officer.page.url()).toMatch(/\/nominations\/[0-9a-f-]{36}$/)
  })

  it('is not a referral: that address leads to the nomination', async () => {
    await officer.open(`${caseAddress}/search?kind=parenting_programme`)
    expect(await result(officer.page, PROGRAMME).innerText()).toContain('Nominated')
    await officer.open(nominateAddress.replace('/nominate/', '/refer/'))
    await officer.sees(`People are nominated for ${PROGRAMME}`)
    await officer.follow('Nominate this case')
    await officer.sees('Already nominated')
  })

  it('comes to its provider without a name, who checks and gives a place', async () => {
    await worker.open('/nominations')
    expect(await faults(worker)).toEqual([])
    expect(await worker.text()).not.toMatch(/Wren|Allerdale/)
    const line = worker.page.locator('.tg-line').filter({ hasText: await reference() })
    await worker.on(line.getByRole('link'), link => link.click())
    await worker.sees(`Nomination for ${PROGRAMME}`)
    expect(await faults(worker)).toEqual([])
    for (const step of ['Start the checks', 'Checks done: give a place', 'Started']) await worker.press(step)
    await standsAt('Started')
  })

  it('is corrected one step at a time, and completed', async () => {
    await worker.press('Completed')
    await standsAt('Completed')
    await worker.press('Take the last step back')
    await standsAt('Started')
    expect(await worker.text()).toMatch(/Completed \(taken back on .* by .*\)/)
    await worker.press('Save as left')
    await worker.sees('There is a problem')
    await standsAt('Started')
    await worker.press('Completed')
    await standsAt('Completed')
  })

  it('is read by the officer on the case', async () => {
    await officer.open(caseAddress)
    const line = officer.page.locator('.tg-line').filter({ hasText: `Nomination for ${PROGRAMME}` })
    expect(await line.innerText()).toContain('Completed')
    expect(await faults(officer)).toEqual([])
    for (const { complaints } of stage.people) expect(complaints).toEqual([])
  })

  async function standsAt(state: string): Promise<void> {
    await worker.page.locator('.govuk-inset-text', { hasText: new RegExp(`^${state}$`) }).waitFor()
  }

  async function reference(): Promise<string> {
    await officer.open(caseAddress)
    return /C-\d+/.exec(await officer.text())?.[0] ?? 'no reference'
  }
})
