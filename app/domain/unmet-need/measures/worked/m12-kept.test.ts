import { expect, it } from 'vitest'
import { counted, release } from '@tests/support/tiny-world'
import type { Episode } from '~/domain/unmet-need/episode'

const placed = (woman: string, placeEndedOn: string | null, placeEndedAs: Episode['placeEndedAs']) =>
  release(woman, { placedOn: '2025-08-15', placeEndedOn, placeEndedAs })

/** From 15 August 2025, 84 nights are full on the morning of 7 November 2025. */
it.each([
  ['goes on', null, null, 'kept'],
  ['left after 83 nights', '2025-11-06', 'abandoned', 'broken'],
  ['left after 84 nights', '2025-11-07', 'abandoned', 'kept'],
  ['evicted after 10', '2025-08-25', 'evicted', 'broken'],
  ['recalled after 10', '2025-08-25', 'recalled', 'broken'],
  ['not safe after 10', '2025-08-25', 'unsafe', 'broken'],
  ['in hospital after 10', '2025-08-25', 'hospital', 'broken'],
  ['moved on as planned after 10', '2025-08-25', 'planned', 'kept'],
  ['was hers until she died after 84 nights', '2025-11-07', 'died', 'kept'],
  ['never taken up', '2025-08-15', 'not_taken_up', 'not_taken_up'],
] as const)('M12: a place that %s', (_, placeEndedOn, placeEndedAs, cell) => {
  expect(counted('kept', { episodes: [placed('Ada', placeEndedOn, placeEndedAs)] })).toEqual({
    [cell]: '1 / 1',
    total: '1 / 1',
  })
})

/** Four places: kept 2, not taken up 1, broken 1. Out: an arrest at the gate, a death, no place at all, and a place whose 84 nights end in April. */
it('M12: 2 of 4 places were not taken up or broken', () => {
  const episodes = [
    placed('Ada', null, null),
    placed('Bea', '2025-09-30', 'planned'),
    placed('Cat', '2025-08-15', 'not_taken_up'),
    placed('Dora', '2025-08-20', 'abandoned'),
    placed('Eve', '2025-08-15', 'gate_arrest'),
    placed('Fay', '2025-11-06', 'died'),
    release('Gil'),
    release('Hana', { releasedOn: '2026-01-07', placedOn: '2026-01-07' }),
  ]
  expect(counted('kept', { episodes })).toEqual({
    kept: '2 / 2',
    not_taken_up: '1 / 1',
    broken: '1 / 1',
    total: '4 / 4',
  })
  expect(counted('kept', { episodes }, '2026-27')).toEqual({ kept: '1 / 1', total: '1 / 1' })
})
