import { expect, it } from 'vitest'
import { counted, release } from '@tests/support/tiny-world'

/** Five in need: a council was told of 2, not of 1; one said no; of one nothing is recorded. */
it('Notice: a council was told of 2 of 5 women in need', () => {
  const episodes = [
    release('Ada', { councilTold: 'told' }),
    release('Bea', { councilTold: 'told' }),
    release('Cat', { councilTold: 'not_told' }),
    release('Dora', { councilTold: 'she_said_no' }),
    release('Eve', { councilTold: null }),
    release('Fay', { councilTold: 'told', housingNeed: 'none' }),
  ]
  expect(counted('council_notice', { episodes })).toEqual({
    told: '2 / 2',
    not_told: '1 / 1',
    she_said_no: '1 / 1',
    unknown: '1 / 1',
    total: '5 / 5',
  })
})
