import { findMeasure, type MeasureId } from '../unmet-need/measures/all-measures'
import type { CellRef } from '../unmet-need/measures/measure'

/** The indicators of the traffic-light report (product.md, "Reports"), a row each, in the order of the page. Safe for the browser. */

/** Which way is better; null where neither is: need itself is no merit and no fault. */
export type Better = 'higher' | 'lower' | null

interface IndicatorRow {
  name: string
  better: Better
  /** What the register calls it, so that its actions and risks are found: 'measure.m3'. */
  subject: string
  /**
   * A measure, from what is published; 'unmet' is M3 with what is not known counted in, a part of a published table, or how much of the
   * supply nobody has confirmed, as it was read that night.
   */
  from:
    | { kind: 'measure'; measure: MeasureId }
    | { kind: 'unmet' }
    | { kind: 'cells'; of: string; part: CellRef; whole: CellRef; definition: string }
    | { kind: 'stale'; definition: string }
}

const ROWS = {
  m0: {
    name: 'Asked the housing question',
    better: 'higher',
    subject: 'measure.m0',
    from: { kind: 'measure', measure: 'M0' },
  },
  m1: {
    name: 'Women who needed a place',
    better: null,
    subject: 'measure.m1',
    from: { kind: 'measure', measure: 'M1' },
  },
  m2: {
    name: 'A place secured before release',
    better: 'higher',
    subject: 'measure.m2',
    from: { kind: 'measure', measure: 'M2' },
  },
  m3: {
    name: 'Unmet need: not housed or not known, first night',
    better: 'lower',
    subject: 'measure.m3',
    from: { kind: 'unmet' },
  },
  m4: {
    name: 'Referred with no success',
    better: 'lower',
    subject: 'measure.m4',
    from: { kind: 'measure', measure: 'M4b' },
  },
  m7: {
    name: 'Housed on the first night',
    better: 'higher',
    subject: 'measure.m7',
    from: { kind: 'measure', measure: 'M7' },
  },
  m8: {
    name: 'Settled at day 91',
    better: 'higher',
    subject: 'measure.m8',
    from: { kind: 'measure', measure: 'M8' },
  },
  m9: {
    name: 'First referral in time',
    better: 'higher',
    subject: 'measure.m9',
    from: { kind: 'measure', measure: 'M9' },
  },
  decisions_in_limits: {
    name: 'Decisions inside their limits',
    better: 'higher',
    subject: 'measure.decisions_in_limits',
    from: {
      kind: 'cells',
      of: 'referrals',
      part: { table: 'decision_limits', cell: 'inside' },
      whole: { table: 'decision_limits', cell: 'total' },
      definition:
        'Referrals of women of which every step that was the provider’s was taken inside its limit. A step that still waits inside its limit says nothing yet.',
    },
  },
  stale_vacancies: {
    name: 'Stale vacancies: beds nobody has confirmed of late',
    better: 'lower',
    subject: 'measure.stale_vacancies',
    from: {
      kind: 'stale',
      definition:
        'Of the beds for women on one night, refuges and places whose site is hidden left out, those at services that had not confirmed their vacancies in time.',
    },
  },
  m10: {
    name: 'Nights of women-only beds confirmed free',
    better: 'higher',
    subject: 'measure.m10',
    from: { kind: 'measure', measure: 'M10' },
  },
  m12: {
    name: 'Places not taken up, or broken',
    better: 'lower',
    subject: 'measure.m12',
    from: { kind: 'measure', measure: 'M12' },
  },
  hnia: {
    name: 'Housing needs assessed within 4 days',
    better: 'higher',
    subject: 'measure.hnia',
    from: { kind: 'measure', measure: 'HNIA' },
  },
  notice: {
    name: 'Councils told of a release',
    better: 'higher',
    subject: 'measure.notice',
    from: { kind: 'measure', measure: 'Notice' },
  },
  f2: {
    name: 'Parents who started a programme',
    better: 'higher',
    subject: 'measure.family_programmes',
    from: { kind: 'measure', measure: 'F2' },
  },
  f3: {
    name: 'Parents who completed one',
    better: 'higher',
    subject: 'measure.family_programmes',
    from: { kind: 'measure', measure: 'F3' },
  },
} as const satisfies Record<string, IndicatorRow>

export type IndicatorCode = keyof typeof ROWS

export interface Indicator extends IndicatorRow {
  code: IndicatorCode
}

export const INDICATORS: readonly Indicator[] = Object.entries(ROWS).map(([code, row]) => ({
  ...row,
  // The table's own keys.
  code: code as IndicatorCode,
}))

/** The indicator of a code that an address names, or null. */
export function findIndicator(code: string): Indicator | null {
  return INDICATORS.find(each => each.code === code) ?? null
}

/** What an indicator is, in the words of its measure. */
export function indicatorDefinition({ from }: Indicator): string {
  if (from.kind === 'measure') return findMeasure(from.measure).definition
  if (from.kind !== 'unmet') return from.definition
  return `${findMeasure('M3').definition} Women whose first night is not known are counted with them.`
}
