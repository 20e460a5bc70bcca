import { expect, it } from 'vitest'
import { counted, release } from '@tests/support/tiny-world'

/** Received in the year 6: by day 4 two (on the day itself, on day 4), later 1 (day 5), not recorded 3. Gil's reception is not known; Hana's was before. */
it('HNIA: 2 of 6 receptions were assessed within 4 days', () => {
  const received = (woman: string, receivedOn: string | null, hniaOn: string | null = null) =>
    release(woman, { receivedOn, hniaOn })
  const episodes = [
    received('Ada', '2025-06-02', '2025-06-02'),
    received('Bea', '2025-06-02', '2025-06-06'),
    received('Cat', '2025-06-02', '2025-06-07'),
    received('Dora', '2025-06-02'),
    release('Eve', { receivedOn: '2026-03-31', releasedOn: null, endedAs: 'open', housingNeed: null }),
    release('Fay', { receivedOn: '2025-04-01', endedAs: 'transferred', housingNeed: 'none' }),
    received('Gil', null, '2025-06-06'),
    received('Hana', '2025-03-31', '2025-04-01'),
  ]
  expect(counted('hnia', { episodes })).toEqual({
    in_4_days: '2 / 2',
    later: '1 / 1',
    not_recorded: '3 / 3',
    total: '6 / 6',
  })
})
