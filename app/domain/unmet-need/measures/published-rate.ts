import { type Publication, publishedCell, type PublishedValue } from '../published'
import { publishedShare } from '../published-share'
import { tableSpec } from '../publishable-tables'
import { type ShareBounds, shareBounds } from '../share-bounds'
import { cellsListed } from '../table-cells'
import type { MeasureId } from './all-measures'
import { findMeasure } from './all-measures'
import type { CellRef, Measure } from './measure'

export interface PublishedRate {
  numerator: PublishedValue | null
  /** What the numerator is added up from; none where it is not published. */
  parts: readonly PublishedValue[]
  denominator: PublishedValue | null
  /** Null where the measure prints none, or it is not published. */
  unknown: PublishedValue | null
  percent: number | null
  /** Why there is no percentage; null where there is. */
  because: string | null
  /** Where there is none: between what it must be, by what is printed; null where that says too little. */
  bounds: ShareBounds | null
}

/** Under this coverage the first night is shown in grey (product.md, M0). */
const COVERED_FROM = 90
/** They are grey where too few are known. */
const NEEDS_COVERAGE: readonly string[] = ['M3', 'M7']

/** A measure of one publication, worked out from its published cells alone. */
export function publishedRate(publication: Publication, measure: Measure): PublishedRate {
  const { numerator, denominator, unknown } = measure.from
  const part = sumOf(publication, numerator)
  const whole = sumOf(publication, denominator)
  if (isNotMeasured(denominator, whole)) return NOT_MEASURED
  const share = publishedShare(part, whole)
  return {
    numerator: part,
    parts: part ? numerator.flatMap(each => valueAt(publication, each) ?? []) : [],
    denominator: whole,
    unknown: unknown ? sumOf(publication, unknown) : null,
    percent: share.percent,
    because: share.percent === null ? share.because : null,
    bounds: share.percent === null ? boundsOf(publication, measure) : null,
  }
}

/** Why there is no figure of supply of a time before its nights were read. */
export const NOT_YET = 'not yet measured'

const NOT_MEASURED: PublishedRate = {
  ...{ numerator: null, parts: [], denominator: null, unknown: null, percent: null },
  ...{ because: NOT_YET, bounds: null },
}

/** Of no bed-nights at all nothing was read: "0 of 0" would say that there were none. */
function isNotMeasured([first]: readonly CellRef[], whole: PublishedValue | null): boolean {
  return first !== undefined && 'isSupply' in tableSpec(first.table) && whole?.value === 0
}

/** Unmet need as it is rated: not housed and not known together (product.md, M3). */
export function ratedUnmet(publication: Publication): PublishedRate {
  const unmet = findMeasure('M3')
  const { numerator, denominator, unknown = [] } = unmet.from
  return publishedRate(publication, {
    ...unmet,
    from: { numerator: [...numerator, ...unknown], denominator },
  })
}

/** Why a measure is to be shown in grey, in words; null where it is not. */
export function greyBecause(publication: Publication, measure: Pick<Measure, 'id'>): string | null {
  if (!NEEDS_COVERAGE.includes(measure.id)) return null
  const { percent } = publishedRate(publication, findMeasure('M0' satisfies MeasureId))
  if (percent === null) return 'how many women were asked is not published'
  return percent < COVERED_FROM ? `only ${percent}% of women on the release list were asked` : null
}

/** Only where the parts that are printed may be said as a share themselves (product.md, step 4). */
function boundsOf(
  publication: Publication,
  { from: { numerator, denominator } }: Pick<Measure, 'from'>,
): ShareBounds | null {
  const [total, ...others] = denominator
  if (!total || total.cell !== 'total' || others.length > 0) return null
  if (numerator.some(({ table }) => table !== total.table)) return null
  if (tableSpec(total.table).adds !== 'parts') return null
  const values = (cells: readonly string[]) =>
    cells.flatMap(cell => valueAt(publication, { table: total.table, cell }) ?? [])
  const parts = numerator.map(({ cell }) => cell)
  const rest = cellsListed(total.table).filter(cell => !parts.includes(cell))
  const whole = valueAt(publication, total)
  const known = values(parts).reduce((sum, { value }) => sum + (value ?? 0), 0)
  if (!whole || publishedShare({ mark: 'count', value: known }, whole).percent === null) return null
  return shareBounds(values(parts), values(rest), whole)
}

/** Published counts added up; one that is not a number makes the sum none, with the mark of the first such. */
function sumOf(publication: Publication, refs: readonly CellRef[]): PublishedValue | null {
  const values = refs.map(each => valueAt(publication, each))
  if (values.length === 0 || values.includes(null)) return null
  const kept = values.filter(value => value !== null)
  const withheld = kept.find(value => value.value === null)
  if (withheld) return kept.length === 1 ? withheld : { mark: 'hidden', value: null }
  return { mark: 'count', value: kept.reduce((sum, value) => sum + (value.value ?? 0), 0) }
}

function valueAt(publication: Publication, { table, cell }: CellRef): PublishedValue | null {
  return publishedCell(publication, table, cell)?.count ?? null
}
