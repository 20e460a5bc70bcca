import { formatDayLong } from '../region/calendar'
import type { CaseIdentity } from './case-identity.server'

const SHORTEST_NAME = 3

/**
 * True when words tell who the person is: a part of the name written as a name, the whole name however it is written, the
 * prison number, the CRN or the date of birth. Words that only mean the person ("her mother's house") are not found.
 */
export function namesThePerson(words: string, identity: CaseIdentity): boolean {
  const { name, prisonNumber, crn, dateOfBirth } = identity
  const low = words.toLowerCase()
  const told = [name, prisonNumber, crn, ...writtenDays(dateOfBirth)].filter(each => each !== null)
  if (told.some(each => low.includes(each.toLowerCase()))) return true
  const written = new Set(words.split(/[^\p{L}]+/u))
  return name
    .split(/[^\p{L}]+/u)
    .filter(part => part.length >= SHORTEST_NAME)
    .some(part => written.has(part) || written.has(part.toUpperCase()))
}

function writtenDays(day: string): string[] {
  const [year = '', month = '', date = ''] = day.split('-')
  const short = [Number(date), Number(month)]
  const separators = ['/', '.', '-', ' ']
  return [
    day,
    formatDayLong(day),
    ...separators.flatMap(each => [
      [date, month, year].join(each),
      [...short, year].join(each),
      [date, month, year.slice(2)].join(each),
    ]),
  ]
}
