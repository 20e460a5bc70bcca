import { authorityName } from '~/domain/area/region'
import type { SupplyRow } from '~/domain/supply/supply'
import type { SupplyCell, SupplyOutcome } from '~/domain/supply/cell'
import {
  askedInWords,
  askedOf,
  MATRIX_COLUMNS,
  SUPPLY_COLUMNS,
  type SupplyAsked,
  type SupplyQuestion,
} from '~/domain/supply/columns'
import { chosenSentence } from '~/domain/supply/sentence'
import { formatDayLong, formatInstant, londonDay } from '~/domain/time/calendar'
import { href } from '~/paths'
import type { QueryProblem } from '~/screens/results/read-query'
import { toneOf, type SupplyTone } from './area-tones'
import { bedsWords, datesWords, outcomeWords, SUPPLY_SIGNS } from './cell-words'
import type { SupplyFacts } from './facts.server'
import { questionOf, soughtParams, type SupplySought } from './sought'

export interface CellShown {
  outcome: SupplyOutcome
  sign: string
  words: string
  details: string[]
  href: string
}

interface ColumnShown {
  id: string
  label: string
  definition: string
}

export interface SupplyPage {
  sentence: string
  /** What was chosen, in a sentence; null where nothing was. */
  chosen: string | null
  /** 'Supply as it stood on …', and of which day its free beds are. */
  stands: string
  isEarlier: boolean
  columns: ColumnShown[]
  rows: { id: string; name: string; cells: CellShown[] }[]
  areas: { code: string; name: string; href: string; about: string; tone: SupplyTone }[]
  /** Every authority by itself, and all of them. */
  ways: { all: string; csv: string; areas: { name: string; href: string; about: string }[] }
  area: string | null
  sought: SupplySought
  problems: readonly QueryProblem[]
  /** The first night that has a reading. */
  readSince: string | null
}

/** The commissioner's page of supply in words, from the matrix alone: no service, no site and no person is in it. */
export function supplyPage({ report, sought, problems, nights }: SupplyFacts): SupplyPage {
  const columns = columnsOf(questionOf(sought))
  const { sentence, notConfirmed, isEarlier } = report
  const since = nights.at(-1)
  return {
    sentence: [sentence, notConfirmed].filter(Boolean).join(' '),
    chosen: chosenWords(report.rows, questionOf(sought)),
    stands: standsWords(report),
    isEarlier,
    columns: columns.map(({ id, label, asked }) => ({ id, label, definition: askedInWords(asked) })),
    rows: report.rows
      .filter(({ authorityCode }) => sought.area === null || authorityCode === sought.area)
      .map(row => ({
        id: row.authorityCode,
        name: authorityName(row.authorityCode),
        cells: columns.map(column => cellShown(row, column, sought, report.asOf)),
      })),
    areas: report.rows.map(row => ({ ...areaLink(row.authorityCode, sought), ...toneOf(row.cells) })),
    ways: {
      all: `/supply${soughtParams({ ...sought, area: null })}`,
      csv: `/supply.csv${soughtParams({ ...sought, area: null, showsDates: false })}`,
      areas: report.rows.map(row => ({
        ...areaLink(row.authorityCode, sought),
        about: firstWords(row, columns),
      })),
    },
    area: sought.area && authorityName(sought.area),
    sought,
    problems,
    readSince: since === undefined ? null : formatDayLong(since),
  }
}

/** A column of the page: a standing one, or the combination that was chosen, which comes first. */
export interface SupplyColumnAsked {
  id: (typeof MATRIX_COLUMNS)[number] | 'chosen'
  label: string
  asked: SupplyAsked
}

/** The columns of a question in their order. */
export function columnsOf({ fromPrison, chosen }: SupplyQuestion): SupplyColumnAsked[] {
  const standing = MATRIX_COLUMNS.map(id => ({
    ...{ id, label: SUPPLY_COLUMNS[id].label, asked: askedOf(id, fromPrison) },
  }))
  return chosen ? [{ id: 'chosen', label: askedInWords(chosen), asked: chosen }, ...standing] : standing
}

/** The cell of a row in a column. */
export function cellIn(row: SupplyRow, id: SupplyColumnAsked['id']): SupplyCell {
  if (id !== 'chosen') return row.cells[id]
  if (row.chosen === null) throw new Error('Nothing was chosen')
  return row.chosen
}

function cellShown(
  row: SupplyRow,
  { id, asked }: SupplyColumnAsked,
  sought: SupplySought,
  asOf: Date,
): CellShown {
  const cell = cellIn(row, id)
  const dates = sought.showsDates ? datesWords(cell, londonDay(asOf)) : ''
  const behind = href('supply/:authorityCode/:column', { authorityCode: row.authorityCode, column: id })
  return {
    outcome: cell.outcome,
    sign: SUPPLY_SIGNS[cell.outcome],
    words: outcomeWords(cell.outcome, asked),
    details: [bedsWords(cell), dates].filter(words => words !== ''),
    href: behind + soughtParams({ ...sought, area: null, showsDates: false }),
  }
}

function chosenWords(rows: readonly SupplyRow[], { chosen }: SupplyQuestion): string | null {
  return chosen && `${askedInWords(chosen)}. ${chosenSentence(rows)}`
}

/** Which reading it is, and of which day its free beds are. */
export function standsWords({ asOf, day, isEarlier }: SupplyFacts['report']): string {
  const instant = formatInstant(asOf)
  if (isEarlier) return `An earlier reading: supply as it stood on ${instant}, kept as it was.`
  const free =
    day === londonDay(asOf)
      ? 'Free beds are those free today.'
      : `Free beds are those free on ${formatDayLong(day)}.`
  return `Supply as it stood on ${instant}. ${free}`
}

/** What an area says in the first column, for a list of the areas. */
function firstWords(row: SupplyRow, columns: readonly SupplyColumnAsked[]): string {
  const [first] = columns
  return first === undefined ? '' : outcomeWords(cellIn(row, first.id).outcome, first.asked)
}

function areaLink(code: string, sought: SupplySought) {
  return { code, name: authorityName(code), href: `/supply${soughtParams({ ...sought, area: code })}` }
}
