import {
  type Publication,
  publishedCell,
  type PublishedCell,
  type PublishedValue,
  valueWords,
} from '~/domain/unmet-need/published'
import { publishedShare } from '~/domain/unmet-need/published-share'
import { cellLabel, cellsOf } from '~/domain/unmet-need/cell-words'
import type { TableId } from '~/domain/unmet-need/publishable-tables'
import { type Drawable, drawBars, drawFunnel, drawStack } from '~/ui/chart/draw.server'
import type { ChartShown, Picture } from './chart-shown'

/** How many bars a chart has room for; the table behind it has them all. */
const BARS_AT_MOST = 8
/** Ranks are worked out of so many women or more (product.md, "What may be published", step 4). */
const RANKED_FROM = 20

/**
 * The charts of one publication, each of one published table; a table that is not published has none. Sentences say numbers as they are
 * printed, and shares by `publishedShare` alone.
 */
export function chartsOf(publication: Publication): ChartShown[] {
  const drawings = [funnel, route, reasons, barriers, wherePlaced, timeliness, day91, noOption, changes]
  return drawings.map(draw => draw(publication)).filter(chart => chart !== null)
}

interface Row extends Drawable {
  cell: PublishedCell
}

function funnel(publication: Publication): ChartShown | null {
  const need = publishedCell(publication, 'funnel', 'total')
  const steps = rowsOf(publication, 'funnel')
  if (!need || steps.length === 0) return null
  const rows = [{ ...drawable('total', 'Needed a place', need) }, ...steps]
  const [referred, accepted, moved] = steps
  return {
    measure: 'Way',
    ...base('funnel', 'From need to a place', rows, need),
    sentence: `Of ${valueWords(need.count)} women who needed a place, ${words(referred)} were referred at least once, ${words(accepted)} had a place to go to by a referral and ${words(moved)} moved in by one on the first night.`,
    picture: { kind: 'bars', bars: drawFunnel(rows) },
  }
}

function route(publication: Publication): ChartShown | null {
  const rows = largestFirst(rowsOf(publication, 'route'))
  const total = publishedCell(publication, 'route', 'total')
  if (!total || rows.length === 0) return null
  return {
    measure: 'Ways',
    ...base('route', 'How they were housed on the first night', rows, total),
    sentence: `${valueWords(total.count)} women who needed a place were housed on the first night, by ${leadingWords(rows, total) ?? 'the ways below'}.`,
    picture: bars(rows, total),
  }
}

function reasons(publication: Publication): ChartShown | null {
  const rows = largestFirst(rowsOf(publication, 'reasons'))
  const total = publishedCell(publication, 'reasons', 'total')
  if (!total || rows.length === 0) return null
  const first = leading(rows, total)
  return {
    measure: 'Reasons',
    ...base('reasons', 'Why referrals did not succeed', rows, total),
    sentence: `${valueWords(total.count)} referrals were declined or refused for a reason that tells of unmet need, with up to three reasons each.${first ? ` “${first.label}” was given most often: ${words(first)} times.` : ''}`,
    picture: bars(rows, total),
  }
}

function barriers(publication: Publication): ChartShown | null {
  const rows = largestFirst(rowsOf(publication, 'barriers'))
  const total = publishedCell(publication, 'barriers', 'total')
  if (!total || rows.length === 0) return null
  const first = leading(rows, total)
  return {
    measure: 'M5',
    ...base('barriers', 'What stands in the way', rows, total),
    sentence: `What is recorded of ${valueWords(total.count)} women who needed a place; a woman may have several.${first ? ` ${first.label} is recorded of most: ${words(first)}.` : ''}`,
    picture: bars(rows, total),
  }
}

function wherePlaced(publication: Publication): ChartShown | null {
  return stacked(publication, 'home_to_placed', {
    id: 'where-placed',
    measure: 'Home',
    title: 'Where they were housed, against home',
    sentence: (first, total) =>
      `Of ${total} women who needed a place and were housed on the first night, ${first} were housed in the authority they call home.`,
  })
}

function timeliness(publication: Publication): ChartShown | null {
  return stacked(publication, 'timeliness', {
    id: 'timeliness',
    measure: 'M9',
    title: 'Was the first referral in time?',
    sentence: (first, total) =>
      `For ${first} of ${total} women who needed a place the first referral was in time: 56 days before release, or within 5 working days of the date becoming known.`,
  })
}

