import { expect, it } from 'vitest'
import { counted } from '@tests/support/tiny-world'

const night = (
  on: string,
  provision: 'women_only' | 'mixed',
  [beds, freshBeds, freshFree]: [number, number, number],
) => ({ night: on, provision, beds, freshBeds, freshFree })

/** Three nights of the year, women-only: 25 + 25 + 24 beds, 20 + 25 + 0 fresh, of those 2 + 0 + 0 free. Mixed: one night. Two nights are of other years. */
it('M10: fresh bed-nights available of all, women-only and mixed apart', () => {
  const nights = [
    night('2025-04-01', 'women_only', [25, 20, 2]),
    night('2025-08-15', 'women_only', [25, 25, 0]),
    night('2026-03-31', 'women_only', [24, 0, 0]),
    night('2025-08-15', 'mixed', [110, 90, 7]),
    night('2025-03-31', 'women_only', [25, 25, 25]),
    night('2026-04-01', 'women_only', [25, 25, 25]),
  ]
  expect(counted('bed_nights', { nights })).toEqual({
    'women_only.free': '0 / 2',
    'women_only.fresh': '0 / 45',
    'women_only.all': '0 / 74',
    'mixed.free': '0 / 7',
    'mixed.fresh': '0 / 90',
    'mixed.all': '0 / 110',
  })
})
