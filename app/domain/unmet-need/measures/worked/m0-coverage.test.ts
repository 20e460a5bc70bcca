import { expect, it } from 'vitest'
import { counted, release } from '@tests/support/tiny-world'

/**
 * Seven stand on the list and were released: six women, Dora twice. Five releases were answered, two not. Off the list: Eve (from court). Not
 * released: Fay (transferred), Gil (died), Hana (deported). Outside the year: Ida, a day before and a day after.
 */
const episodes = [
  release('Ada', { housingNeed: 'nowhere' }),
  release('Bea', { housingNeed: 'none', releasedOn: '2025-04-01' }),
  release('Cat', { housingNeed: null }),
  release('Dora', { housingNeed: 'under_12_weeks', custodyStatus: 'recall', releasedOn: '2025-05-02' }),
  release('Dora', { housingNeed: null, custodyStatus: 'recall', releasedOn: '2025-11-20' }),
  release('Jo', { housingNeed: 'none' }),
  release('Kim', { housingNeed: 'none', releasedOn: '2026-03-31' }),
  release('Eve', { isListed: false, custodyStatus: 'remand' }),
  release('Fay', { endedAs: 'transferred' }),
  release('Gil', { endedAs: 'died' }),
  release('Hana', { endedAs: 'deported' }),
  release('Ida', { releasedOn: '2025-03-31' }),
  release('Ida', { releasedOn: '2026-04-01' }),
]

it('M0: of 7 releases on the list 5 were asked and answered', () => {
  expect(counted('coverage', { episodes })).toEqual({
    answered: '5 / 5',
    not_answered: '2 / 2',
    total: '6 / 7',
  })
})

it('M0: of the quarter alone', () => {
  expect(counted('coverage', { episodes }, '2025-26-q1')).toEqual({ answered: '2 / 2', total: '2 / 2' })
})
