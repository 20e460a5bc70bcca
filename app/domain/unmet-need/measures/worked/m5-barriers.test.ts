import { expect, it } from 'vitest'
import { counted, release } from '@tests/support/tiny-world'

/** Six releases of five women in need: none recorded 1, one 2, two 1, three or more 2 (Ada twice). Fay needed no place. */
const episodes = [
  release('Ada', { barriers: ['mental_health', 'substances', 'arson'], releasedOn: '2025-06-01' }),
  release('Ada', { barriers: ['mental_health', 'substances', 'arson', 'pet'], releasedOn: '2025-12-01' }),
  release('Bea', { barriers: ['mental_health', 'domestic_abuse'] }),
  release('Cat', { barriers: ['substances'] }),
  release('Dora', { barriers: ['no_recourse'] }),
  release('Eve', { barriers: [] }),
  release('Fay', { barriers: ['mental_health'], housingNeed: 'none' }),
]

it('M5: women with each barrier', () => {
  expect(counted('barriers', { episodes })).toEqual({
    mental_health: '2 / 3',
    substances: '2 / 3',
    arson: '1 / 2',
    pet: '1 / 1',
    domestic_abuse: '1 / 1',
    no_recourse: '1 / 1',
    total: '5 / 6',
  })
})

it('M5: and with none, one, two, three or more', () => {
  expect(counted('barrier_count', { episodes })).toEqual({
    '0': '1 / 1',
    '1': '2 / 2',
    '2': '1 / 1',
    '3+': '1 / 2',
    total: '5 / 6',
  })
})
