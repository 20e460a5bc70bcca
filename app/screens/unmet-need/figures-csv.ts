import { csvText, type CsvValue } from '~/domain/sheet/csv'
import { cellLabel } from '~/domain/unmet-need/cell-words'
import { MEASURES } from '~/domain/unmet-need/measures/all-measures'
import { periodName } from '~/domain/unmet-need/period'
import type { Publication, PublishedValue } from '~/domain/unmet-need/published'
import { tableSpec, type TableId } from '~/domain/unmet-need/publishable-tables'
import { versionWords } from './published-as'

const HEADINGS = [
  'Period',
  'Period name',
  'Version',
  'Synthetic',
  'Table',
  'Table title',
  'Cell',
  'Cell name',
  'Counts',
  'Value',
  'Mark',
  'Measures',
  'Definition',
]

const MARKS = { count: '', few: 'fewer than 5', hidden: 'not shown' } as const

/** Every figure of one version as CSV: a number that is not published is an empty value with its mark, never 0. */
export function figuresCsv(publication: Publication): string {
  const rows = Object.values(publication.tables).flatMap(table =>
    Object.entries(table.cells).flatMap(([cell, { count, women }]) => [
      row(publication, table.id, cell, tableSpec(table.id).counts, count),
      ...(women ? [row(publication, table.id, cell, 'women', women)] : []),
    ]),
  )
  return csvText([HEADINGS, ...rows])
}

function row(
  publication: Publication,
  table: TableId,
  cell: string,
  counts: string,
  { mark, value }: PublishedValue,
): CsvValue[] {
  const { period, isSynthetic } = publication
  const measures = MEASURES.filter(({ from }) => from.numerator.some(ref => ref.table === table))
  return [
    period.code,
    periodName(period),
    versionWords(publication),
    isSynthetic ? 'synthetic' : '',
    table,
    tableSpec(table).title,
    cell,
    cellLabel(table, cell),
    counts,
    value,
    MARKS[mark],
    measures.map(measure => measure.id).join(' '),
    measures.map(measure => measure.definition).join(' '),
  ]
}
