import { formatDay, formatInstant, londonDay } from '../region/calendar'
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

/** '12 beds', '3 free now' or that it is not confirmed, and the longest-ago confirmation behind it. */
function cellShown(cell: SupplyCell): CellShown {
  const coverage = COVERAGE[cell.outcome]
  if (cell.services === 0) return { coverage, details: [] }
  if (cell.beds === 0) return { coverage, details: [servicesWords(cell.services)] }
  return { coverage, details: [bedsWords(cell.beds), freeWords(cell), confirmedWords(cell)] }
}

function bedsWords(beds: number): string {
  return beds === 1 ? '1 bed' : `${beds} beds`
}

function freeWords({ free, bedsNotConfirmed }: SupplyCell): string {
  if (free === null) return 'free: not confirmed'
  return bedsNotConfirmed > 0 ? `${free} free, ${bedsNotConfirmed} not confirmed` : `${free} free now`
}

function confirmedWords({ lastConfirmedAt }: SupplyCell): string {
  return lastConfirmedAt === null
    ? 'some never confirmed'
    : `since ${formatDay(londonDay(lastConfirmedAt)).slice(4)}`
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
