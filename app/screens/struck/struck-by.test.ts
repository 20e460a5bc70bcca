import { expect, it } from 'vitest'
import { WORDS_STRUCK } from '~/domain/words/struck'
import { readWords, struckBy } from './struck-by'

const STRUCK = { by: 'Ann Lee', at: new Date('2027-02-03T09:12:00Z') }

it('says in one way who struck words out, and when', () => {
  expect(struckBy(STRUCK)).toBe('Struck out by Ann Lee, 3 February 2027, 09:12')
  expect(struckBy(STRUCK, 'Words were struck out')).toBe(
    'Words were struck out by Ann Lee, 3 February 2027, 09:12',
  )
})

it('says so in the place of the words, and not once others were written there', () => {
  expect(readWords(WORDS_STRUCK, STRUCK)).toBe(
    'These words were struck out by Ann Lee, 3 February 2027, 09:12',
  )
  expect(readWords(WORDS_STRUCK, null)).toBe(WORDS_STRUCK)
  expect(readWords('Written anew', STRUCK)).toBe('Written anew')
})
