import { expect, it } from 'vitest'
import { quarterPeriod } from '~/domain/unmet-need/period'
import { turnedAwayLines } from './turned-away'

const READ = { period: quarterPeriod(2026, 3), version: 1, isSynthetic: false }

it('says who each criterion turned away, or why it does not', () => {
  const criteria = [
    { criterion: 'pets', women: { mark: 'count', value: 15 } },
    { criterion: 'arson', women: { mark: 'few', value: null } },
    { criterion: 'couple', women: { mark: 'hidden', value: null } },
    { criterion: 'curfew', women: null },
  ] as const
  expect(turnedAwayLines({ ...READ, criteria: [...criteria] })).toEqual({
    pets: 'In October to December 2026 this criterion by itself turned away about 15 women in need across the region (published, version 1).',
    arson:
      'In October to December 2026 this criterion by itself turned away fewer than 5 women in need across the region (published, version 1).',
    couple:
      'Who this turned away in October to December 2026 is not shown, so that another number stays hidden (published, version 1).',
    curfew: 'Who this turns away was not published for October to December 2026 (version 1).',
  })
  expect(turnedAwayLines({ ...READ, isSynthetic: true, criteria: criteria.slice(0, 1) }).pets).toContain(
    '(published, synthetic figures, version 1)',
  )
  expect(turnedAwayLines(null)).toEqual({})
})
