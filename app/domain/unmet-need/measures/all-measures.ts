import { m0Coverage } from './m0-coverage'
import { m1Need } from './m1-need'
import { m2Secured } from './m2-secured'
import { m3Unmet } from './m3-unmet'
import { m4Unsuccessful } from './m4-unsuccessful'
import { m4NoneSuccessful } from './m4-none-successful'
import { m5Barriers } from './m5-barriers'
import { m6NoOption } from './m6-no-option'
import { m7Housed } from './m7-housed'
import { m8Settled } from './m8-settled'
import { m9Timeliness } from './m9-timeliness'
import { m9Decision } from './m9-decision'
import { m10Supply } from './m10-supply'
import { m11Displacement } from './m11-displacement'
import { m12Kept } from './m12-kept'
import { f1Reachable } from './f1-reachable'
import { f2Started } from './f2-started'
import { f3Completed } from './f3-completed'
import { f4NotReached } from './f4-not-reached'
import { f5Rotl } from './f5-rotl'
import { f6Children } from './f6-children'
import { hniaRate } from './hnia-rate'
import { noticeRate } from './notice-rate'
import type { Measure } from './measure'

/** Every measure, in the order in which it is printed: a release from coverage to how it held, then families, then the two rates. */
const ALL = [
  m0Coverage,
  m1Need,
  m2Secured,
  m3Unmet,
  m4Unsuccessful,
  m4NoneSuccessful,
  m5Barriers,
  m6NoOption,
  m7Housed,
  m8Settled,
  m9Timeliness,
  m9Decision,
  m10Supply,
  m11Displacement,
  m12Kept,
  f1Reachable,
  f2Started,
  f3Completed,
  f4NotReached,
  f5Rotl,
  f6Children,
  hniaRate,
  noticeRate,
] as const satisfies readonly Measure[]

export type MeasureId = (typeof ALL)[number]['id']

export const MEASURES: readonly Measure[] = ALL

/** The measure of an id. */
export function findMeasure(id: MeasureId): Measure {
  const found = MEASURES.find(measure => measure.id === id)
  if (!found) throw new Error(`No measure is called ${id}`)
  return found
}
