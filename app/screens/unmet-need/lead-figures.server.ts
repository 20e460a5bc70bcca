import { COMPARATORS } from '~/domain/unmet-need/known-limits'
import { findMeasure } from '~/domain/unmet-need/measures/all-measures'
import { greyBecause, publishedRate } from '~/domain/unmet-need/measures/published-rate'
import { type Publication, valueWords } from '~/domain/unmet-need/published'

export interface LeadFigure {
  measure: string
  number: string
  of: string
  /** What the number counts, and its share where one may be said. */
  sentence: string
  /** What stands beside it: unknowns, or an official figure. */
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
    const { numerator, denominator, percent } = publishedRate(publication, measure)
    return {
      measure: id,
      number: numerator ? valueWords(numerator) : 'not published',
      of: denominator ? valueWords(denominator) : 'not published',
      sentence: percent === null ? counts : `${counts} (${percent}%)`,
      beside: comparatorWords(id),
      grey: greyBecause(publication, measure),
    }
  })
}

function comparatorWords(id: string): string | null {
  const found = COMPARATORS.find(each => each.measure === id)
  return found ? `${found.percent} in ${found.of}, women and men` : null
}
