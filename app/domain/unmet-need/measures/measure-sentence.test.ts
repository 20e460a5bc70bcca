import { expect, it } from 'vitest'
import { publication } from '@tests/support/tiny-publication'
import { findMeasure, MEASURES } from './all-measures'
import { measureSentence } from './measure-sentence'

const night = (not_housed: number | 'few' | 'hidden', unknown: number | 'few' | 'hidden', total: number) =>
  publication({ first_night: { not_housed, unknown, total } })

it.each([
  [
    night(195, 35, 640),
    '195 of 640 women who needed a place were not housed on the first night (30%). For 35 it is not known.',
  ],
  [
    night('few', 'few', 40),
    'Fewer than 5 of 40 women who needed a place were not housed on the first night. For fewer than 5 it is not known.',
  ],
  [
    night('hidden', 5, 1240),
    'A number that is not shown of 1,240 women who needed a place were not housed on the first night. For 5 it is not known.',
  ],
  [
    night(10, 'few', 15),
    '10 of 15 women who needed a place were not housed on the first night. For fewer than 5 it is not known.',
  ],
])('says a rate with what is not known, and no share where none may be said', (published, words) => {
  expect(measureSentence(published, findMeasure('M3'))).toBe(words)
})

it('says a middle value without a whole, and F1 and F4 of the same parents', () => {
  const published = publication({
    family_path: { could_be_reached: 55, total: 90 },
    family_not_reached: { no_time: 25, no_place: 20, total: 60 },
    decision_days: { median: 3 },
  })
  expect(measureSentence(published, findMeasure('F1'))).toBe(
    '55 of 90 parents for whom contact is permitted had time to finish a programme, and could be reached (61%).',
  )
  expect(measureSentence(published, findMeasure('F4'))).toBe(
    '60 of 90 parents for whom contact is permitted, with and without time to finish, were not reached or left (67%).',
  )
  expect(measureSentence(published, findMeasure('M9b'))).toBe(
    'Half of the decisions took no more than 3 working days.',
  )
})

it('says nothing of what is not published', () => {
  for (const measure of MEASURES) expect(measureSentence(publication({}), measure)).toBeNull()
})

it.each(MEASURES)('names in the sentence of $id what it is worked out from', ({ said, denominator }) => {
  expect(said).toContain('{n}')
  expect(said.includes('{d}')).toBe(denominator !== null)
})
