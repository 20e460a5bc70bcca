import { type Day, formatInstant, londonDay } from '~/domain/time/calendar'
import { shortDay } from '~/domain/time/near-time'
import { authorityName } from '~/domain/area/region'
import { servicesWords } from '~/screens/results/result-in-words'
import { EMPTY_QUERY } from '~/domain/directory/search-query'
import { directoryAddress } from '~/screens/services/page'
import type { SupplyRow } from '~/domain/report/supply'
import type { SupplyCell, SupplyOutcome } from '~/domain/report/supply-cell'
import { askedInWords, askedOf, MATRIX_COLUMNS, SUPPLY_COLUMNS } from '~/domain/report/supply-columns'
import type { SupplyReport } from '~/domain/report/supply-report'

interface CellShown {
  outcome: SupplyOutcome
  details: string[]
}

interface AreaTone {
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

/** The commissioner's page of supply in words, from the matrix alone: no service, no site and no person is in it. */
export function supplyPage({ rows, sentence, notConfirmed, asOf }: SupplyReport): SupplyPage {
  return {
    sentence,
    notConfirmed,
    asOf: formatInstant(asOf),
    columns: MATRIX_COLUMNS.map(column => {
      const { label } = SUPPLY_COLUMNS[column]
      return { label, definition: askedInWords(askedOf(column, true)) }
    }),
    rows: rows.map(row => ({
      id: row.authorityCode,
      name: authorityName(row.authorityCode),
      cells: MATRIX_COLUMNS.map(column => cellShown(row.cells[column], londonDay(asOf))),
    })),
    areas: rows.map(areaTone),
  }
}

/** '12 beds, 3 free now', since when all vacancies are confirmed, and since when the policy is verified. */
function cellShown(cell: SupplyCell, today: Day): CellShown {
  const { outcome } = cell
  if (cell.services === 0 || outcome === 'not_confirmed') return { outcome, details: [] }
  const policy = verifiedWords(cell, today)
  if (cell.beds === 0) return { outcome, details: [servicesWords(cell.services), policy] }
  return { outcome, details: [bedsWords(cell), confirmedWords(cell, today), policy] }
}

function bedsWords({ beds, free }: SupplyCell): string {
  const words = beds === 1 ? '1 bed' : `${beds} beds`
  return free === null ? words : `${words}, ${free} free now`
}

function confirmedWords({ free, bedsNotConfirmed, lastConfirmedAt }: SupplyCell, today: Day): string {
  const day = lastConfirmedAt && shortDay(londonDay(lastConfirmedAt), today)
  if (free === null) return day === null ? 'never confirmed' : `last confirmed ${day}`
  if (bedsNotConfirmed > 0 || day === null) return `${bedsNotConfirmed} beds not confirmed`
  return `beds confirmed ${day}`
}

function verifiedWords({ verifiedAt }: SupplyCell, today: Day): string {
  return verifiedAt === null
    ? 'policy never verified'
    : `policy verified ${shortDay(londonDay(verifiedAt), today)}`
}

function areaTone({ authorityCode: code, cells }: SupplyRow): AreaTone {
  const facets = { kind: ['supported_housing'], womenOnly: ['yes'], authority: [code] }
  return {
    code,
    name: authorityName(code),
    href: directoryAddress({ ...EMPTY_QUERY, facets }),
    ...toneOf(cells.women_only, cells.women_only_from_prison),
  }
}

/** Women-only housing first: without it nobody can be taken; then whether a woman from prison is. */
function toneOf(womenOnly: SupplyCell, fromPrison: SupplyCell): Pick<AreaTone, 'tone' | 'about'> {
  if (womenOnly.outcome === 'not_confirmed')
    return { tone: 'hatched', about: 'not confirmed whether there is any' }
  if (womenOnly.outcome === 'none') return { tone: 'plain', about: 'none' }
  return FROM_PRISON[fromPrison.outcome]
}

/** Where there is women-only housing: whether it takes a woman from prison. */
const FROM_PRISON: Record<SupplyOutcome, Pick<AreaTone, 'tone' | 'about'>> = {
  yes: { tone: 'strong', about: 'taken as a rule' },
  case_by_case: { tone: 'middle', about: 'case by case' },
  stale: { tone: 'middle', about: 'stale: not verified for 90 days' },
  does_not_take: { tone: 'sand', about: 'not taken' },
  none: { tone: 'plain', about: 'none' },
  not_confirmed: { tone: 'hatched', about: 'there is some, not confirmed whether they are taken' },
}
