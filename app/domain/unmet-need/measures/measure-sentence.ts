import { sentence } from '../../words/english'
import { type Publication, type PublishedValue, valueWords } from '../published'
import type { Measure } from './measure'
import { NOT_YET, publishedRate } from './published-rate'

/**
 * A measure of one publication in plain words, from its published values alone: "195 of 640 women who needed a place were not housed on the first night
 * (30%). For 35 it is not known." Null where it is not published.
 */
export function measureSentence(publication: Publication, measure: Measure): string | null {
  const { numerator, denominator, unknown, percent, because } = publishedRate(publication, measure)
  if (because === NOT_YET) return 'Not yet measured: no night of supply was read then.'
  if (!numerator || (measure.denominator !== null && !denominator)) return null
  const said = measure.said
    .replace('{n}', numberWords(numerator))
    .replace('{d}', denominator ? numberWords(denominator) : '')
  const share = percent === null ? '' : ` (${percent}%)`
  const beside = unknown ? ` For ${numberWords(unknown)} it is not known.` : ''
  return `${sentence(said)}${share}.${beside}`
}

function numberWords(value: PublishedValue): string {
  return value.mark === 'hidden' ? 'a number that is not shown' : valueWords(value)
}
