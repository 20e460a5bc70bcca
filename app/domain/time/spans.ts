import { addDays, addMonths, daysBetween, formatDay, type Day } from '../region/calendar'
import { closedBecause } from './closed-day'

/**
 * What every date that can be typed may mean: outside its span it is refused with these words; unusual but possible, it
 * asks for a tick. A new date gets a row here. Safe for the browser.
 */

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

interface Bound {
  day: (facts: DayFacts) => Day
  say: string
}

/** A sentence that ends in what is unusual, or null where nothing is. */
type Ask = (day: Day, facts: DayFacts) => string | null

const OLDEST = 110
/** Where the day of release is not known to the reader, a stay that begins up to so many days later begins soon after it. */
const SOON_DAYS = 7

export const SPANS = {
  birth: {
    name: 'date of birth',
    example: '28 3 1992',
    from: {
      day: ({ today }) => addDays(addMonths(today, -12 * (OLDEST + 1)), 1),
      say: `Check the year of birth: it makes the person over ${OLDEST}`,
    },
    until: { day: ({ today }) => addDays(today, -1), say: 'The date of birth must be in the past' },
  },
  release: {
    name: 'release date',
    example: '28 12 2026',
    from: {
      day: ({ today }) => addDays(today, -28),
      say: 'The release date must be within the last 28 days, or later',
    },
    until: {
      day: yearsOn(10),
      say: 'The release date must be within the next 10 years. Where it is later, choose not known yet',
    },
    asks: [
      (day, { today }) => (day < today ? `${said(day)} is in the past: has the person left prison?` : null),
      closed('when hardly anybody is released'),
      farOff(24, 'more than 2 years away'),
    ],
  },
  arrival: {
    name: 'day of arrival',
    example: '28 12 2026',
    from: {
      day: ({ today, since }) => since ?? addDays(today, -92),
      say: 'The day of arrival must not be before the referral was made',
    },
    until: { day: ({ today }) => today, say: 'The day of arrival must be today or earlier' },
    asks: [(day, { today }) => (daysBetween(day, today) > 7 ? `${said(day)} is more than a week ago` : null)],
  },
  expectedDeparture: {
    name: 'day the person is expected to leave',
    example: '28 6 2027',
    from: {
      day: ({ today }) => addDays(today, 1),
      say: 'The day the person is expected to leave must be after today',
    },
    until: {
      day: yearsOn(5),
      say: 'The day the person is expected to leave must be within the next 5 years',
    },
    // A stay as it was offered, which ends within two years of the release, is never asked about, however early she came.
    asks: [
      (day, facts) =>
        day > addMonths(latestStart(facts), 24) ? `${said(day)} is more than 2 years away` : null,
    ],
  },
  departure: {
    name: 'day of departure',
    example: '28 6 2027',
    from: {
      day: ({ today, since }) => since ?? addMonths(today, -60),
      say: 'The day of departure must not be before the arrival',
    },
    until: { day: ({ today }) => today, say: 'The day of departure must be today or earlier' },
    asks: [
      (day, { today }) => (daysBetween(day, today) > 28 ? `${said(day)} is more than 4 weeks ago` : null),
    ],
  },
  /** Of a stay at one of the provider's own bedspaces that is to end: 'leaving on 4 December, sure'. */
  leaving: {
    name: 'day the person leaves',
    example: '4 12 2026',
    from: { day: ({ today }) => today, say: 'The day the person leaves must be today or later' },
    until: { day: yearsOn(2), say: 'The day the person leaves must be within the next 2 years' },
    asks: [farOff(12, 'more than a year away')],
  },
  firstNight: {
    name: 'first night',
    example: '28 12 2026',
    from: { day: ({ today }) => today, say: 'The first night must be today or later' },
    until: {
      day: facts => addMonths(latestStart(facts), 12),
      say: 'The first night must be within a year of the release',
    },
  },
  lastDay: {
    name: 'last day',
    example: '28 6 2027',
    from: {
      day: facts => addDays(startOf(facts), 1),
      say: 'The last day must be after the release: the stay would be over before it can begin',
    },
    until: {
      day: facts => addMonths(latestStart(facts), 60),
      say: 'The last day must be within 5 years of the release',
    },
    asks: [
      (day, facts) =>
        day > addMonths(latestStart(facts), 24)
          ? `${said(day)} is more than 2 years after the release`
          : null,
    ],
  },
  assessment: {
    name: 'day of the assessment',
    example: '28 3 2027',
    from: { day: ({ today }) => today, say: 'The day of the assessment must be today or later' },
    until: { day: yearsOn(1), say: 'The day of the assessment must be within the next 12 months' },
    asks: [
      closed('when most offices are shut'),
      (day, { releaseOn, releaseUntil }) => {
        const last = releaseUntil ?? releaseOn
        return last && day > last ? `${said(day)} is after the release` : null
      },
    ],
  },
  voidFrom: {
    name: 'first day',
    example: '28 3 2027',
    from: {
      day: ({ today }) => addDays(today, -31),
      say: 'The first day must be within the last month, or later',
    },
    until: { day: yearsOn(1), say: 'The first day must be within the next year' },
  },
  voidUntil: {
    name: 'day it is free again',
    example: '4 4 2027',
    from: {
      day: ({ today }) => addDays(today, -30),
      say: 'The day it is free again must come after the first day',
    },
    until: {
      day: yearsOn(3),
      say: 'The day it is free again must be within the next 3 years. Leave it empty if nobody knows yet',
    },
    asks: [farOff(12, 'more than a year away')],
  },
  hearing: {
    name: 'day of the hearing',
    example: '28 3 2027',
    from: { day: ({ today }) => today, say: 'The day of the hearing must be today or later' },
    until: { day: yearsOn(2), say: 'The day of the hearing must be within the next 2 years' },
    asks: [closed('when most courts do not sit')],
  },
  riskAssessed: {
    name: 'day of the assessment',
    example: '28 3 2026',
    from: { day: yearsOn(-20), say: 'The day of the assessment must be within the last 20 years' },
    until: { day: ({ today }) => today, say: 'The day of the assessment must be today or earlier' },
  },
  policyVerified: {
    name: 'day the policy was checked',
    example: '28 3 2026',
    from: { day: yearsOn(-5), say: 'The day the policy was checked must be within the last 5 years' },
    until: { day: ({ today }) => today, say: 'The day the policy was checked must be today or earlier' },
  },
  /** Since when a fact of the directory is known: 'known since'. */
  knownSince: {
    name: 'day it is known since',
    example: '28 3 2026',
    from: { day: yearsOn(-20), say: 'The day it is known since must be within the last 20 years' },
    until: { day: ({ today }) => today, say: 'The day it is known since must be today or earlier' },
  },
  /** In the address of a search. */
  availableBy: {
    name: 'date a vacancy is needed by',
    example: '28 12 2026',
    from: { day: ({ today }) => today, say: 'The date a vacancy is needed by must be today or later' },
    until: { day: yearsOn(2), say: 'The date a vacancy is needed by must be within the next 2 years' },
  },
  /** Months and years, read as their first day. */
  due: {
    name: 'month the baby is due',
    example: '3 2027',
    from: { day: ({ today }) => firstOfMonth(today, -1), say: 'The baby must be due this month or later' },
    until: { day: ({ today }) => firstOfMonth(today, 10), say: 'The baby must be due within 10 months' },
  },
  lastConviction: {
    name: 'month of the last conviction',
    example: '3 2026',
    from: { day: yearsOn(-90), say: 'Check the year of the last conviction: it is more than 90 years ago' },
    until: { day: ({ today }) => today, say: 'The last conviction must be this month or earlier' },
  },
  pastYear: {
    name: 'year',
    example: '2019',
    from: { day: ({ today }) => firstOfYear(today, -90), say: 'The year must be within the last 90 years' },
    until: { day: ({ today }) => today, say: 'The year must be this year or earlier' },
  },
} as const satisfies Readonly<Record<string, Span>>

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

