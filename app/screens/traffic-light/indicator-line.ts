import { isOverdue, type RegisterEntry } from '~/domain/action/entry'
import { type Day, formatDayLong, londonDay } from '~/domain/time/calendar'
import { type Direction, directionOf } from '~/domain/traffic-light/direction'
import { escalationOf } from '~/domain/traffic-light/escalation'
import { type Indicator, indicatorDefinition } from '~/domain/traffic-light/indicator'
import { ratingOf } from '~/domain/traffic-light/rating'
import { publishedReading, type Reading, staleReading } from '~/domain/traffic-light/reading'
import { type Light, sinceWords, thresholdOn, toleranceWords } from '~/domain/traffic-light/threshold'
import { findMeasure } from '~/domain/unmet-need/measures/all-measures'
import { periodName } from '~/domain/unmet-need/period'
import { type Publication, type PublishedValue, valueWords } from '~/domain/unmet-need/published'
import { boundsWords } from '~/domain/unmet-need/share-bounds'
import { tableSpec } from '~/domain/unmet-need/publishable-tables'
import { href } from '~/paths'
import { versionWords } from '~/screens/unmet-need/published-as'
import type { NightRead, TrafficFacts } from './facts.server'

/** What an indicator read at one time, in words. */
export interface FigureShown {
  /** "34%", or "–" where none is said. */
  figure: string
  /** "60 of 175", or why there is none. */
  of: string
  /** The period or night it is of, where that is not the page's own. */
  when: string | null
  /** The same, always, for the file. */
  period: string
  /** The version of what is published that it is from; '' where it is from none. */
  version: string
}

export interface ActionShown {
  id: string
  words: string
  owner: string
  due: string
  isOverdue: boolean
}

export interface IndicatorLine {
  code: string
  name: string
  definition: string
  now: FigureShown
  before: FigureShown
  direction: Direction
  light: Light | null
  /** Why it is grey. */
  because: string | null
  tolerance: string
  /** Where the threshold is set; null for an indicator that is not rated. */
  thresholdHref: string | null
  actions: ActionShown[]
  addHref: string
  escalation: string | null
}

interface Read {
  reading: Reading
  shown: FigureShown
  /** The last day it is of: the threshold of that day rates it. */
  day: Day
}

/** One indicator of the report. */
export function indicatorLine(indicator: Indicator, facts: TrafficFacts): IndicatorLine {
  const { code, name, better, subject } = indicator
  const [now, before] = readsOf(indicator, facts)
  const today = londonDay(facts.now)
  const rate = ({ reading, day }: Read) =>
    ratingOf(reading, thresholdOn(facts.thresholds, code, day), {
      better,
      baseline: baselineWords(indicator, facts.baseline),
    })
  const [rating, rated] = [rate(now), rate(before)]
  const threshold = thresholdOn(facts.thresholds, code, now.day)
  const actions = facts.entries.filter(entry => entry.kind === 'action' && entry.subject === subject)
  return {
    code,
    name,
    definition: indicatorDefinition(indicator),
    now: now.shown,
    before: before.shown,
    direction: directionOf(now.reading, before.reading, better),
    light: rating.light,
    because: rating.light === null ? rating.because : null,
    tolerance: threshold ? `${toleranceWords(threshold, better)}, ${sinceWords(threshold)}` : 'Not set',
    thresholdHref: better && href('unmet-need/thresholds/:indicator', { indicator: code }),
    actions: actions.map(entry => actionShown(entry, today)),
    addHref: `/actions/new?${new URLSearchParams({ subject, place: 'region' })}`,
    escalation: escalationOf({ now: rating.light, before: rated.light, actions }, today),
  }
}

function readsOf(indicator: Indicator, facts: TrafficFacts): [Read, Read] {
  if (indicator.from.kind === 'stale') {
    const { now, before } = facts.nights
    return [nightRead(now, now, facts), nightRead(before, now, facts)]
  }
  const { main, years } = facts
  const kind = main.now?.period.kind
  const isOfYears = kind === 'quarter' && !tableSpec(tableOf(indicator)).periods.includes(kind)
  const pair = isOfYears ? years : main
  return [
    publicationRead(indicator, pair.now, isOfYears, facts),
    publicationRead(indicator, pair.before, isOfYears, facts),
  ]
}

function tableOf({ from }: Indicator) {
  if (from.kind === 'cells') return from.whole.table
  const measure = findMeasure(from.kind === 'measure' ? from.measure : 'M3')
  // A measure has a numerator.
  return measure.from.numerator[0]!.table
}

function publicationRead(
  indicator: Indicator,
  publication: Publication | null,
  saysWhen: boolean,
  { now }: TrafficFacts,
): Read {
  if (publication === null) {
    const grey = 'no such period is published'
    const reading = { part: null, whole: null, percent: null, bounds: null, grey, isOfSupply: false }
    const shown = { figure: '–', of: grey, when: null, period: '', version: '' }
    return { reading, shown, day: londonDay(now) }
  }
  const reading = publishedReading(publication, indicator)
  const period = periodName(publication.period)
  const shown = figureShown(reading, { period, saysWhen, version: versionWords(publication) })
  return { reading, shown, day: publication.period.endsOn }
}

function nightRead(night: NightRead | null, beside: NightRead | null, { now }: TrafficFacts): Read {
  const reading = staleReading(night, beside)
  const when = night ? `night of ${formatDayLong(night.night)}` : ''
  const shown = figureShown(reading, { period: when, saysWhen: night !== null, version: '' })
  return { reading, shown, day: night?.night ?? londonDay(now) }
}

function figureShown(
  { percent, bounds, part, parts, whole, grey }: Reading,
  { period, saysWhen, version }: { period: string; saysWhen: boolean; version: string },
): FigureShown {
  // A sum that is not printed is said as what it is added up from.
  const of = part?.value === null && parts ? parts.map(words).join(' and ') : part && words(part)
  const counts = of && whole ? `${of} of ${words(whole)}` : null
  return {
    figure: percent === null ? (bounds ? boundsWords(bounds) : '–') : `${percent}%`,
    of: counts ?? grey ?? '',
    when: saysWhen ? period : null,
    period,
    version,
  }
}

function words(value: PublishedValue): string {
  return value.mark === 'hidden' ? 'a number not shown' : valueWords(value)
}

/** "30% (April 2022 to March 2023)"; null where the first year says none. */
function baselineWords(indicator: Indicator, baseline: Publication | null): string | null {
  if (baseline === null || indicator.from.kind === 'stale') return null
  const { percent, grey } = publishedReading(baseline, indicator)
  return percent === null || grey !== null ? null : `${percent}% (${periodName(baseline.period)})`
}

function actionShown(entry: RegisterEntry, today: Day): ActionShown {
  const { id, words: text, owner, dueOn } = entry
  return {
    id,
    words: text,
    owner,
    due: dueOn === null ? '' : formatDayLong(dueOn),
    isOverdue: isOverdue(entry, today),
  }
}
