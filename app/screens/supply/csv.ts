import { londonDay } from '~/domain/time/calendar'
import { authorityName } from '~/domain/area/region'
import { csvText, type CsvValue } from '~/domain/report/csv'
import { SUPPLY_OUTCOMES } from '~/domain/report/supply-cell'
import { MATRIX_COLUMNS, SUPPLY_COLUMNS } from '~/domain/report/supply-columns'
import type { SupplyReport } from '~/domain/report/supply-report'

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
    MATRIX_COLUMNS.map((column): CsvValue[] => {
      const cell = cells[column]
      return [
        londonDay(asOf),
        authorityCode,
        authorityName(authorityCode),
        SUPPLY_COLUMNS[column].label,
        SUPPLY_OUTCOMES[cell.outcome],
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
