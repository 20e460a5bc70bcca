import { describe, expect, it } from 'vitest'
import { programmeForCase } from './next-run'

const TODAY = '2026-11-22'

function run(startsOn: string, endsOn: string, changes: object = {}) {
  const places = { capacity: 10, left: 4, waiting: 0, isOpen: true }
  return { startsOn, endsOn, lastReferralOn: '2026-11-30', ...places, ...changes }
}

/** Begun; before Christmas; in the new year. */
const BEGUN = run('2026-11-02', '2026-11-29', { isOpen: false, lastReferralOn: '2026-10-30', left: 0 })
const ADVENT = run('2026-12-01', '2026-12-24')
const NEW_YEAR = run('2027-01-04', '2027-01-29', { lastReferralOn: '2027-01-01', left: 8 })
const COURSE = {
  deliveredIn: ['prison'],
  prisonCodes: ['LNI'],
  audiences: ['mothers'],
  takesRemand: true,
  minimumStayWeeks: null,
  childContactClearance: false,
  rotl: 'not_needed',
  hasOpenCohort: true,
  cohorts: [BEGUN, ADVENT, NEW_YEAR],
  sessions: 12,
  weeks: 4,
}

describe('a programme’s run for somebody whose day is not known', () => {
  const noDay = (changes: object) => programmeForCase({ ...COURSE, ...changes }, null, TODAY)

  it('is the first that takes referrals, with its last day and its places', () => {
    expect(noDay({})).toMatchObject({ joining: 'run', finish: 'perhaps', sessions: 12, weeks: 4 })
    expect(noDay({}).run).toEqual({
      startsOn: '2026-12-01',
      endsOn: '2026-12-24',
      lastReferralOn: '2026-11-30',
      capacity: 10,
      left: 4,
      waiting: 0,
    })
  })

  it('is one that has begun, where it still takes referrals', () => {
    const late = { ...BEGUN, isOpen: true, left: 1 }
    expect(noDay({ cohorts: [late, ADVENT] }).run?.startsOn).toBe('2026-11-02')
  })

  it.each([
    ['has no runs', { hasOpenCohort: null, cohorts: [] }, 'any_time'],
    ['has none that takes referrals', { hasOpenCohort: false, cohorts: [BEGUN] }, 'closed'],
    ['has none left to come', { hasOpenCohort: false, cohorts: [] }, 'closed'],
  ])('is none where it %s, and how one joins is said', (_, changes, joining) => {
    expect(noDay(changes)).toMatchObject({ joining, run: null })
  })
})

describe('a programme for somebody about to leave', () => {
  const full = { ...ADVENT, left: 0, waiting: 2 }
  const sooner = run('2026-11-30', '2026-12-11', { left: 1 })

  it.each([
    ['28 December', '2026-12-28', [ADVENT, NEW_YEAR], 'in_time', '2026-12-01'],
    ['the day it ends', '2026-12-24', [ADVENT, NEW_YEAR], 'in_time', '2026-12-01'],
    ['the day before it ends', '2026-12-23', [ADVENT, NEW_YEAR], 'too_late', '2026-12-01'],
    ['spring: the first with a place', '2027-04-01', [full, NEW_YEAR], 'in_time', '2027-01-04'],
    ['28 December, and that run is full', '2026-12-28', [full, NEW_YEAR], 'perhaps', '2026-12-01'],
    ['15 December: the shorter run', '2026-12-15', [sooner, ADVENT], 'in_time', '2026-11-30'],
  ])('released on %s', (_, day, cohorts, finish, startsOn) => {
    const found = programmeForCase({ ...COURSE, cohorts }, { from: day, to: day }, TODAY)
    expect({ finish: found.finish, startsOn: found.run?.startsOn }).toEqual({ finish, startsOn })
  })

  it('is not sure where release may come first, and says why', () => {
    const release = { from: '2026-12-20', to: '2026-12-28' }
    expect(programmeForCase(COURSE, release, TODAY)).toMatchObject({
      finish: 'perhaps',
      why: 'A run ends on 24 December 2026, and release may come before it',
    })
  })

  it('need not end before release where it runs outside prison too', () => {
    const outside = { ...COURSE, deliveredIn: ['prison', 'community'], cohorts: [NEW_YEAR] }
    expect(programmeForCase(outside, { from: TODAY, to: TODAY }, TODAY)).toMatchObject({
      finish: 'goes_on',
      why: 'It goes on after release',
      run: { startsOn: '2027-01-04', left: 8 },
    })
  })

  it('holds a stay asked for against the day of release', () => {
    const stay = { ...COURSE, minimumStayWeeks: 6 }
    const found = programmeForCase(stay, { from: '2026-12-28', to: '2026-12-28' }, TODAY)
    expect(found).toMatchObject({ finish: 'too_late', why: 'It needs 6 weeks before release' })
  })
})
