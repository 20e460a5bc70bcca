import { londonDay } from '../time/calendar'
import { authorityName } from '../area/region'
import { COVERAGE_WORDS, coverageOf } from './coverage'
import { csvText, type CsvValue } from './csv'
import { SUPPLY_COLUMN_ORDER, SUPPLY_COLUMNS } from './supply-columns'
import type { SupplyReport } from './supply-queries.server'

const HEADINGS = [
  'Read on',
  'Authority code',
  'Authority',
  'What',
  'Answer',
  'Beds',
  'Free now at services whose vacancies are confirmed',
  'Beds at services whose vacancies are not confirmed',
  'Vacancies confirmed since',
  'Policies verified since',
]

/** The coverage matrix as CSV, a line for each authority and kind of place. Days are 'YYYY-MM-DD' in London. */
export function supplyCsv({ rows, asOf }: SupplyReport): string {
  const lines = rows.flatMap(({ authorityCode, cells }) =>
    SUPPLY_COLUMN_ORDER.map((column): CsvValue[] => {
      const cell = cells[column]
      return [
        londonDay(asOf),
        authorityCode,
        authorityName(authorityCode),
        SUPPLY_COLUMNS[column].label,
        COVERAGE_WORDS[coverageOf(cell)],
        cell.beds,
        cell.services === 0 ? null : (cell.free ?? 'not confirmed'),
        cell.bedsNotConfirmed,
        dayOrNull(cell.lastConfirmedAt),
        dayOrNull(cell.verifiedAt),
      ]
    }),
  )
  return csvText([HEADINGS, ...lines])
}

function dayOrNull(instant: Date | null): string | null {
  return instant === null ? null : londonDay(instant)
}
