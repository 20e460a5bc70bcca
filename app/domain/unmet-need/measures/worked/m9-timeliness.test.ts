import { describe, expect, it } from 'vitest'
import { counted, referral, release } from '@tests/support/tiny-world'

describe('M9: the first referral in time', () => {
  /** Released on Friday 15 August 2025: 56 days before is Friday 20 June. 25 August is a bank holiday. */
  it.each([
    ['known 56 days ahead, sent that day', '2025-06-20', '2025-06-20', 'in_time'],
    ['known long ahead, sent 56 days ahead', '2025-03-01', '2025-06-20', 'in_time'],
    ['known long ahead, sent a day late', '2025-03-01', '2025-06-21', 'late'],
    ['known 55 days ahead, sent the fifth working day after', '2025-06-21', '2025-06-27', 'in_time'],
    ['known 55 days ahead, sent on the Saturday after that', '2025-06-21', '2025-06-28', 'late'],
    ['known 55 days ahead, sent on the Monday after that', '2025-06-21', '2025-06-30', 'late'],
    ['sent before the day was known', '2025-08-10', '2025-08-01', 'in_time'],
    ['known, never sent', '2025-03-01', null, 'not_referred'],
    ['sent, and nobody says when it was known', null, '2025-06-20', 'unknown'],
    ['neither', null, null, 'not_referred'],
  ])('%s', (_, dateKnownOn, firstSubmittedOn, cell) => {
    const episodes = [release('Ada', { dateKnownOn, firstSubmittedOn })]
    expect(counted('timeliness', { episodes })).toEqual({ [cell]: '1 / 1', total: '1 / 1' })
  })

  it('counts a bank holiday as no working day', () => {
    const known = { releasedOn: '2025-09-05', dateKnownOn: '2025-08-22' }
    const on = (firstSubmittedOn: string) =>
      counted('timeliness', { episodes: [release('Ada', { ...known, firstSubmittedOn })] })
    expect(on('2025-09-01')).toMatchObject({ in_time: '1 / 1' })
    expect(on('2025-09-02')).toMatchObject({ late: '1 / 1' })
  })

  /** Known on Wednesday 5 April 2023; Easter was on the 9th: the fifth working day is Friday 14 April. */
  it('knows the bank holidays of the years before', () => {
    const on = (firstSubmittedOn: string) =>
      counted(
        'timeliness',
        {
          episodes: [
            release('Ada', { releasedOn: '2023-05-19', dateKnownOn: '2023-04-05', firstSubmittedOn }),
          ],
        },
        '2023-24',
      )
    expect(on('2023-04-14')).toMatchObject({ in_time: '1 / 1' })
    expect(on('2023-04-15')).toMatchObject({ late: '1 / 1' })
  })

  it('asks of women in need alone', () => {
    const episodes = [
      release('Ada', { dateKnownOn: '2025-03-01', firstSubmittedOn: '2025-06-01' }),
      release('Bea', { dateKnownOn: '2025-03-01', firstSubmittedOn: '2025-07-01' }),
      release('Cat', { housingNeed: 'none', dateKnownOn: '2025-03-01', firstSubmittedOn: '2025-07-01' }),
    ]
    expect(counted('timeliness', { episodes })).toEqual({
      in_time: '1 / 1',
      late: '1 / 1',
      total: '2 / 2',
    })
  })
})

describe('M9: days to a decision, and decisions inside the limits', () => {
  const decided = (workingDaysToDecision: number | null, withinLimits: boolean | null) =>
    referral('declined', { workingDaysToDecision, withinLimits })

  /** 0, 1, 2, 4, 9: the middle is 2. With 12 as well it lies between 2 and 4: the lower. One has no decision. */
  it('is the middle one of all of them', () => {
    const some = [
      release('Ada', { referrals: [decided(9, false), decided(0, true)] }),
      release('Bea', { referrals: [decided(4, true), decided(1, true), decided(null, null)] }),
      release('Cat', { housingNeed: 'none', referrals: [decided(2, true)] }),
    ]
    const more = release('Dora', { referrals: [decided(12, false)] })
    expect(counted('decision_days', { episodes: some })).toEqual({ median: '3 / 2' })
    expect(counted('decision_days', { episodes: [...some, more] })).toEqual({ median: '4 / 2' })
    expect(counted('decision_limits', { episodes: [...some, more] })).toEqual({
      inside: '3 / 4',
      outside: '2 / 2',
      total: '4 / 6',
    })
  })

  it('is none where nothing was decided', () => {
    expect(counted('decision_days', { episodes: [release('Ada')] })).toEqual({})
  })
})
