import { publishedShare } from '../unmet-need/published-share'
import { findMeasure } from '../unmet-need/measures/all-measures'
import { greyBecause, publishedRate, ratedUnmet } from '../unmet-need/measures/published-rate'
import { type Publication, publishedCell, type PublishedValue } from '../unmet-need/published'
import type { ShareBounds } from '../unmet-need/share-bounds'
import type { Indicator } from './indicator'

/** What an indicator reads at one time: of how many, in whole per cent, or why there is none. */
export interface Reading {
  part: PublishedValue | null
  /** What the part is added up from, where it is of more than one number. */
  parts?: readonly PublishedValue[]
  whole: PublishedValue | null
  /** Null where there is none. */
  percent: number | null
  /** Where there is none: between what it must be, by what is published; null where that says too little. */
  bounds: ShareBounds | null
  /** Why there is no per cent, or why it is grey for all that; null where neither. */
  grey: string | null
  /** Beds are not drawn from more beds: their share is what it is, however few. */
  isOfSupply: boolean
}

/** Beds of one night: all, and those nobody has confirmed of late. */
export interface BedsRead {
  beds: number
  freshBeds: number
  /** They are of an invented history, and no beds that stand in the directory. */
  isSynthetic: boolean
}

/** Between what a reading lies, in whole per cent: both ends are its per cent where it has one; null where nothing may be said. */
export function spanOfReading({ percent, bounds, grey }: Reading): ShareBounds | null {
  if (grey !== null) return null
  return percent === null ? bounds : { low: percent, high: percent }
}

/** An indicator as a publication gives it, from published cells alone. Not for stale vacancies: no publication has them. */
export function publishedReading(publication: Publication, { from }: Indicator): Reading {
  if (from.kind === 'stale') throw new Error('Stale vacancies are read of a night')
  if (from.kind === 'cells') return shareReading(publication, from)
  const measure = findMeasure(from.kind === 'unmet' ? 'M3' : from.measure)
  const rate = from.kind === 'unmet' ? ratedUnmet(publication) : publishedRate(publication, measure)
  return {
    part: rate.numerator,
    ...(rate.parts.length > 1 && { parts: rate.parts }),
    whole: rate.denominator,
    percent: rate.percent,
    bounds: rate.bounds,
    grey: (rate.bounds ? null : rate.because) ?? greyBecause(publication, measure),
    isOfSupply: measure.id === 'M10',
  }
}

/**
 * How much of a night's beds nobody has confirmed of late; supply is not suppressed, but nothing is a share of no beds.
 * @param beside the night it is set beside: invented beds and real ones are not compared
 */
export function staleReading(night: BedsRead | null, beside: BedsRead | null = night): Reading {
  const number = (value: number): PublishedValue => ({ mark: 'count', value })
  const base = { isOfSupply: true, bounds: null }
  if (!night) return { ...base, part: null, whole: null, percent: null, grey: 'not read then' }
  if (beside && night.isSynthetic !== beside.isSynthetic)
    return { ...base, part: null, whole: null, percent: null, grey: OTHER_BEDS }
  const stale = night.beds - night.freshBeds
  const [part, whole] = [number(stale), number(night.beds)]
  if (night.beds === 0) return { ...base, part, whole, percent: null, grey: 'there were no beds' }
  return { ...base, part, whole, percent: Math.round((100 * stale) / night.beds), grey: null }
}

const OTHER_BEDS = 'other beds, of an invented history: not compared'

function shareReading(
  publication: Publication,
  { part, whole }: Extract<Indicator['from'], { kind: 'cells' }>,
) {
  const value = ({ table, cell }: typeof part) => publishedCell(publication, table, cell)?.count ?? null
  const [of, all] = [value(part), value(whole)]
  const share = publishedShare(of, all)
  return {
    part: of,
    whole: all,
    percent: share.percent,
    bounds: null,
    grey: share.percent === null ? share.because : null,
    isOfSupply: false,
  }
}
