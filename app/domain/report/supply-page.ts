import { type Day, formatDay, formatInstant, londonDay } from '../region/calendar'
import { authorityName } from '../region/region'
import { servicesWords } from '../service/result-words'
import { EMPTY_QUERY } from '../service/search-query'
import { directoryAddress } from '../service/directory-page'
import type { SupplyCell, SupplyOutcome, SupplyRow } from './supply'
import { SUPPLY_COLUMN_ORDER, SUPPLY_COLUMNS } from './supply-columns'
import type { SupplyReport } from './supply-queries.server'
import { supplySign } from './supply-sign'

export type CoverageWord = 'yes' | 'case-by-case' | 'stale' | 'none' | 'not-confirmed'

export interface CellShown {
  coverage: CoverageWord
  details: string[]
}

export interface AreaTone {
  code: string
  name: string
  href: string
  about: string
  tone: 'strong' | 'middle' | 'sand' | 'plain' | 'hatched'
}

export interface SupplyPage {
  sentence: string
  notConfirmed: string | null
  asOf: string
  columns: { label: string; definition: string }[]
  rows: { id: string; name: string; cells: CellShown[] }[]
  areas: AreaTone[]
}

const COVERAGE: Record<SupplyOutcome, CoverageWord> = {
  yes: 'yes',
  case_by_case: 'case-by-case',
  stale: 'stale',
  none: 'none',
  not_confirmed: 'not-confirmed',
}

/** The commissioner's page of supply in words, from the matrix alone: no service, no site and no person is in it. */
export function supplyPage({ rows, sentence, notConfirmed, asOf }: SupplyReport): SupplyPage {
  return {
    sentence,
    notConfirmed,
    asOf: formatInstant(asOf),
    columns: SUPPLY_COLUMN_ORDER.map(column => {
      const { label, definition } = SUPPLY_COLUMNS[column]
      return { label, definition }
    }),
    rows: rows.map(row => ({
      id: row.authorityCode,
      name: authorityName(row.authorityCode),
      cells: SUPPLY_COLUMN_ORDER.map(column => cellShown(row.cells[column])),
    })),
    areas: rows.map(areaTone),
  }
}

/** '12 beds, 3 free' and 'as of 20 Nov', the longest-ago confirmation; or that what is free is not confirmed. */
function cellShown(cell: SupplyCell): CellShown {
  const coverage = COVERAGE[cell.outcome]
  if (cell.services === 0) return { coverage, details: [] }
  if (cell.beds === 0) return { coverage, details: [servicesWords(cell.services)] }
  return { coverage, details: [bedsWords(cell), confirmedWords(cell)] }
}

function bedsWords({ beds, free }: SupplyCell): string {
  const words = beds === 1 ? '1 bed' : `${beds} beds`
  return free === null ? words : `${words}, ${free} free`
}

function confirmedWords({ free, bedsNotConfirmed, lastConfirmedAt }: SupplyCell): string {
  const day = lastConfirmedAt && shortDay(londonDay(lastConfirmedAt))
  if (free === null) return day === null ? 'never confirmed' : `not confirmed since ${day}`
  return bedsNotConfirmed > 0 || day === null ? `${bedsNotConfirmed} not confirmed` : `as of ${day}`
}

/** '20 Nov'. */
function shortDay(day: Day): string {
  const [, date = '', month = ''] = formatDay(day).split(' ')
  return `${date} ${month.slice(0, 3)}`
}

function areaTone({ authorityCode: code, cells }: SupplyRow): AreaTone {
  const facets = { kind: ['supported_housing'], womenOnly: ['yes'], authority: [code] }
  return {
    code,
    name: authorityName(code),
    href: directoryAddress({ ...EMPTY_QUERY, facets }),
    ...toneOf(cells.women_only.outcome, cells.women_only_from_prison.outcome),
  }
}

/** Women-only housing first: without it nobody can be taken; then whether a woman from prison is. */
function toneOf(womenOnly: SupplyOutcome, fromPrison: SupplyOutcome): Pick<AreaTone, 'tone' | 'about'> {
  if (womenOnly === 'not_confirmed') return { tone: 'hatched', about: 'not confirmed' }
  if (womenOnly === 'none') return { tone: 'plain', about: 'none' }
  if (fromPrison === 'yes') return { tone: 'strong', about: 'taken as a rule' }
  if (fromPrison === 'none') return { tone: 'sand', about: 'not taken' }
  if (fromPrison === 'not_confirmed') return { tone: 'sand', about: 'not confirmed that they are taken' }
  return { tone: 'middle', about: supplySign(fromPrison).words }
}
