import { COMPARATORS } from '~/domain/unmet-need/known-limits'
import { findMeasure } from '~/domain/unmet-need/measures/all-measures'
import { greyBecause, publishedRate, ratedUnmet } from '~/domain/unmet-need/measures/published-rate'
import { boundsWords } from '~/domain/unmet-need/share-bounds'
import { type Publication, publishedCell, valueWords } from '~/domain/unmet-need/published'

export interface LeadFigure {
  measure: string
  number: string
  of: string
  /** What the number counts, and its share where one may be said. */
  sentence: string
  /** "not known: 5"; null where the measure has none, or it is not published. */
  unknown: string | null
  /** What stands beside it: an official figure, or the region's. */
  beside: string | null
  grey: string | null
}

/** The three figures a page of need begins with, by measure, each with what it counts in words. */
const LEADS = [
  ['M3', 'women who needed a place were not housed on their first night'],
  ['M2', 'women who needed a place had one secured by the night before release'],
  ['M7', 'women released were housed on their first night'],
] as const

/** The lead figures of a publication, of published cells alone. */
export function leadFigures(publication: Publication): LeadFigure[] {
  return LEADS.map(([id, counts]) => {
    const measure = findMeasure(id)
    const { numerator, denominator, unknown, percent } = publishedRate(publication, measure)
    return {
      measure: id,
      number: numerator ? valueWords(numerator) : 'not published',
      of: denominator ? valueWords(denominator) : 'not published',
      sentence: percent === null ? counts : `${counts} (${percent}%)`,
      unknown: unknown && `not known: ${valueWords(unknown)}${id === 'M3' ? ratedWords(publication) : ''}`,
      beside: comparatorWords(id),
      grey: greyBecause(publication, measure),
    }
  })
}

/** Unmet need is rated with the unknown: ", with them 25 (42%)", or between what it must be; nothing where neither can be said. */
function ratedWords(publication: Publication): string {
  const { numerator, percent, bounds } = ratedUnmet(publication)
  if (bounds) return `, with them ${boundsWords(bounds)}`
  return numerator && percent !== null ? `, with them ${valueWords(numerator)} (${percent}%)` : ''
}

function comparatorWords(id: string): string | null {
  const found = COMPARATORS.find(each => each.measure === id)
  return found ? `${found.percent} in ${found.of}, women and men` : null
}

/** "355 releases of 340 women": both are printed, for a woman may be released twice. Null where either is not published. */
export function releasesWords(publication: Publication): string | null {
  const total = publishedCell(publication, 'releases', 'total')
  if (!total?.women) return null
  return `${valueWords(total.count)} releases to the community, of ${valueWords(total.women)} women`
}
