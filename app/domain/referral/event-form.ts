import { z } from 'zod'
import { dayField, optionalDayField } from '../person-case/day-field'
import { londonInstant } from '../region/calendar'
import type { ScreenEvent } from './event-words'
import { noteField } from './reasons-form'
import { DEPARTURES } from './reasons'
import { ASSESSMENT_METHODS, REQUEST_ITEMS } from './referral'
import type { RefusalReason } from './refusal'

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

/** A day, a time of day on London's clocks and a way; gives the instant. */
export const assessmentForm = z
  .object({
    day: dayField({ name: 'day of the assessment', example: '28 3 2027' }),
    time: z
      .string({ error: 'Enter the time, such as 14:00' })
      .regex(/^([01]?\d|2[0-3])[:.]?[0-5]\d$/, 'Enter the time as hours and minutes, such as 14:00'),
    method: z.enum(ASSESSMENT_METHODS, { error: 'Choose how the assessment is held' }),
    note: noteField(NOTE_LIMIT),
  })
  .transform(({ day, time, method, note }) => ({ method, note, at: londonInstant(day, clockOf(time)) }))

export const offerForm = z.object({
  bedspaceId: z.uuid({ error: 'Choose a bedspace' }),
  fromOn: dayField({ name: 'first night', example: '28 12 2026' }),
  untilOn: optionalDayField({ name: 'last day', example: '28 6 2027' }),
  conflictCheck: z
    .literal('done', { error: 'Do the conflict check, then tick that it is done' })
    .transform(() => true),
  note: noteField(NOTE_LIMIT),
})

export const extendForm = z.object({
  reason: z
    .string({ error: 'Say why the offer is extended' })
    .max(NOTE_LIMIT, `The reason must be ${NOTE_LIMIT} characters or fewer`),
})

export const acceptForm = z.object({
  saidYes: z.literal('yes', { error: 'Ask the person first. Tick when the answer is yes' }),
  note: noteField(NOTE_LIMIT),
})

export const arriveForm = z.object({
  arrivedOn: dayField({ name: 'day of arrival', example: '28 12 2026' }),
  expectedDepartureOn: dayField({ name: 'day the person is expected to leave', example: '28 6 2027' }),
  releasedEarly: z
    .literal('yes')
    .optional()
    .transform(answer => answer === 'yes'),
  note: noteField(NOTE_LIMIT),
})

export const departForm = z.object({
  departedOn: dayField({ name: 'day of departure', example: '28 6 2027' }),
  kind: z.enum(DEPARTURES, { error: 'Choose how the stay ended' }),
  note: noteField(NOTE_LIMIT),
})

/** The field a refusal that came later stands beside; '' for the form as a whole. */
export function refusalField(event: ScreenEvent, reason: RefusalReason): string {
  return REFUSAL_FIELDS[event]?.[reason] ?? (reason === 'names_person' ? 'note' : '')
}

const REFUSAL_FIELDS: Partial<Record<ScreenEvent, Partial<Record<RefusalReason, string>>>> = {
  book_assessment: { date_in_past: 'day' },
  offer: {
    conflict_check_needed: 'conflictCheck',
    bedspace_not_found: 'bedspaceId',
    bedspace_taken: 'bedspaceId',
    dates_invalid: 'untilOn',
    night_in_past: 'fromOn',
  },
  arrive: {
    date_in_future: 'arrivedOn',
    dates_invalid: 'expectedDepartureOn',
    before_release: 'releasedEarly',
  },
  depart: { date_in_future: 'departedOn', dates_invalid: 'departedOn' },
}

/** '9:30', '0930' and '9.30' as '09:30'. */
function clockOf(time: string): string {
  const digits = time.replace(/[:.]/, '').padStart(4, '0')
  return `${digits.slice(0, 2)}:${digits.slice(2)}`
}
