import { describe, expect, it } from 'vitest'
import { placesInWords, runInWords } from './programme-in-words'

const TODAY = '2026-11-26'
const PLACES = { capacity: 10, left: 4, waiting: 0 }
const ADVENT = { startsOn: '2026-12-01', endsOn: '2026-12-24', lastReferralOn: '2026-11-28', ...PLACES }
const COURSE = { joining: 'run', run: ADVENT, sessions: 12, weeks: 4 } as const

describe('a programme’s run on a card', () => {
  it('says when it runs, how much of it there is, and the last day to refer', () => {
    expect(runInWords(COURSE, TODAY)).toEqual({
      run: 'Runs Tue 1 December to Thu 24 December (12 sessions in 4 weeks)',
      lastDay: 'Last day to refer: Sat 28 November (in 2 days)',
    })
  })

  it('names the year where it is another, and says that it has begun', () => {
    const run = { startsOn: '2026-11-23', endsOn: '2027-03-01', lastReferralOn: '2026-11-26', ...PLACES }
    expect(runInWords({ ...COURSE, run, sessions: null, weeks: 14 }, TODAY)).toEqual({
      run: 'Began Mon 23 November to Mon 1 March 2027 (14 weeks)',
      lastDay: 'Last day to refer: Thu 26 November (today)',
    })
  })

  it('says a single day as one', () => {
    const run = { ...ADVENT, endsOn: ADVENT.startsOn }
    expect(runInWords({ ...COURSE, run, sessions: 1, weeks: 1 }, TODAY).run).toBe('Runs on Tue 1 December')
  })

  it.each([
    ['any_time', 1, null, 'Join at any time (1 session)'],
    ['any_time', null, null, 'Join at any time'],
    ['closed', 24, 24, 'No run takes referrals now: ask when the next one starts (24 sessions in 24 weeks)'],
  ] as const)('says of one with no run to join: %s', (joining, sessions, weeks, words) => {
    expect(runInWords({ joining, run: null, sessions, weeks }, TODAY)).toEqual({ run: words, lastDay: null })
  })

  it.each([
    [4, 0, '4 of 10 places left'],
    [0, 3, 'Full, 3 waiting'],
    [0, 0, 'Full'],
  ])('counts places for professionals: %i left, %i waiting', (left, waiting, words) => {
    expect(placesInWords({ ...ADVENT, left, waiting })).toBe(words)
  })
})
