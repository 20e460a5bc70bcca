import { addMonths, formatDay, type Day } from './calendar'
import { closedBecause } from './closed-day'

/** What a date that can be typed may mean, one row a date: case-spans.ts, stay-spans.ts, directory-spans.ts, report-spans.ts. Safe for the browser. */

/** What a span may depend on. */
export interface DayFacts {
  /** The day it is in London. */
  today: Day
  /** The release date of the case the form is about; null or left out where nobody knows it. */
  releaseOn?: Day | null
  /** Where a reader knows the week alone: its last day, and `releaseOn` is its first. */
  releaseUntil?: Day | null
  /** The day before which it cannot have been: of the referral, for an arrival; of the arrival, for a departure. */
  since?: Day
}

export interface Span {
  /** What the field is called in a sentence: 'date of birth'. */
  name: string
  /** A real day written as people type it: '28 3 1992'. */
  example: string
  from: Bound
  until: Bound
  asks?: readonly Ask[]
}

export interface Bound {
  day: (facts: DayFacts) => Day
  say: string
}

/** A sentence that ends in what is unusual, or null where nothing is. */
export type Ask = (day: Day, facts: DayFacts) => string | null

/** A table of spans, by name. */
export type SpanTable = Readonly<Record<string, Span>>

/** Days as a question names them: 'Fri 25 December 2026'. */
export function said(day: Day): string {
  return `${formatDay(day)} ${day.slice(0, 4)}`
}

export function closed(why: string): Ask {
  return day => {
    const reason = closedBecause(day)
    return reason === null ? null : `${said(day)} is ${reason}, ${why}`
  }
}

export function farOff(months: number, words: string): Ask {
  return (day, { today }) => (day > addMonths(today, months) ? `${said(day)} is ${words}` : null)
}

export function yearsOn(years: number): Bound['day'] {
  return ({ today }) => addMonths(today, years * 12)
}
