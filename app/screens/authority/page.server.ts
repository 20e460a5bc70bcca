import { authorityName } from '~/domain/area/region'
import { formatDayLong, londonDay } from '~/domain/time/calendar'
import { periodName } from '~/domain/unmet-need/period'
import { type Publication, type PublishedValue, valueWords } from '~/domain/unmet-need/published'
import { greyBecause } from '~/domain/unmet-need/measures/published-rate'
import { publishedShare } from '~/domain/unmet-need/published-share'
import type { TableId } from '~/domain/unmet-need/publishable-tables'
import { chartsOf } from '~/screens/unmet-need/charts.server'
import type { ChartShown } from '~/screens/unmet-need/chart-shown'
import { type Footnote, footnotesOf } from '~/screens/unmet-need/footnotes-of'
import type { LeadFigure } from '~/screens/unmet-need/lead-figures.server'
import { valueAt, wordsOf } from '~/screens/unmet-need/by-authority'
import { type PublishedAs, publishedAs } from '~/screens/unmet-need/published-as'
import { drawBars } from '~/ui/chart/draw.server'
import type { AuthorityFacts } from './facts.server'
import { type GapShown, gapsShown, type GridCellShown, gridShown } from './supply-shown'

export interface AuthorityPage {
  name: string
  code: string
  published: PublishedAs | null
  /** The first sentence: "20 of the 60 women who needed a place had none on their first night." */
  sentence: string
  leads: LeadFigure[]
  need: ChartShown | null
  region: ChartShown[]
  /** Supply as it now stands, and when that is. */
  grid: GridCellShown[]
  supplyOn: string
  gaps: GapShown[]
  /** Supply of the whole region is for commissioners. */
  mayReadSupply: boolean
  footnotes: Footnote[]
}

/** What is printed of an authority, by measure: the closed list publishes M1 to M3 by authority, and no more. */
const LINES: readonly {
  measure: string
  table: TableId
  region: { table: TableId; cell: string }
  words: string
}[] = [
  {
    measure: 'M3',
    table: 'unmet_by_authority',
    region: { table: 'first_night', cell: 'not_housed' },
    words: 'women who needed a place were not housed on their first night',
  },
  {
    measure: 'M2',
    table: 'secured_by_authority',
    region: { table: 'secured', cell: 'yes' },
    words: 'women who needed a place had one secured by the night before release',
  },
]

/** Charts of the region that stand beside an authority's own counts, where it has none of its own. */
const REGION_CHARTS = ['funnel', 'where-placed', 'reasons']

/** The page of one authority in words, from published cells alone. */
export function authorityPage(code: string, facts: AuthorityFacts): AuthorityPage {
  const { pool, year, listed, now } = facts
  const name = authorityName(code)
  return {
    name,
    code,
    published: pool && publishedAs(pool, listed),
    sentence: pool ? sentenceOf(pool, code, name) : 'No figures of three years are published yet.',
    leads: pool ? LINES.map(line => lead(pool, code, line)) : [],
    need: pool && needChart(pool, code),
    region: regionCharts(pool, year),
    grid: gridShown(facts.grid),
    supplyOn: formatDayLong(londonDay(now)),
    mayReadSupply: facts.role === 'commissioner',
    gaps: gapsShown(facts.gaps, londonDay(now)),
    footnotes: footnotesOf(['M1', 'M3', 'M2', 'Way', 'Home', 'Reasons']),
  }
}

/** Of the same three years where it is published for them, else of the last year, which its title then says. */
function regionCharts(pool: Publication | null, year: Publication | null): ChartShown[] {
  const pooled = pool ? chartsOf(pool) : []
  const yearly = (year ? chartsOf(year) : []).map(chart => ({
    ...chart,
    title: year ? `${chart.title}, ${periodName(year.period)}` : chart.title,
  }))
  return REGION_CHARTS.flatMap(
    id => pooled.find(chart => chart.id === id) ?? yearly.find(chart => chart.id === id) ?? [],
  )
}

function sentenceOf(pool: Publication, code: string, name: string): string {
  const [need, unmet] = [valueAt(pool, 'need_by_authority', code), valueAt(pool, 'unmet_by_authority', code)]
  if (!need || !unmet) return `No counts of ${name} are published for this period.`
  if (need.mark === 'hidden')
    return `How many women of ${name} needed a place is not shown, to protect other counts.`
  if (need.mark === 'few') return `Fewer than 5 women of ${name} needed a place over the three years.`
  const all = `${valueWords(need)} women of ${name} needed a place`
  if (unmet.mark === 'hidden')
    return `${all}. How many had none on their first night is not shown, to protect other counts.`
  return `${all}; ${valueWords(unmet)} of them are known to have had none on their first night.`
}

function lead(
  pool: Publication,
  code: string,
  { measure, table, region, words }: (typeof LINES)[number],
): LeadFigure {
  const own = valueAt(pool, table, code)
  const [part, whole] = [valueAt(pool, region.table, region.cell), valueAt(pool, 'releases', 'need')]
  return {
    measure,
    number: wordsOf(own),
    of: wordsOf(valueAt(pool, 'need_by_authority', code)),
    sentence: words,
    unknown: null,
    beside: `${wordsOf(part)} of ${wordsOf(whole)}${shareWords(part, whole)}`,
    grey: measure === 'M3' ? greyBecause(pool, { id: 'M3' }) : null,
  }
}

/** Need, secured, not housed of the authority, a bar each. */
function needChart(pool: Publication, code: string): ChartShown | null {
  const steps = [
    ['need', 'Needed a place', valueAt(pool, 'need_by_authority', code)],
    ['secured', 'Secured before release', valueAt(pool, 'secured_by_authority', code)],
    ['unmet', 'Not housed, first night', valueAt(pool, 'unmet_by_authority', code)],
  ] as const
  const rows = steps.flatMap(([key, label, value]) =>
    value ? [{ key, label, words: valueWords(value), mark: value.mark, number: value.value }] : [],
  )
  if (rows.length === 0) return null
  return {
    id: 'need',
    measure: 'M1',
    title: 'Need, and what came of it',
    sentence:
      'Women by the authority they call home. A woman may be housed on the night without having had a place secured before.',
    picture: { kind: 'bars', bars: drawBars(rows) },
    headings: ['', 'Women'],
    rows: rows.map(row => [row.label, row.words]),
  }
}

function shareWords(part: PublishedValue | null, whole: PublishedValue | null): string {
  const share = publishedShare(part, whole)
  return share.percent === null ? '' : ` (${share.percent}%)`
}
