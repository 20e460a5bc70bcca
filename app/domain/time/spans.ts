import type { Day } from './calendar'
import { CASE_SPANS } from './case-spans'
import { DIRECTORY_SPANS } from './directory-spans'
import type { DayFacts, Span } from './span'
import { REPORT_SPANS } from './report-spans'
import { STAY_SPANS } from './stay-spans'

/**
 * What every date that can be typed may mean: outside its span it is refused with these words; unusual but possible, it
 * asks for a tick. A new date gets a row in the table of what it is a date of. Safe for the browser.
 */
export const SPANS = { ...CASE_SPANS, ...STAY_SPANS, ...DIRECTORY_SPANS, ...REPORT_SPANS }

export type SpanName = keyof typeof SPANS

/** Why a day lies outside its span, in words, and whether it is the year that is at fault; null where it lies inside. */
export function outsideSpan(
  name: SpanName,
  day: Day,
  facts: DayFacts,
): { say: string; isYearAtFault: boolean } | null {
  const { from, until }: Span = SPANS[name]
  const [first, last] = [from.day(facts), until.day(facts)]
  if (day >= first && day <= last) return null
  const [bound, say] = day < first ? [first, from.say] : [last, until.say]
  return { say, isYearAtFault: day.slice(0, 4) !== bound.slice(0, 4) }
}

/** Everything unusual about a day inside its span, as one text; null where nothing is. */
export function unusual(name: SpanName, day: Day, facts: DayFacts): string | null {
  const { asks = [] }: Span = SPANS[name]
  return (
    asks
      .flatMap(ask => ask(day, facts) ?? [])
      .map(each => (/[.?]$/.test(each) ? each : `${each}.`))
      .join(' ') || null
  )
}
