import type { Day } from '../../time/calendar'

/** The ways in which people write a day. */

const MONTHS = [
  'jan(?:uary)?',
  'feb(?:r(?:uary)?)?',
  'mar(?:ch)?',
  'apr(?:il)?',
  'may',
  'june?',
  'july?',
  'aug(?:ust)?',
  'sept?(?:ember)?',
  'oct(?:ober)?',
  'nov(?:ember)?',
  'dec(?:ember)?',
]
const UNITS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth']
const TEENS =
  'tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'.split(
    ' ',
  )
const IN_WORDS: readonly (readonly [string, number])[] = [
  ...[...UNITS, ...TEENS].map((word, index) => [word, index + 1] as const),
  ['twentieth', 20],
  ...UNITS.map((word, index) => [`twenty[ -]?${word}`, 21 + index] as const),
  ['thirtieth', 30],
  ['thirty[ -]?first', 31],
]

/** Between the parts of a day in figures: '5/1/90', '5. 1. 1990', '05-01-90'. */
const APART = '[^a-z0-9]{1,3}'
/** Between a day and the name of its month: '5 Jan', '5th of January', '5jan'. */
const OF = '[^a-z0-9]*(?:of|the)?[^a-z0-9]*'

/**
 * Finds one day in small letters in any spelling: in figures with its year, the month first or last too, run together; and
 * with the month's name, its year or none, but never beside another year.
 */
export function writtenDays(day: Day): RegExp {
  const [year = '', month = '', date = ''] = day.split('-')
  const [d, m, y] = [`0?${Number(date)}`, `0?${Number(month)}`, `(?:${year.slice(0, 2)})?${year.slice(2)}`]
  const name = MONTHS[Number(month) - 1] ?? ''
  const nth = `${d}(?:st|nd|rd|th)?`
  const otherYear = `(?!${APART}(?!${year}(?![0-9]))[12][0-9]{3}(?![0-9]))`
  const figures = [
    [d, m, y],
    [m, d, y],
    [y, m, d],
  ].map(parts => parts.join(APART))
  const runTogether = [`${date}${month}${y}`, `${month}${date}${y}`, `${y}${month}${date}`]
  const named = [
    `${nth}${OF}${name}(?![a-z])${otherYear}`,
    `(?<![a-z])${name}${OF}${nth}(?![0-9a-z])${otherYear}`,
  ]
  return new RegExp(
    [
      ...[...figures, ...runTogether].map(each => `(?<![0-9])${each}(?![0-9])`),
      ...named.map(each => `(?<![0-9])${each}`),
    ].join('|'),
    'u',
  )
}

/** 'the fifth of january' gives 'the 5 of january'. Takes small letters. */
export function ordinalsInFigures(text: string): string {
  return IN_WORDS.toReversed().reduce(
    (read, [word, number]) => read.replace(new RegExp(`\\b${word}\\b`, 'g'), String(number)),
    text,
  )
}
