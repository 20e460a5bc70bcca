import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { namesThePerson } from './names-the-person'

const PETRA = {
  name: 'Petra House-Green',
  prisonNumber: 'Z4321AB',
  crn: 'X123456',
  dateOfBirth: '1990-04-03',
}
const ZOE = { name: 'Zoë O’Shea', prisonNumber: 'Z9920QA', crn: null, dateOfBirth: '1990-01-05' }

describe('who it is', () => {
  it.each([
    'Petra would like a garden',
    'petra would like a garden',
    'Petra’s mother lives near',
    'Petras mother lives near',
    'P e t r a likes a garden',
    'PETRA',
    'Mrs GREEN has a cat',
    'call petra house-green on the wing',
    'call petra house green on the wing',
    'petrahousegreen',
    'See z4321ab',
    'See Z 4321 AB',
    'See Z-4321-AB',
    'Z4321 AB',
    'CRN X123456',
    'CRN X 123 456',
    'born 3 April 1990',
    'DOB 03/04/1990',
    'dob 3.4.1990',
    'dob 03-04-90',
    'dob 03041990',
    'dob 04/03/90',
    'dob 1990/04/03',
  ])('is found in “%s”', words => {
    expect(namesThePerson(words, PETRA)).toBe(true)
  })

  it.each([
    'Prison number Z9920 QA',
    'Zoe likes a quiet house',
    'zoe likes a quiet house',
    'ZOË likes a quiet house',
    'Zoe\u0308 likes a quiet house',
    'Ms OShea',
    'Ms O’Shea',
    "Ms O'Shea",
    'Ms O`Shea',
    'Ms O Shea',
    'Ms O-Shea',
    'ms oshea',
    'ms o\u2018shea\u2019s key worker',
    '5/1/90',
    '5 / 1 / 90',
    '5 Jan 1990',
    '5 jan 90',
    '5 Jan ’90',
    '5.1.1990',
    '05-01-90',
    '05–01–1990',
    '1990-01-05',
    '5th January',
    'the 5th of January',
    'the fifth of January',
    'January 5th, 1990',
    'Jan. 5',
    '5Jan90',
    '050190',
  ])('is found in “%s” of Zoë O’Shea, born on 5 January 1990', words => {
    expect(namesThePerson(words, ZOE)).toBe(true)
  })

  it.each([
    ['Łucja Müller-Sørensen', 'Ask Lucja'],
    ['Łucja Müller-Sørensen', 'Ask Ms Mueller'],
    ['Łucja Müller-Sørensen', 'Ask Ms Muller Sorensen'],
    ['Zoe OShea', 'Ask Ms O’Shea'],
    ['Zoe Oshea', 'Ask Ms O’Shea'],
    ['Anne Marie Mc Kay', 'Ask Ms McKay'],
    ['Anne-Marie McKay', 'Ask Ms Mc Kay'],
    ['Jo Li', 'Jo is tired'],
    ['Rose Hill', 'Rose has a cat'],
  ])('is found of %s in “%s”', (name, words) => {
    expect(namesThePerson(words, { ...ZOE, name })).toBe(true)
  })
})

describe('nobody', () => {
  it.each([
    'A quiet house with a green garden',
    'She was there in 1990',
    'Ten steps at most',
    'Assessment on 3 April 2027 at the prison',
    'Room 13, 4 steps, 90 cm door',
    'Staffed 24/7, 3 or 4 nights',
  ])('is found in “%s”', words => {
    expect(namesThePerson(words, PETRA)).toBe(false)
  })

  it.each([
    '15 January 1990',
    '5 June 1990',
    'Shea butter',
    'Phone 0191 496 0590 before 5',
    'On January 5, 2027',
  ])('is found in “%s” of Zoë O’Shea, born on 5 January 1990', words => {
    expect(namesThePerson(words, ZOE)).toBe(false)
  })

  it('is found where a name is also a word, written small', () => {
    expect(namesThePerson('a rose garden on the hill', { ...ZOE, name: 'Rose Hill' })).toBe(false)
  })
})

const LETTERS = [...'abdeghiklmnoprstuvwyzáçéèëíïñóöšúüžłø']
const syllable = fc
  .array(fc.constantFrom(...LETTERS), { minLength: 4, maxLength: 8 })
  .map(each => each.join(''))
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
const name = fc
  .tuple(syllable, syllable, fc.constantFrom(' ', '-', ' O’', " D'", ' Mc'))
  .map(([first, last, between]) => `${capital(first)}${between}${capital(last)}`)
const day = fc
  .tuple(
    fc.integer({ min: 1940, max: 2008 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map(([year, month, date]) => ({ year, month, date }))

/** The same letters as somebody else would type them. */
const RESPELLED: readonly ((text: string) => string)[] = [
  text => text,
  text => text.toUpperCase(),
  text => text.toLowerCase(),
  text => text.normalize('NFD'),
  text => text.normalize('NFD').replace(/\p{Mn}/gu, ''),
  text => text.replace(/[’']/g, ''),
  text => text.replace(/[’']/g, '`'),
  text => text.replace(/[’']/g, ' '),
  text => text.replace(/-/g, ' '),
  text => text.replace(/[\s’'-]/g, ''),
]
const two = (figure: number) => String(figure).padStart(2, '0')
const MONTH_NAMES =
  'January February March April May June July August September October November December'.split(' ')

type Parts = { year: number; month: number; date: number }
const DAYS_WRITTEN: readonly ((parts: Parts) => string)[] = [
  ({ year, month, date }) => `${date}/${month}/${year}`,
  ({ year, month, date }) => `${two(date)}-${two(month)}-${String(year).slice(2)}`,
  ({ year, month, date }) => `${date}.${month}.${year}`,
  ({ year, month, date }) => `${date} ${month} ${String(year).slice(2)}`,
  ({ year, month, date }) => `${year}-${two(month)}-${two(date)}`,
  ({ year, month, date }) => `${date} ${MONTH_NAMES[month - 1] ?? ''} ${year}`,
  ({ year, month, date }) => `${date}th of ${(MONTH_NAMES[month - 1] ?? '').slice(0, 3)} ${year}`,
  ({ month, date }) => `${MONTH_NAMES[month - 1] ?? ''} ${date}`,
]
const around = fc.constantFrom(
  (said: string) => said,
  (said: string) => `We met ${said}, twice.`,
  (said: string) => `(${said})`,
)

describe('whoever it is, however it is written', () => {
  it('is found by name', () => {
    const spelling = fc.constantFrom(...RESPELLED)
    fc.assert(
      fc.property(name, spelling, around, (written, respell, put) => {
        expect(namesThePerson(put(respell(written)), { ...ZOE, name: written })).toBe(true)
      }),
    )
  })

  it('is found by the day of birth', () => {
    fc.assert(
      fc.property(day, fc.constantFrom(...DAYS_WRITTEN), around, (parts, write, put) => {
        const dateOfBirth = `${parts.year}-${two(parts.month)}-${two(parts.date)}`
        expect(namesThePerson(put(write(parts)), { ...ZOE, dateOfBirth })).toBe(true)
      }),
    )
  })

  it('is found by the number, whatever stands between its letters and figures', () => {
    const between = fc.constantFrom('', ' ', '-', '.', '/')
    fc.assert(
      fc.property(between, between, around, fc.boolean(), (first, second, put, small) => {
        const number = `Z${first}9920${second}QA`
        expect(namesThePerson(put(small ? number.toLowerCase() : number), ZOE)).toBe(true)
      }),
    )
  })
})
