import { z } from 'zod'
import { formatDayLong, londonInstant, type Day } from '../../time/calendar'
import { isOnTheClock, isOutOfHours, readClock } from '../../time/clock-time'
import { dayField, optionalDayField } from '../../time/day-field'
import type { DayFacts } from '../../time/span'
import { beginsApart } from '../../time/stay-spans'
import type { ScreenEvent } from './event-words'
import { nightsWithoutBedWords } from '../offer/nights-without-bed'
import { noteField } from './reasons-form'
import { DEPARTURES } from '../reasons'
import { ASSESSMENT_METHODS, REQUEST_ITEMS } from '../referral'
import type { RefusalReason } from '../refusal'

/** The forms of a referral's events: what each asks, and what is said when an answer is missing. Safe for the browser. */

export const NOTE_LIMIT = 300
export const ANSWER_LIMIT = 1000

/** A note nobody has to write; null when it is empty. */
export const optionalNote = z.object({ note: noteField(NOTE_LIMIT) })

/** Which items the provider needs; "something else" needs words. */
export const requestForm = z
  .object({
    items: z
      .array(z.enum(REQUEST_ITEMS, { error: 'Choose from the list' }))
      .min(1, 'Choose at least one thing you need'),
    note: noteField(NOTE_LIMIT),
  })
  .superRefine(({ items, note }, context) => {
    if (!items.includes('other') || note) return
    context.addIssue({ code: 'custom', path: ['note'], message: 'Say what else you need' })
  })

export const answerForm = z.object({
  note: z
    .string({ error: 'Say what you have added or learned' })
    .max(ANSWER_LIMIT, `What you say must be ${ANSWER_LIMIT} characters or fewer`),
})

/** What the dates of an event's form may depend on. */
export type EventDays = DayFacts & { now: Date }

/** A day, a time of day on London's clocks and a way; gives the instant. `timeSure` is the unusual time that was ticked. */
export function assessmentForm(days: EventDays) {
  return z
    .object({
      day: dayField('assessment', days),
      time: z.string({ error: 'Enter the time, such as 14:00' }).transform((typed, context) => {
        const time = readClock(typed)
        if (time !== null) return time
        context.addIssue({
          code: 'custom',
          message: 'Enter the time as hours and minutes, such as 14:00',
        })
        return z.NEVER
      }),
      timeSure: z.string({ error: 'Tick the time once' }).max(5).optional(),
      method: z.enum(ASSESSMENT_METHODS, { error: 'Choose how the assessment is held' }),
      note: noteField(NOTE_LIMIT),
    })
    .superRefine((given, context) => {
      const problem = timeProblem(given, days.now)
      if (problem) context.addIssue({ code: 'custom', ...problem })
    })
    .transform(({ day, time, method, note }) => ({ method, note, at: londonInstant(day, time) }))
}

function timeProblem(given: { day: Day; time: string; timeSure?: string }, now: Date) {
  const { day, time, timeSure } = given
  if (!isOnTheClock(day, time))
    return {
      path: ['time'],
      message: `There is no ${time} on ${formatDayLong(day)}: the clocks go forward. Enter another time`,
    }
  if (londonInstant(day, time) <= now)
    return { path: ['time'], message: 'The time of the assessment must be in the future' }
  if (!isOutOfHours(time) || timeSure === time) return null
  return {
    path: ['timeSure'],
    message: `${time} is before 07:00 or after 20:00. Change the time, or tick that it is right`,
  }
}

/** A stay offered begins at release; any night between is said, and anything else says why (product.md, "Offers and holds"). */
export function offerForm(days: EventDays) {
  return z
    .object({
      bedspaceId: z.uuid({ error: 'Choose a bedspace' }),
      fromOn: dayField('firstNight', days),
      whyThen: noteField(NOTE_LIMIT),
      untilOn: optionalDayField('lastDay', days),
      conflictCheck: z
        .literal('done', { error: 'Do the conflict check, then tick that it is done' })
        .transform(() => true),
      note: noteField(NOTE_LIMIT),
    })
    .superRefine(({ fromOn, untilOn, whyThen }, context) => {
      const apart = beginsApart(fromOn, days)
      if (apart !== null && whyThen === null)
        context.addIssue({
          code: 'custom',
          path: ['whyThen'],
          message: `${apartWords(fromOn, apart, days)} Change it, or say why the stay begins then`,
        })
      if (untilOn !== null && untilOn <= fromOn)
        context.addIssue({
          code: 'custom',
          path: ['untilOn'],
          message: 'The last day must come after the first night',
        })
    })
}

function apartWords(
  fromOn: Day,
  apart: string,
  { releaseOn = null, releaseUntil, today }: EventDays,
): string {
  const nights = releaseUntil ? null : nightsWithoutBedWords(releaseOn, fromOn, today)
  return nights ?? `The first night is ${apart}.`
}

export const extendForm = z.object({
  reason: z
    .string({ error: 'Say why the offer is extended' })
    .max(NOTE_LIMIT, `The reason must be ${NOTE_LIMIT} characters or fewer`),
})

export const acceptForm = z.object({
  saidYes: z.literal('yes', { error: 'Ask the person first. Tick when the answer is yes' }),
  freesOther: z
    .literal('yes', { error: 'Tick the box, or leave it empty' })
    .optional()
    .transform(answer => answer === 'yes'),
  note: noteField(NOTE_LIMIT),
})

export function arriveForm(days: EventDays) {
  return z.object({
    arrivedOn: dayField('arrival', days),
    expectedDepartureOn: dayField('expectedDeparture', days),
    releasedEarly: z
      .literal('yes', { error: 'Tick the box, or leave it empty' })
      .optional()
      .transform(answer => answer === 'yes'),
    note: noteField(NOTE_LIMIT),
  })
}

export function departForm(days: EventDays) {
  return z.object({
    departedOn: dayField('departure', days),
    kind: z.enum(DEPARTURES, { error: 'Choose how the stay ended' }),
    note: noteField(NOTE_LIMIT),
  })
}

/** The field a refusal that came later stands beside; '' for the form as a whole. */
export function refusalField(event: ScreenEvent, reason: RefusalReason): string {
  return REFUSAL_FIELDS[event]?.[reason] ?? EVERYWHERE[reason] ?? ''
}

const EVERYWHERE: Partial<Record<RefusalReason, string>> = {
  names_person: 'note',
  changes_unread: 'changesRead',
}

const REFUSAL_FIELDS: Partial<Record<ScreenEvent, Partial<Record<RefusalReason, string>>>> = {
  accept: { another_accepted: 'freesOther' },
  book_assessment: { date_in_past: 'day' },
  offer: {
    conflict_check_needed: 'conflictCheck',
    bedspace_not_found: 'bedspaceId',
    bedspace_taken: 'bedspaceId',
    stay_too_long: 'untilOn',
    dates_invalid: 'untilOn',
    night_in_past: 'fromOn',
  },
  extend_offer: { names_person: 'reason' },
  arrive: {
    date_in_future: 'arrivedOn',
    dates_invalid: 'expectedDepartureOn',
    before_release: 'releasedEarly',
  },
  depart: { date_in_future: 'departedOn', dates_invalid: 'departedOn' },
}
