import { z } from 'zod'
import type { Day } from '../region/calendar'
import { dayField, optionalDayField, writtenDay } from '../time/day-field'
import { VOID_REASONS } from './vacancy'

/** The forms of a provider's vacancies. Safe for the browser. */

const BACK_TO = ['today', 'vacancies'] as const
const backTo = z.enum(BACK_TO).default('vacancies')

/** The buttons of one tap: what is true still, one bedspace taken, one free again. Takes the day it is in London. */
export function oneTapForm(today: Day) {
  return z.discriminatedUnion('intent', [
    z.object({ intent: z.literal('confirm'), serviceId: z.uuid(), backTo }),
    z.object({
      intent: z.literal('taken'),
      bedspaceId: z.uuid(),
      untilOn: writtenDay('takenUntil', { today }).nullable().default(null),
      backTo,
    }),
    z.object({ intent: z.literal('free'), claimId: z.uuid(), backTo }),
  ])
}
export type OneTap = z.output<ReturnType<typeof oneTapForm>>

/**
 * A bedspace that cannot be used between days, and why; without a last day until further notice. Takes the day it is in
 * London: a first day long ago is a slip of the finger.
 */
export function voidForm(today: Day) {
  return z
    .object({
      reason: z.enum(VOID_REASONS, { error: 'Choose why the bedspace cannot be used' }),
      fromOn: dayField('voidFrom', { today }),
      untilOn: optionalDayField('voidUntil', { today }),
    })
    .superRefine(({ fromOn, untilOn }, context) => {
      if (untilOn === null || untilOn > fromOn) return
      context.addIssue({
        code: 'custom',
        path: ['untilOn'],
        message: 'The day it is free again must come after the first day',
      })
    })
}

/** How many are free today, and whether there are more bedspaces than before. */
export const countForm = z.object({
  free: z
    .string({ error: 'Enter how many are free today, such as 3 or 0' })
    .regex(/^\d{1,3}$/, 'Enter a whole number, such as 3 or 0')
    .transform(Number)
    .refine(free => free <= 200, 'Enter a number up to 200'),
  grow: z.boolean().default(false),
})

/** What the next page says after a change. */
export const VACANCY_DONE = {
  confirm: 'Confirmed. Referrers see that your vacancies are right as of now',
  taken: 'Noted as taken, and the rest is confirmed',
  free: 'The bedspace is free again, and the rest is confirmed',
  void: 'The void is recorded, and the rest is confirmed',
  count: 'The count is saved and confirmed',
} as const satisfies Record<OneTap['intent'] | 'void' | 'count', string>
