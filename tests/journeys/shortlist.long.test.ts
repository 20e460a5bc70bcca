import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Person } from '../support/person'
import { openHerCase, openStage, result, type Stage } from './stage'

/** Thinking over places without JavaScript: the shortlist of a case from the search to the referral. */
describe('a shortlist for a case, without JavaScript', () => {
  let stage: Stage
  let officer: Person
  let caseAddress: string

  beforeAll(async () => {
    stage = await openStage(false)
    officer = await stage.signIn('officer.lownewton@example.org')
    caseAddress = await openHerCase(officer)
  })
  afterAll(() => stage?.close())

  it('opens a service from a search, and the case and the search stay', async () => {
    await officer.open(`${caseAddress}/search?women-only=yes`)
    await officer.on(result(officer.page, 'Marlpit House').getByRole('heading').getByRole('link'), link =>
      link.click(),
    )
    await officer.sees('For this case')
    expect(await officer.text()).toContain('Wren Allerdale')
    expect(officer.page.url()).toContain('women-only=yes')
    await officer.follow('Back to places for this case')
    expect(new URL(officer.page.url()).search).toBe('?women-only=yes')
    await officer.page.goBack()
  })

  it('puts it on the shortlist with a note, and corrects the note', async () => {
    await officer.page.getByLabel('Note (optional)').fill('Rang: one room kept')
    await officer.press('Add to shortlist')
    await officer.sees('The service is on the shortlist.')
    expect(await officer.text()).toContain('Rang: one room kept')
    await officer.follow('Note on Marlpit House')
    await officer.page.getByLabel('Note (optional)').fill('Rang: two rooms kept')
    await officer.press('Save the note')
    await officer.sees('The note is saved.')
    expect(await officer.text()).toContain('Rang: two rooms kept')
    await officer.follow('Note on Marlpit House')
    await officer.sees('What it said before')
    expect(await officer.text()).toContain('Rang: one room kept')
  })

  it('prints it with her reference, and without her name, her day of release or the note', async () => {
    await officer.open(`${caseAddress}/shortlist`)
    const onScreen = await officer.text()
    await officer.page.emulateMedia({ media: 'print' })
    const printed = await officer.page.locator('main').innerText()
    const day = /Release\s+\w+ (\d+ \w+)/.exec(onScreen)?.[1] ?? 'no day'
    expect(onScreen).toContain(day)
    expect(printed).not.toContain(day)
    expect(printed).toContain('Marlpit House')
    expect(printed).toMatch(/Case C-\d+/)
    for (const kept of ['Wren', 'Allerdale', 'two rooms kept']) expect(printed).not.toContain(kept)
    await officer.page.emulateMedia({ media: 'screen' })
  })

  it('leads on to refer', async () => {
    await officer.on(result(officer.page, 'Marlpit House').getByRole('link', { name: /^Refer/ }), link =>
      link.click(),
    )
    await officer.sees('Refer to Marlpit House')
  })
})
