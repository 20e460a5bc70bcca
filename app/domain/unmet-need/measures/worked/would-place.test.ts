import { expect, it } from 'vitest'
import { counted, release } from '@tests/support/tiny-world'

/** For four in need nothing fitted at 5 days: arson would have placed two, a bed two, no one change one. Something fitted for Eve; Fay had a home. */
it('what would have placed them', () => {
  const episodes = [
    release('Ada', { option5: 'none', wouldPlace: ['bed_women_only', 'arson'] }),
    release('Bea', { option5: 'none', wouldPlace: ['arson'] }),
    release('Cat', { option5: 'none', wouldPlace: ['bed_women_only'] }),
    release('Dora', { option5: 'none', wouldPlace: [] }),
    release('Eve', { option5: 'some', wouldPlace: [] }),
    release('Fay', { option5: 'none', wouldPlace: ['arson'], housingNeed: 'none' }),
    release('Gil', { option5: null }),
  ]
  expect(counted('would_place', { episodes })).toEqual({
    bed_women_only: '2 / 2',
    arson: '2 / 2',
    total: '4 / 4',
  })
})
