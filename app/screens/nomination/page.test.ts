import { expect, it } from 'vitest'
import { changedWords } from './page'

const STANDS = {
  ...{ dateMoved: null, isRunCancelled: false, isProgrammeClosed: false, runMoved: null, runArranged: null },
  state: 'place' as const,
}

it('says all that changed of a run, each part once, whenever it changed', () => {
  expect(changedWords({ ...STANDS, runArranged: 'place/weekdays/place' }, 'officer')).toBe(
    'Changed since the person was nominated: the days of the week and the place of the run changed',
  )
})

it('says that a programme has closed to whoever left with it', () => {
  expect(changedWords({ ...STANDS, state: 'left', isProgrammeClosed: true }, 'officer')).toBe(
    'The programme has closed',
  )
  expect(changedWords({ ...STANDS, state: 'left' }, 'officer')).toBeNull()
})
