import { NATURES, type RegisterEntry, SEVERITIES, standingWords } from '~/domain/action/entry'
import { placeWords, subjectWords } from '~/domain/action/gap'
import { csvText, type CsvValue } from '~/domain/sheet/csv'
import { londonDay, type Day } from '~/domain/time/calendar'

const HEADINGS = [
  'Read on',
  'What',
  'Gap in',
  'Where',
  'Words',
  'Owner',
  'Cost in pounds',
  'Due',
  'Severity',
  'How it stands',
  'Last changed',
]

/** The register as a file: a line an entry, days as 'YYYY-MM-DD'. */
export function registerCsv(entries: readonly RegisterEntry[], today: Day): string {
  const lines = entries.map((entry): CsvValue[] => [
    today,
    entry.nature === null ? 'Action' : NATURES[entry.nature],
    subjectWords(entry.subject),
    placeWords(entry.place),
    entry.words,
    entry.owner,
    entry.costPounds,
    entry.dueOn,
    entry.severity && SEVERITIES[entry.severity],
    standingWords(entry, today),
    londonDay(entry.writtenAt),
  ])
  return csvText([HEADINGS, ...lines])
}
