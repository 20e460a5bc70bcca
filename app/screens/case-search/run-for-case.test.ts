import { describe, expect, it } from 'vitest'
import type { ProgrammeShown } from '~/domain/programme/programme-queries.server'
import { runForCase } from './run-for-case'

const TODAY = '2026-11-22'
const RUN = {
  id: 'run',
  startsOn: '2026-12-01',
  endsOn: '2026-12-24',
  lastReferralOn: '2026-11-27',
  capacity: 10,
  taken: 6,
  waiting: 0,
  left: 4,
  isOpen: true,
}

function programme(changes: object = {}): ProgrammeShown {
  const inside = { deliveredIn: ['prison'], minimumStayWeeks: null, sessions: 12, weeks: 4 }
  return { ...inside, hasOpenCohort: true, cohorts: [RUN], ...changes } as unknown as ProgrammeShown
}

describe('a programme for somebody with a day of release', () => {
  it('says its run, its last day to refer, and that it can be finished', () => {
    expect(runForCase(programme(), { from: '2026-12-28', to: '2026-12-28' }, TODAY)).toEqual({
      run: 'Runs Tue 1 December to Thu 24 December (12 sessions in 4 weeks): 4 of 10 places left',
      lastDay: 'Last day to refer: Fri 27 November (in 5 days)',
      finish: 'Can be finished before release. A run ends on 24 December 2026, before release',
    })
  })

  it('says that it cannot be, and where it runs without runs that one may join at any time', () => {
    const soon = { from: '2026-12-10', to: '2026-12-10' }
    expect(runForCase(programme(), soon, TODAY).finish).toMatch(/^Cannot be finished before release/)
    const outside = programme({ deliveredIn: ['community'], hasOpenCohort: null, cohorts: [] })
    expect(runForCase(outside, soon, TODAY)).toMatchObject({
      lastDay: null,
      finish: 'It goes on after release',
    })
  })
})
