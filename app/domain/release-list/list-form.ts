import { z } from 'zod'
import { DATE_CHANGE_CAUSES } from '../case/record/person-case'
import type { ListedPerson } from './read-list'

/** The two forms of a release list: the file, then what of it is taken over. Safe for the browser. */

/** So many changes are ticked at a time; the same file sent again shows the rest. */
export const MOST_TICKS = 100

export const listSchema = z.object({
  change: z.enum(['read', 'apply'], { error: 'Choose a file' }),
  file: z.string().nullable().default(null),
  people: z.string().nullable().default(null),
  tick: z.array(z.string()).max(MOST_TICKS).default([]),
  cause: z.enum(DATE_CHANGE_CAUSES, { error: 'Choose why days moved' }).default('calculation'),
})

/** People as the second form carries them, in one line. */
export function peopleLine(people: readonly ListedPerson[]): string {
  return people.map(({ prisonNumber, releaseOn, sex }) => `${prisonNumber} ${releaseOn} ${sex}`).join(' ')
}

/** A line of people as a list that can be read again. */
export function listOfLine(line: string): string {
  const words = line.split(' ')
  const rows = Array.from({ length: Math.ceil(words.length / 3) }, (_, at) =>
    words.slice(at * 3, at * 3 + 3).join(','),
  )
  return ['Prison number,Release date,Sex', ...rows].join('\n')
}

export const SAMPLE_LIST = [
  'Prison number,Name,Release date,Sex',
  'Z1234AB,A name is not read,28/12/2026,woman',
  'Z5678CD,,04/01/2027,man',
  '',
].join('\r\n')
