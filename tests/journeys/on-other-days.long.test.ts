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

/** The days she leaves: 24 December and 35 days is a Thursday; 28 March and 35 days is Sunday 2 May, and the Monday a bank holiday. */
const DAYS = [
  {
    name: 'the Thursday before Christmas',
    now: '2026-12-24T10:00:00Z',
    leaves: 'Thu 28 January',
    scripts: false,
  },
  {
    name: 'the Sunday when the clocks change',
    now: '2027-03-28T00:30:00Z',
    leaves: 'Tue 4 May',
    scripts: true,
  },
]

describe.each(DAYS)('a bed before release, on $name, with scripts: $scripts', ({ now, leaves, scripts }) => {
  let stage: Stage
  let officer: Person
  let manager: Person
  let caseAddress: string
  let reference: string

  beforeAll(async () => {
    stage = await openStage(scripts, new Date(now), { fromNothing: true })
  })
  afterAll(() => stage?.close())

  it('searches for the woman who leaves in five weeks, and finds two rooms free on that day', async () => {
    officer = await stage.signIn('officer.lownewton@example.org')
    caseAddress = await openHerCase(officer)
    await officer.follow('Search for places')
    await officer.sees('Places for this case')
    const marlpit = await result(officer.page, 'Marlpit House').innerText()
    expect(marlpit).toMatch(new RegExp(`${TWO_FREE.source} ${leaves}`))
    expect(marlpit).toMatch(/confirmed 3 hours ago/)
  })

  it('refers her', async () => {
    reference = await refer(officer, caseAddress, 'Marlpit House')
    expect(reference).toMatch(/^R-\d{5}$/)
  })

  it('takes her to assess, and offers a room', async () => {
    manager = await stage.signIn('manager.marlpit@example.org')
    await openReferral(manager, reference)
    await takeAndOffer(manager)
    expect(await manager.text()).toMatch(/Offered/)
  })

  it.skipIf(scripts)('takes every form to her arrival without JavaScript', async () => {
    await recordYes(officer, caseAddress)
    expect(await officer.text()).toMatch(/Accepted/)
    await markArrived(manager, reference)
    expect(await manager.text()).toMatch(/Arrived/)
    await closeHerCase(officer, caseAddress)
    await officer.press('Reopen the case')
    await officer.sees('The case is open again')
  })

  it('left the browser with nothing to complain of', () => {
    expect(stage.people.flatMap(each => each.complaints)).toEqual([])
  })
})
