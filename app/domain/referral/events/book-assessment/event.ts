import { z } from 'zod'
import { type Day, formatDayLong, londonDay, londonInstant, londonTime } from '../../../time/calendar'
import { isOnTheClock, isOutOfHours, readClock } from '../../../time/clock-time'
import { dayField } from '../../../time/day-field'
import { labelOf } from '../../../words/codes'
import { ASSESSMENT_METHOD_LABELS, ASSESSMENT_METHODS } from '../../referral'
import type { EventDays, EventSpec } from '../event-spec'
import type { Message } from '../message'
import { NOTE_LIMIT, noteField } from '../note-field'

const TOLD = {
  name: 'assessment_booked',
  subject: 'Referral {R}: an assessment is booked',
  happened: 'The provider has booked an assessment for referral {R}.',
  toDo: 'Sign in for the time and the way it will be held.',
} as const satisfies Message

/** The provider books an assessment. Safe for the browser. */
export const bookAssessment = {
  happened: 'Assessment booked',
  tells: [{ to: 'referrer', message: TOLD }],
  inHistory: whenAndHow,
  screen: {
    words: {
      title: 'Book an assessment',
      lede: 'The referrer is told when and how, and makes it possible in the prison.',
      button: 'Book the assessment',
      done: 'The assessment is booked, and the referrer has been told',
    },
    form: assessmentForm,
    refusedAt: { date_in_past: 'day' },
  },
} as const satisfies EventSpec

/** '5 February 2027 at 10:00. By phone', of the instant and the way that the history keeps; nothing where it kept neither. */
function whenAndHow([at, method]: readonly string[]): string[] {
  if (at === undefined || method === undefined) return []
  const instant = new Date(at)
  const when = `${formatDayLong(londonDay(instant))} at ${londonTime(instant)}`
  return [`${when}. ${labelOf(ASSESSMENT_METHOD_LABELS, method)}`]
}

/** A day, a time of day on London's clocks and a way; gives the instant. `timeSure` is the unusual time that was ticked. */
function assessmentForm(days: EventDays) {
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
