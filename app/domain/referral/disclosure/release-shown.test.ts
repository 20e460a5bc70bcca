import { expect, it } from 'vitest'
import {
  firstDayTold,
  lastDayRead,
  releaseDayAt,
  releaseInWords,
  releaseLine,
  releaseShown,
} from './release-shown'

const TODAY = '2026-11-22'
/** A Wednesday, 38 days on; its week begins on Mon 28 December. */
const FAR = '2026-12-30'
const on = (releaseOn: string | null) => ({ releaseOn })
const firm = (releaseOn: string | null) => ({ releaseOn, releaseConfidence: 'firm' as const })

it('tells triage the week, and the assessor the day', () => {
  expect(releaseShown(firm(FAR), 1, TODAY)).toBe('Week of Mon 28 December · firm')
  expect(releaseShown(firm(FAR), 2, TODAY)).toBe('Wed 30 December (in 38 days) · firm')
  expect(releaseLine(on(FAR), 1, TODAY)).toBe('Release in the week of Mon 28 December')
  expect(releaseLine(on(FAR), 3, TODAY)).toBe('Release Wed 30 December')
  expect(releaseInWords(on(FAR), 1, TODAY)).toBe('in the week of Mon 28 December')
  expect(releaseInWords(on(FAR), 2, TODAY)).toBe('on Wed 30 December')
  expect(firstDayTold(on(FAR), 1, TODAY)).toBe('2026-12-28')
  expect(firstDayTold(on(FAR), 2, TODAY)).toBe(FAR)
})

it('names the year where it is another', () => {
  expect(releaseLine(on('2027-01-07'), 1, TODAY)).toBe('Release in the week of Mon 4 January 2027')
  expect(releaseShown({ releaseOn: '2027-01-07', releaseConfidence: 'likely' }, 1, TODAY)).toBe(
    'Week of Mon 4 January 2027 · likely, may move',
  )
})

it('opens the day to triage seven days before it, and keeps it open after', () => {
  expect(releaseDayAt(1, on('2026-11-30'), TODAY)).toBeNull()
  expect(releaseDayAt(1, on('2026-11-29'), TODAY)).toBe('2026-11-29')
  expect(releaseLine(on('2026-11-29'), 1, TODAY)).toBe('Release Sun 29 November')
  expect(releaseLine(on('2026-11-20'), 1, TODAY)).toBe('Release Fri 20 November')
})

it('begins the week of a Sunday on the Monday before, and that of a Monday on itself', () => {
  expect(releaseLine(on('2027-01-03'), 1, TODAY)).toBe('Release in the week of Mon 28 December')
  expect(releaseLine(on('2026-12-28'), 1, TODAY)).toBe('Release in the week of Mon 28 December')
})

it('says so where no day is known', () => {
  for (const tier of [1, 2, 3] as const) {
    expect(releaseShown({ releaseOn: null, releaseConfidence: 'not_known' }, tier, TODAY)).toBe(
      'Not known yet',
    )
    expect(releaseLine(on(null), tier, TODAY)).toBe('Release date not known')
    expect(firstDayTold(on(null), tier, TODAY)).toBeNull()
  }
})

it('knows no day where the database gives the week alone, near as its Monday is', () => {
  const week = { releaseOn: '2026-11-23', releaseUntil: '2026-11-29', releaseConfidence: 'firm' } as const
  for (const tier of [1, 2] as const) {
    expect(releaseShown(week, tier, TODAY)).toBe('Week of Mon 23 November · firm')
    expect(releaseLine(week, tier, TODAY)).toBe('Release in the week of Mon 23 November')
    expect(releaseDayAt(tier, week, TODAY)).toBeNull()
    expect(firstDayTold(week, tier, TODAY)).toBe('2026-11-23')
    expect(lastDayRead(week)).toBe('2026-11-29')
  }
})
