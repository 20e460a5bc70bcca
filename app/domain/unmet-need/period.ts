import type { Day } from '../time/calendar'

/**
 * The periods figures are published for (product.md, "What may be published"): a quarter, a year to 31 March, and a pool of three such years.
 * Pools do not overlap: the first begins with the first whole year that was recorded. There are no rolling windows.
 */
export type PeriodKind = 'quarter' | 'year' | 'pool'

export interface Period {
  /** '2025-26-q2', '2025-26', '2023-26': how addresses and publications call it. */
  code: string
  kind: PeriodKind
  startsOn: Day
  /** The last day, included. */
  endsOn: Day
}

const YEARS_IN_A_POOL = 3
const QUARTER_STARTS = ['04-01', '07-01', '10-01', '01-01'] as const
const QUARTER_ENDS = ['06-30', '09-30', '12-31', '03-31'] as const
const QUARTER_NAMES = [
  'April to June',
  'July to September',
  'October to December',
  'January to March',
] as const

/** The year to 31 March that begins in April of `year`. */
export function yearPeriod(year: number): Period {
  return { code: span(year, year + 1), kind: 'year', startsOn: `${year}-04-01`, endsOn: `${year + 1}-03-31` }
}

/** A quarter of it: 1 is April to June. */
export function quarterPeriod(year: number, quarter: 1 | 2 | 3 | 4): Period {
  const at = quarter - 1
  const calendarYear = quarter === 4 ? year + 1 : year
  return {
    code: `${span(year, year + 1)}-q${quarter}`,
    kind: 'quarter',
    startsOn: `${calendarYear}-${QUARTER_STARTS[at]}`,
    endsOn: `${calendarYear}-${QUARTER_ENDS[at]}`,
  }
}

/** The three years to 31 March that begin in April of `year`. */
export function poolPeriod(year: number): Period {
  const last = year + YEARS_IN_A_POOL
  return { code: span(year, last), kind: 'pool', startsOn: `${year}-04-01`, endsOn: `${last}-03-31` }
}

/** The period an address names, or null where it names none. */
export function readPeriod(code: string): Period | null {
  const [, first = '', last = '', quarter] = /^(\d{4})-(\d{2})(?:-q([1-4]))?$/.exec(code) ?? []
  const year = Number(first)
  const made = quarter
    ? quarterPeriod(year, Number(quarter) as 1 | 2 | 3 | 4)
    : Number(last) === (year + 1) % 100
      ? yearPeriod(year)
      : poolPeriod(year)
  return first !== '' && made.code === code ? made : null
}

/** Every period that is over on `day` and began on or after 1 April of `firstYear`, each after those it is made of. */
export function periodsOver(firstYear: number, day: Day): Period[] {
  const made: Period[] = []
  for (let year = firstYear; year <= Number(day.slice(0, 4)); year += 1) {
    made.push(...([1, 2, 3, 4] as const).map(quarter => quarterPeriod(year, quarter)), yearPeriod(year))
    const years = year - firstYear + 1
    if (years % YEARS_IN_A_POOL === 0) made.push(poolPeriod(year - YEARS_IN_A_POOL + 1))
  }
  return made.filter(period => period.endsOn < day)
}

/** "July to September 2025", "April 2025 to March 2026", "April 2023 to March 2026". */
export function periodName(period: Period): string {
  const [from, to] = [period.startsOn.slice(0, 4), period.endsOn.slice(0, 4)]
  if (period.kind !== 'quarter') return `April ${from} to March ${to}`
  return `${QUARTER_NAMES[Number(period.code.slice(-1)) - 1]} ${to}`
}

function span(from: number, to: number): string {
  return `${from}-${String(to % 100).padStart(2, '0')}`
}
