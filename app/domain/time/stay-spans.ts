import { addDays, addMonths, daysBetween, type Day } from './calendar'
import { closed, type DayFacts, farOff, said, type SpanTable, yearsOn } from './span'

/** Dates of a referral and of a stay: assessment, first night, last day, arrival, leaving, departure. Safe for the browser. */

/** Where the day of release is not known to the reader, a stay that begins up to so many days later begins soon after it. */
const SOON_DAYS = 7

export const STAY_SPANS = {
  assessment: {
    name: 'day of the assessment',
    example: '28 3 2027',
    from: { day: ({ today }) => today, say: 'The day of the assessment must be today or later' },
    until: { day: yearsOn(1), say: 'The day of the assessment must be within the next 12 months' },
    asks: [closed('when most offices are shut'), (day, facts) => afterRelease(day, facts)],
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
  /** Of a stay that goes on in another room. */
  move: {
    name: 'day of the move',
    example: '28 6 2027',
    from: {
      day: ({ today, since }) => since ?? addMonths(today, -60),
      say: 'The day of the move must not be before the arrival',
    },
    until: { day: ({ today }) => today, say: 'The day of the move must be today or earlier' },
    asks: [(day, { today }) => (daysBetween(day, today) > 7 ? `${said(day)} is more than a week ago` : null)],
  },
  /** The same, on a day to come. */
  plannedMove: {
    name: 'day of the move',
    example: '28 6 2027',
    from: {
      day: ({ today }) => addDays(today, 1),
      say: 'The day of the move must be after today. Record a move that was today or before as done',
    },
    until: { day: yearsOn(1), say: 'The day of the move must be within the next 12 months' },
    asks: [farOff(3, 'more than 3 months away')],
  },
  /** Of a stay at one of the provider's own bedspaces that is to end: 'leaving on 4 December, sure'. */
  leaving: {
    name: 'day the person leaves',
    example: '4 12 2026',
    from: { day: ({ today }) => today, say: 'The day the person leaves must be today or later' },
    until: { day: yearsOn(2), say: 'The day the person leaves must be within the next 2 years' },
    asks: [farOff(12, 'more than a year away')],
  },
} as const satisfies SpanTable

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

/** An assessment in the prison of somebody who has left it; of a week, what may be so. */
function afterRelease(day: Day, { releaseOn, releaseUntil }: DayFacts): string | null {
  if (!releaseOn || day <= releaseOn) return null
  if (!releaseUntil) return `${said(day)} is after the release on ${said(releaseOn)}`
  return day > releaseUntil
    ? `${said(day)} is after the release`
    : `${said(day)} is in the week of the release, and may be after it`
}

/** The first day a stay can begin: the release, where that is known and still to come. */
function startOf({ today, releaseOn }: DayFacts): Day {
  return releaseOn && releaseOn > today ? releaseOn : today
}

/** The same, where the week alone is known and the release is at its end. */
function latestStart({ today, releaseOn, releaseUntil }: DayFacts): Day {
  return startOf({ today, releaseOn: releaseUntil ?? releaseOn })
}
