import { z } from 'zod'
import { optionalPounds } from '../../money/pounds-field'
import { NOT_READABLE, READABLE } from '../../words/readable'
import { readWhole } from '../../words/whole-number'
import type { Day } from '../../time/calendar'
import { optionalDayField } from '../../time/day-field'
import { BEDSPACE_SEXES, BEDSPACE_TYPES } from '../vacancy'

/** The forms of a provider's rooms. Safe for the browser. */

const MOST_AT_ONCE = 50
const LONGEST_NAME = 60
const LONGEST_NOTE = 500
const MOST_WEEKLY_POUNDS = 2_000

const facts = {
  type: z.enum(BEDSPACE_TYPES, { error: 'Choose what kind of room it is' }),
  // 'service' is whom the service takes.
  sex: z
    .enum([...BEDSPACE_SEXES, 'service'], { error: 'Choose whom it is for' })
    .default('service')
    .transform(sex => (sex === 'service' ? null : sex)),
  wheelchair: z
    .enum(['yes', 'no', 'unknown'], { error: 'Choose one of these' })
    .default('unknown')
    .transform(answer => (answer === 'unknown' ? null : answer === 'yes')),
  note: z
    .string()
    .max(LONGEST_NOTE, `Say it in ${LONGEST_NOTE} characters or fewer`)
    .optional()
    .transform(text => text ?? null),
  rentWeeklyPence: optionalPounds(MOST_WEEKLY_POUNDS),
  serviceChargeWeeklyPence: optionalPounds(MOST_WEEKLY_POUNDS),
}

function nameField(missing: string) {
  return z
    .string({ error: missing })
    .max(LONGEST_NAME, `Enter a name of ${LONGEST_NAME} characters or fewer`)
    .refine(name => !name.includes('\n'), 'Enter the name in one line')
    .regex(READABLE, NOT_READABLE)
}

function wholeNumber(example: string, least: number, most: number) {
  const message = `Enter a whole number from ${least} to ${most}, such as ${example}`
  return z
    .string({ error: message })
    .transform(readWhole)
    .refine((number): number is number => number !== null && number >= least && number <= most, message)
}

/** One room, every fact of it. */
export const roomForm = z.object({ name: nameField('Enter the name of the room, such as Room 4'), ...facts })

/** Several alike: how many, and what they are called but for their number. */
export const addRoomsForm = z.object({
  howMany: wholeNumber('6', 1, MOST_AT_ONCE),
  called: nameField('Enter what the rooms are called, such as Room'),
  firstNumber: wholeNumber('1', 1, 999),
  ...facts,
})

/** The day a room closes for good; empty is today. */
export function closeRoomForm(today: Day) {
  return z.object({ fromOn: optionalDayField('roomCloses', { today }) })
}

/** What one tap on the list of rooms may ask. */
export const roomTapForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('up'), bedspaceId: z.uuid() }),
  z.object({ intent: z.literal('down'), bedspaceId: z.uuid() }),
  z.object({ intent: z.literal('reopen'), bedspaceId: z.uuid() }),
])
