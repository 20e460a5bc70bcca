import { NATURES, type RegisterEntry, SEVERITIES } from '~/domain/action/entry'
import { placeWords } from '~/domain/action/gap'
import { formatDayLong, formatInstant } from '~/domain/time/calendar'
import { COMPARATORS } from '~/domain/unmet-need/known-limits'
import { periodName } from '~/domain/unmet-need/period'
import { INDICATORS } from '~/domain/traffic-light/indicator'
import { href } from '~/paths'
import { type PublishedAs, publishedAs } from '~/screens/unmet-need/published-as'
import type { TrafficFacts } from './facts.server'
import { type IndicatorLine, indicatorLine } from './indicator-line'

export interface ConcernLine {
  id: string
  kind: string
  words: string
  place: string
  owner: string
}

export interface TrafficPage {
  sentence: string
  published: PublishedAs | null
  before: string | null
  /** The night supply was read, and the moment the register was. */
  supplyOn: string | null
  registerAt: string
  lines: IndicatorLine[]
  concerns: ConcernLine[]
  comparators: string
  periods: { text: string; href: string; isThis: boolean }[]
  csv: string | null
  mayRecord: boolean
}

/** The period of the file that says what the report of today says. */
export const LATEST = 'latest'

/** The report in words: of published figures, supply as it was read, and what is open in the register now. */
export function trafficPage(facts: TrafficFacts): TrafficPage {
  const { main, nights, listed, entries, now } = facts
  const lines = INDICATORS.map(indicator => indicatorLine(indicator, facts))
  return {
    sentence: sentenceOf(lines),
    published: main.now && publishedAs(main.now, listed),
    before: main.before && periodName(main.before.period),
    supplyOn: nights.now && formatDayLong(nights.now.night),
    registerAt: formatInstant(now),
    lines,
    concerns: entries.filter(({ kind }) => kind === 'concern').map(concernLine),
    comparators: comparatorWords(),
    periods: periodsOf(facts),
    csv:
      main.now &&
      href('unmet-need/traffic-light/:period/report.csv', {
        // Supply of today is in the report of today alone.
        period: facts.isEarlier ? main.now.period.code : LATEST,
      }),
    mayRecord: facts.mayRecord,
  }
}

/** "1 red, 2 amber, 3 green; 10 not rated." */
function sentenceOf(lines: readonly IndicatorLine[]): string {
  const many = (light: string | null) => lines.filter(line => line.light === light).length
  return `${many('red')} red, ${many('amber')} amber, ${many('green')} green; ${many(null)} in grey, not rated.`
}

function concernLine(entry: RegisterEntry): ConcernLine {
  const { id, nature, severity, words, place, owner } = entry
  const kind = [nature && NATURES[nature], severity && SEVERITIES[severity].toLowerCase()]
  return { id, kind: kind.filter(Boolean).join(', '), words, place: placeWords(place), owner }
}

function comparatorWords(): string {
  return COMPARATORS.map(({ name, percent, of }) => `${name.toLowerCase()} ${percent} (${of})`).join('; ')
}

function periodsOf({ listed, main, isEarlier }: TrafficFacts): TrafficPage['periods'] {
  const codes = new Map(
    listed.filter(({ period }) => period.kind !== 'pool').map(({ period }) => [period.code, period]),
  )
  return [...codes.values()]
    .sort((a, b) => b.endsOn.localeCompare(a.endsOn) || a.startsOn.localeCompare(b.startsOn))
    .map(period => ({
      text: periodName(period),
      href: href('unmet-need/traffic-light/:period', { period: period.code }),
      isThis: isEarlier && period.code === main.now?.period.code,
    }))
}
