import { publishedCell, type Publication, valueWords } from '~/domain/unmet-need/published'
import { publishedShare } from '~/domain/unmet-need/published-share'
import type { TableId } from '~/domain/unmet-need/publishable-tables'
import { periodName } from '~/domain/unmet-need/period'
import { type Drawable, drawTrend } from '~/ui/chart/draw.server'
import type { ChartShown } from './chart-shown'

interface TrendSpec {
  id: string
  measure: ChartShown['measure']
  title: string
  table: TableId
  cell: string
  /** "the first referral was in time" */
  of: string
}

const TRENDS: readonly TrendSpec[] = [
  {
    id: 'trend-first-night',
    measure: 'M7',
    title: 'Housed on the first night, by quarter',
    table: 'first_night_all',
    cell: 'housed',
    of: 'women released were housed on the first night',
  },
  {
    id: 'trend-timeliness',
    measure: 'M9',
    title: 'First referral in time, by quarter',
    table: 'timeliness',
    cell: 'in_time',
    of: 'women who needed a place had a first referral in time',
  },
]

/** A line over the quarters for each of the shares that has at least two of them to say. */
export function trendsOf(quarters: readonly Publication[]): ChartShown[] {
  return TRENDS.flatMap(spec => trend(spec, quarters) ?? [])
}

function trend(
  { id, measure, title, table, cell, of }: TrendSpec,
  quarters: readonly Publication[],
): ChartShown | null {
  const points = quarters.map(quarter => {
    const part = publishedCell(quarter, table, cell)?.count ?? null
    const whole = publishedCell(quarter, table, 'total')?.count ?? null
    return { quarter, part, whole, share: publishedShare(part, whole) }
  })
  const said = points.filter(point => point.share.percent !== null)
  const [first, last] = [said[0], said.at(-1)]
  if (!first || !last || first === last) return null
  const isAllSynthetic = quarters.every(quarter => quarter.isSynthetic)
  const rows: Drawable[] = points.map(({ quarter, share }) => ({
    key: quarter.period.code,
    label:
      quarter.isSynthetic && !isAllSynthetic ? `${shortQuarter(quarter)} synthetic` : shortQuarter(quarter),
    words: share.percent === null ? share.because : `${share.percent}%`,
    mark: share.percent === null ? 'hidden' : 'count',
    number: share.percent,
  }))
  return {
    id,
    measure,
    title,
    sentence: `In ${periodName(last.quarter.period)} ${last.share.percent}% of ${of}; in ${periodName(first.quarter.period)} it was ${first.share.percent}%.`,
    picture: { kind: 'trend', trend: drawTrend(rows, '%'), missing: 'too few' },
    headings: ['Quarter', 'Number', 'Of', 'Share'],
    rows: points.map(({ quarter, part, whole }, at) => [
      periodName(quarter.period),
      part ? valueWords(part) : 'not published',
      whole ? valueWords(whole) : 'not published',
      rows[at]?.words ?? '',
    ]),
  }
}

/** "Q2 25": the quarter of the year to 31 March, and the calendar year it begins in. */
function shortQuarter({ period }: Publication): string {
  return `Q${period.code.slice(-1)} ${period.code.slice(2, 4)}/${period.code.slice(5, 7)}`
}
