import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faultsOf, faultsWithoutScripts } from '../support/examine'
import type { Person } from '../support/person'
import { modes } from './modes'
import { openHerCase, openStage, refer, result, type Stage } from './stage'

const HOUSE = 'Marlpit House'
const NARROW = [320]

/** What a provider's manager states of whom the house takes is what the officer's search answers from then on. */
describe.each(modes('with'))('a policy that changes, $how', ({ javaScript }) => {
  let stage: Stage
  let officer: Person
  let manager: Person
  let caseAddress: string
  let policyAddress: string

  beforeAll(async () => {
    stage = await openStage(javaScript)
    officer = await stage.signIn('officer.lownewton@example.org')
    manager = await stage.signIn('manager.marlpit@example.org')
    caseAddress = await openHerCase(officer)
  })
  afterAll(() => stage?.close())

  const faults = (person: Person) => (javaScript ? faultsOf : faultsWithoutScripts)(person.page, NARROW)

  async function changePets(to: 'yes' | 'no'): Promise<void> {
    await manager.open(`${policyAddress}/couples`)
    await manager.page.locator(`input[name=pets][value=${to}]`).check()
    await manager.press('Save')
    await manager.sees('The policy is changed')
  }

  it('takes her, and she is referred', async () => {
    await officer.open(`${caseAddress}/search`)
    const link = result(officer.page, HOUSE).getByRole('link', { name: HOUSE })
    const serviceId = /services\/([0-9a-f-]{36})/.exec((await link.first().getAttribute('href')) ?? '')?.[1]
    policyAddress = `/our-services/${serviceId}/policy`
    expect(await refer(officer, caseAddress, HOUSE)).toMatch(/R-\d{5}/)
  })

  it('is read topic by topic by the manager, who is refused what contradicts itself', async () => {
    await manager.open(policyAddress)
    await manager.sees('Policy: whom you take')
    expect(await faults(manager)).toEqual([])
    await manager.open(`${policyAddress}/age`)
    expect(await faults(manager)).toEqual([])
    await manager.page.locator('input[name=ageMin]').fill('60')
    await manager.page.locator('input[name=ageMax]').fill('20')
    await manager.press('Save')
    await manager.sees('The youngest age is above the oldest')
    expect(await faults(manager)).toEqual([])
    expect(await manager.page.locator('input[name=ageMin]').inputValue()).toBe('60')
  })

  it('is changed, kept with what it said before, and answers the search differently', async () => {
    await manager.open(`${policyAddress}/age`)
    await manager.page.locator('input[name=ageMin]').fill('70')
    await manager.page.locator('input[name=ageMax]').fill('')
    await manager.page.locator('input[name=verifiesAll]').check()
    await manager.press('Save')
    await manager.sees('the whole of it is verified as of today')
    expect(await manager.text()).toContain('70 and over')
    expect(await manager.text()).toMatch(/Youngest age: .* → 70/)
    expect(await faults(manager)).toEqual([])
    await officer.open(`${caseAddress}/search?q=Marlpit+House&group=not_eligible`)
    await officer.sees('they take 70 and over')
  })

  it('says on the open referral what changed since', async () => {
    await expect
      .poll(
        async () => {
          await officer.open(caseAddress)
          await officer.follow(HOUSE)
          return officer.text()
        },
        { timeout: 120_000, interval: 3000 },
      )
      .toMatch(/changed since it was referred/i)
  })

  it('is verified in one tap', async () => {
    await changePets('no')
    await manager.press('Still right: verify')
    await manager.sees('The policy is verified as of today')
    for (const { complaints } of stage.people) expect(complaints).toEqual([])
  })
})
