import { expect, it } from 'vitest'
import { counted, release } from '@tests/support/tiny-world'

const QUARTER = '2025-26-q2'
const SUMMER = { releasedOn: '2025-08-04' } as const

/** Of five in need in the quarter arson turned away two women (one twice), pets one, nothing one; Eve had a home, Fay was released in the next quarter. */
it('who a stated criterion turns away', () => {
  const episodes = [
    release('Ada', { ...SUMMER, option5: 'none', turnedAway: ['arson.never', 'pets.no'] }),
    release('Ada', { ...SUMMER, releasedOn: '2025-09-30', option5: 'some', turnedAway: ['arson.never'] }),
    release('Bea', { ...SUMMER, option5: 'some', turnedAway: ['arson.never'] }),
    release('Cat', { ...SUMMER, option5: 'none', turnedAway: [] }),
    release('Dora', { ...SUMMER, option5: null, turnedAway: [] }),
    release('Eve', { ...SUMMER, turnedAway: ['arson.never'], housingNeed: 'none' }),
    release('Fay', { releasedOn: '2025-10-01', turnedAway: ['arson.never'] }),
  ]
  expect(counted('turned_away', { episodes }, QUARTER)).toEqual({
    'arson.never': '2 / 3',
    'pets.no': '1 / 1',
    total: '4 / 5',
  })
  expect(() => counted('turned_away', { episodes })).toThrow('Not counted')
})