/** The first day a stay can begin: the release, where that is known and still to come. */
function startOf({ today, releaseOn }: DayFacts): Day {
  return releaseOn && releaseOn > today ? releaseOn : today
}

/** The same, where the week alone is known and the release is at its end. */
function latestStart({ today, releaseOn, releaseUntil }: DayFacts): Day {
  return startOf({ today, releaseOn: releaseUntil ?? releaseOn })
}

/**
 * How a first night lies to the release, in words, where it is neither on that day nor, with that day not known, soon after;
 * else null.
 */
export function beginsApart(fromOn: Day, facts: DayFacts): string | null {
  const { releaseOn, releaseUntil } = facts
  if (releaseOn && fromOn < releaseOn) return 'before the release'
  if (releaseUntil && fromOn < releaseUntil) return 'in the week of the release, and may be before it'
  const nights = daysBetween(latestStart(facts), fromOn)
  if (releaseOn && !releaseUntil && nights > 0) return 'after the release'
  if (nights <= SOON_DAYS) return null
  return releaseOn
    ? 'more than a week after the release'
    : 'more than a week from now, and no release date is known'
}

/** Days as a question names them: 'Fri 25 December 2026'. */
function said(day: Day): string {
  return `${formatDay(day)} ${day.slice(0, 4)}`
}

function closed(why: string): Ask {
  return day => {
    const reason = closedBecause(day)
    return reason === null ? null : `${said(day)} is ${reason}, ${why}`
  }
}

function farOff(months: number, words: string): Ask {
  return (day, { today }) => (day > addMonths(today, months) ? `${said(day)} is ${words}` : null)
}

function yearsOn(years: number): Bound['day'] {
  return ({ today }) => addMonths(today, years * 12)
}

function firstOfMonth(today: Day, months: number): Day {
  return `${addMonths(today, months).slice(0, 7)}-01`
}

function firstOfYear(today: Day, years: number): Day {
  return `${addMonths(today, years * 12).slice(0, 4)}-01-01`
}