function day91(publication: Publication): ChartShown | null {
  return stacked(publication, 'day_91', {
    id: 'day-91',
    measure: 'M8',
    title: 'Where they were on day 91',
    sentence: (first, total) => `Of ${total} women released whose day 91 is past, ${first} were settled.`,
  })
}

function noOption(publication: Publication): ChartShown | null {
  return stacked(publication, 'option_5', {
    id: 'no-option',
    measure: 'M6',
    title: 'Was there anything to refer to, 5 days before release?',
    sentence: (first, total) =>
      `For ${first} of ${total} women who needed a place the service’s own match found nothing 5 days before release.`,
  })
}

function changes(publication: Publication): ChartShown | null {
  const rows = largestFirst(rowsOf(publication, 'would_place'))
  const total = publishedCell(publication, 'would_place', 'total')
  if (!total || rows.length === 0) return null
  const first = leading(rows, total)
  return {
    measure: 'Changes',
    ...base('would-place', 'What one change would have placed them', rows, total),
    sentence: `For ${valueWords(total.count)} women who needed a place nothing fitted 5 days before release; each change is tried alone, and several may have placed one woman.${first ? ` “${first.label}” would have placed most: ${words(first)}.` : ''}`,
    picture: bars(rows, total),
  }
}

interface Stacked {
  id: string
  measure: ChartShown['measure']
  title: string
  /** Takes the words of the first part and of the total. */
  sentence: (first: string, total: string) => string
}

/** One bar of the parts of a table. */
function stacked(
  publication: Publication,
  table: TableId,
  { id, measure, title, sentence }: Stacked,
): ChartShown | null {
  const rows = rowsOf(publication, table)
  const total = publishedCell(publication, table, 'total')
  if (!total || rows.length === 0) return null
  const all = valueWords(total.count)
  return {
    measure,
    ...base(id, title, rows, total),
    sentence: sentence(words(rows[0]), all),
    picture: { kind: 'stacks', stacks: [drawStack('region', 'Region', all, rows)] },
  }
}

function base(id: string, title: string, rows: readonly Row[] | readonly Drawable[], total: PublishedCell) {
  const cells = rows.map(row => {
    const value = 'cell' in row ? row.cell.count : total.count
    return [row.label, row.words, shareWords(value, total.count) ?? '–']
  })
  return { id, title, headings: ['', 'Number', 'Share'], rows: cells }
}

/** Bars of the largest, each with its share of the total where one may be said. */
function bars(rows: readonly Row[], total: PublishedCell): Picture {
  const shown = rows.slice(0, BARS_AT_MOST)
  const shares = shown.map(row => [row.key, shareWords(row.cell.count, total.count) ?? '–'] as const)
  return { kind: 'bars', bars: drawBars(shown, Object.fromEntries(shares)), besideHeading: 'Share' }
}

function rowsOf(publication: Publication, table: TableId): Row[] {
  return cellsOf(table).flatMap(code => {
    const cell = publishedCell(publication, table, code)
    return cell ? [{ ...drawable(code, cellLabel(table, code), cell), cell }] : []
  })
}

function drawable(key: string, label: string, { count }: PublishedCell): Drawable {
  return { key, label, words: valueWords(count), mark: count.mark, number: count.value }
}

/** Those without a number last: their order would say which is larger. */
function largestFirst(rows: readonly Row[]): Row[] {
  return [...rows].sort((a, b) => (b.number ?? -1) - (a.number ?? -1))
}

/** "15 by a referral, the largest number": only where that is so. */
function leadingWords(rows: readonly Row[], total: PublishedCell): string | null {
  const first = leading(rows, total)
  return first && `several ways: most often ${lower(first.label)} (${words(first)})`
}

/** The row that is larger than all others by what is published; none where one is kept back, two are equal, or fewer than 20 are counted. */
function leading(rows: readonly Row[], total: PublishedCell): Row | null {
  const [first, second] = largestFirst(rows)
  const isRanked = (total.count.value ?? 0) >= RANKED_FROM && rows.every(row => row.mark !== 'hidden')
  if (!isRanked || first?.number == null) return null
  return first.number > (second?.number ?? 0) ? first : null
}

function shareWords(part: PublishedValue | undefined, whole: PublishedValue): string | null {
  const { percent } = publishedShare(part ?? null, whole)
  return percent === null ? null : `${percent}%`
}

function words(row: Drawable | undefined): string {
  return row?.words ?? 'an unpublished number'
}

function lower(label = ''): string {
  return label.charAt(0).toLowerCase() + label.slice(1)
}
