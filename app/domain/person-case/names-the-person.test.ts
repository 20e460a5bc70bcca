import { expect, it } from 'vitest'
import { namesThePerson } from './names-the-person'

const PETRA = {
  name: 'Petra House-Green',
  prisonNumber: 'Z4321AB',
  crn: 'X123456',
  dateOfBirth: '1990-04-03',
}

it.each([
  'Petra would like a garden',
  'Mrs GREEN has a cat',
  'call petra house-green on the wing',
  'See z4321ab',
  'CRN X123456',
  'born 3 April 1990',
  'DOB 03/04/1990',
  'dob 3.4.1990',
  'dob 03-04-90',
])('finds who it is in “%s”', words => {
  expect(namesThePerson(words, PETRA)).toBe(true)
})

it.each(['A quiet house with a green garden', 'She was there in 1990', 'Ten steps at most'])(
  'finds nobody in “%s”',
  words => {
    expect(namesThePerson(words, PETRA)).toBe(false)
  },
)
