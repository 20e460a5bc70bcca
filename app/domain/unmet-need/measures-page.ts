import { cellLabel } from './cell-words'
import { tableSpec } from './publishable-tables'
import { MEASURES } from './measures/all-measures'
import type { CellRef, Measure } from './measures/measure'

/** The page docs/measures.md, made from the measures; a test holds the two together. */
export function drawMeasures(): string {
  return [
    '# The measures of unmet need',
    '',
    'Made from `app/domain/unmet-need/measures`. Change a measure there, then write this page again:',
    '`npx vitest run app/domain/unmet-need/measures-page.test.ts --update`.',
    '',
    'A worked example of each, counted by hand, is in `app/domain/unmet-need/measures/worked`; each table is counted again in plain SQL in `tests/recount`.',
    '',
    '<!-- prettier-ignore-start -->',
    '',
    ...MEASURES.flatMap(section),
    '<!-- prettier-ignore-end -->',
    '',
  ].join('\n')
}

function section(measure: Measure): string[] {
  const { numerator, denominator, unknown = [] } = measure.from
  return [
    `## ${measure.id}: ${measure.name}`,
    '',
    measure.definition,
    '',
    `- Numerator: ${measure.numerator} (${cells(numerator)})`,
    `- Denominator: ${measure.denominator === null ? 'none, it is a count' : `${measure.denominator} (${cells(denominator)})`}`,
    `- Left out: ${measure.exclusions}`,
    `- Not known: ${measure.unknowns}${unknown.length > 0 ? ` (${cells(unknown)})` : ''}`,
    `- Source: ${measure.source}`,
    `- Published for: ${tableSpec(numerator[0]!.table)
      .periods.map(kind => PERIODS[kind])
      .join(', ')}`,
    '',
  ]
}

const PERIODS = { quarter: 'a quarter', year: 'a year', pool: 'a pool of three years' }

/** “Women released: Need” + “…”. */
function cells(refs: readonly CellRef[]): string {
  return refs
    .map(({ table, cell }) => `“${tableSpec(table).title}”: ${cellLabel(table, cell)}`)
    .join('; plus ')
}
