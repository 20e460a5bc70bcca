import { placeWords } from '~/domain/action/gap'
import type { PathwayRow } from '~/domain/pathway-map/pathway-map'
import { csvText, type CsvValue } from '~/domain/sheet/csv'
import { pathwayLabel } from '~/domain/service/pathway'
import type { Day } from '~/domain/time/calendar'
import { BECAUSE_WORDS, OUTCOME_WORDS, overlapWords } from './page'

const HEADINGS = [
  'Read on',
  'Code',
  'Where',
  'Pathway',
  'Answer',
  'Why there is no data',
  'Services that say they serve it',
  'Of these programmes',
  'Of these not verified for a year',
  'Overlaps',
]

/** The pathway map as a file: a line for each place and pathway. */
export function pathwaysCsv(rows: readonly PathwayRow[], today: Day): string {
  const lines = rows.flatMap(({ place, cells }) =>
    cells.map((cell): CsvValue[] => [
      today,
      place,
      placeWords(place),
      pathwayLabel(cell.pathway),
      OUTCOME_WORDS[cell.outcome],
      cell.because && BECAUSE_WORDS[cell.because],
      cell.services,
      cell.programmes,
      cell.notVerified,
      cell.overlaps.map(overlapWords).join('; ') || null,
    ]),
  )
  return csvText([HEADINGS, ...lines])
}
