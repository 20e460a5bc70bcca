import { csvText, type CsvValue } from '~/domain/sheet/csv'
import type { IndicatorLine } from './indicator-line'
import type { TrafficPage } from './page'

const HEADINGS = [
  'Indicator',
  'Now',
  'Now: of',
  'Now: period',
  'Before',
  'Before: of',
  'Before: period',
  'Direction',
  'Caution',
  'Light',
  'Why grey',
  'Tolerance',
  'Owner',
  'Action',
  'Due',
  'Escalation',
  'Version',
  'Before: version',
  'Synthetic',
  'Register as at',
  'Definition',
]

/** The report as a file: a line an action of an indicator, or one for the indicator alone. Issues and risks are in the file of the register. */
export function trafficCsv(page: TrafficPage): string {
  return csvText([HEADINGS, ...page.lines.flatMap(line => indicatorRows(line, page))])
}

function indicatorRows(line: IndicatorLine, { published, registerAt }: TrafficPage): CsvValue[][] {
  const { name, definition, now, before, direction, light, because, tolerance, escalation } = line
  const actions = line.actions.length > 0 ? line.actions : [{ owner: '', words: '', due: '' }]
  return actions.map(action => [
    ...[name, now.figure, now.of, now.period, before.figure, before.of, before.period],
    ...[direction.words, direction.caution ?? '', light ?? 'grey', because ?? '', tolerance],
    ...[action.owner, action.words, action.due, escalation ?? ''],
    ...[now.version, before.version, published?.isSynthetic ? 'synthetic' : '', registerAt, definition],
  ])
}
