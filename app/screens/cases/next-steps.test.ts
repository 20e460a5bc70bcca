import { describe, expect, it } from 'vitest'
import { type ChecksOfCase, checkStates, dueChecks } from '~/domain/outcome/check-states'
import { type CheckAnswers, CHECK_KINDS, type CheckKind } from '~/domain/outcome/checks'
import { nextSteps } from './next-steps'

/** A woman received on 28 January 2027 and released on Monday 8 March. */
const RELEASE = '2027-03-08'

const RECORDED: { [Kind in CheckKind]: CheckAnswers<Kind> } = {
  reception: {
    ...{ receivedOn: '2027-01-28', hnia: 'done', hniaOn: '2027-02-01', housing: 'nowhere', home: 'none' },
    ...{ arrears: 'no', benefit: 'no' },
  },
  council_notice: {
    ...{ told: 'not_told', council: null, toldOn: null, agreed: null, chosen: null, contactPassed: null },
  },
  night_before: { secured: 'yes', route: 'council' },
  first_night: { housed: 'housed', route: 'council', where: 'E08000021', safe: 'yes', suitable: 'yes' },
  day_91: { settled: 'settled' },
}

function stepsOn(today: string, recorded: readonly CheckKind[], arrivedOn: string | null = RELEASE) {
  const found: ChecksOfCase = {
    ...{ openedOn: '2027-02-01', receivedOn: '2027-01-28', releasedOn: RELEASE },
    ...{ isClosed: false, isNoRelease: false, isMistake: false },
    standing: recorded.map(kind => ({
      kind,
      answers: RECORDED[kind],
      recordedAt: kind === 'day_91' ? new Date('2027-06-07T09:00:00Z') : new Date(`${today}T09:00:00Z`),
    })),
  }
  const stands = { due: dueChecks(found, today), checks: checkStates(found, today) }
  return nextSteps({ id: 'a', arrivedOn, ...stands }, today).map(({ text, stands: how, to }) =>
    [text, how, to].filter(each => each !== null).join(' · '),
  )
}

describe('what is next for a case', () => {
  it.each([
    ['reception', '2027-02-03', null, 'Reception check · was due Mon 1 February · /cases/a/checks/reception'],
    ['night_before', RELEASE, RELEASE, 'Night before release · due today · /cases/a/checks/night-before'],
    ['first_night', '2027-03-09', RELEASE, 'First night · due today · /cases/a/checks/first-night'],
    ['day_91', '2027-06-08', RELEASE, 'Day 91 · was due Mon 7 June · /cases/a/checks/day-91'],
  ] as const)('is the check that is due: %s', (kind, today, arrivedOn, said) => {
    const others = CHECK_KINDS.filter(each => each !== kind)
    expect(stepsOn(today, others, arrivedOn)[0]).toBe(said)
  })

  it('is every one of them in their order, and then a search for who is still looking', () => {
    expect(stepsOn('2027-03-10', ['reception'], null)).toEqual([
      'Night before release · was due Mon 8 March · /cases/a/checks/night-before',
      'First night · was due Tue 9 March · /cases/a/checks/first-night',
      'Search · /cases/a/search',
    ])
    expect(stepsOn('2027-02-02', ['reception'], null)).toEqual(['Search · /cases/a/search'])
  })

  it('is, where nothing is due, the check that comes next and from when on; and nothing after the last', () => {
    const soFar = ['reception', 'council_notice', 'night_before', 'first_night'] as const
    expect(stepsOn('2027-03-10', soFar)).toEqual(['Day 91 · from Mon 7 June'])
    expect(stepsOn('2027-06-08', CHECK_KINDS)).toEqual([])
  })
})
