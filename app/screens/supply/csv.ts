import { authorityName } from '~/domain/area/region'
import { csvText, type CsvValue } from '~/domain/sheet/csv'
import { type SupplyCell, SUPPLY_OUTCOMES } from '~/domain/supply/cell'
import { askedInWords } from '~/domain/supply/columns'
import type { SupplyRow } from '~/domain/supply/supply'
import { londonDay } from '~/domain/time/calendar'
import type { SupplyFacts } from './facts.server'
import { cellIn, columnsOf, type SupplyColumnAsked } from './page'
import { questionOf } from './sought'

const HEADINGS = [
  'Read on',
  'Reading',
  'Free on',
  'Authority code',
  'Authority',
  'What',
  'Asked',
  'Answer',
  'Services that give the answer',
  'Beds',
  'Mark of beds',
  'Free at services whose vacancies are confirmed',
  'Mark of free',
  'Beds not confirmed: at services whose vacancies are not, or added since they were',
  'Vacancies confirmed since',
  'Policies verified since',
  'Of the beds, those of paused services',
  'Of the beds, those added since vacancies were confirmed',
]

/** The coverage matrix as CSV, a line for each authority and column. Days are 'YYYY-MM-DD' in London; a number nobody knows is empty beside its mark. */
export function supplyCsv({ report, sought }: SupplyFacts): string {
  const about = [londonDay(report.asOf), report.isEarlier ? 'earlier' : 'now', report.day]
  const columns = columnsOf(questionOf(sought))
  const lines = report.rows.flatMap(row => columns.map(column => [...about, ...line(row, column)]))
  return csvText([HEADINGS, ...lines])
}

function line(row: SupplyRow, { id, label, asked }: SupplyColumnAsked): CsvValue[] {
  const cell = cellIn(row, id)
  const isShown = cell.outcome !== 'not_confirmed' && cell.services > cell.confidential
  return [
    row.authorityCode,
    authorityName(row.authorityCode),
    label,
    askedInWords(asked),
    SUPPLY_OUTCOMES[cell.outcome],
    cell.services,
    ...bedsAndMark(cell),
    ...freeAndMark(cell),
    isShown ? cell.bedsNotConfirmed : null,
    isShown ? dayOrNull(cell.lastConfirmedAt) : null,
    cell.outcome === 'not_confirmed' ? null : dayOrNull(cell.verifiedAt),
    isShown ? cell.bedsPaused : null,
    isShown ? cell.bedsAddedSince : null,
  ]
}

type Marked = [number: number | null, mark: string | null]

function bedsAndMark(cell: SupplyCell): Marked {
  if (cell.outcome === 'not_confirmed') return [null, 'not confirmed']
  if (cell.services > 0 && cell.services === cell.confidential) return [null, 'not shown: confidential']
  return [cell.beds, cell.confidential > 0 ? 'without confidential services' : null]
}

function freeAndMark(cell: SupplyCell): Marked {
  const [beds, mark] = bedsAndMark(cell)
  if (cell.outcome === 'does_not_take') return [null, 'none for her']
  if (beds === null || cell.outcome === 'none') return [null, mark ?? 'none exists']
  return cell.free === null ? [null, 'not confirmed'] : [cell.free, mark]
}

function dayOrNull(instant: Date | null): string | null {
  return instant === null ? null : londonDay(instant)
}
