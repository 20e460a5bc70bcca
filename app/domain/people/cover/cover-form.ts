import { z } from 'zod'
import type { Day } from '../../time/calendar'
import { dayField } from '../../time/day-field'

/** The forms of saying that one is away, and of taking that back. Safe for the browser. */

/** Reads when somebody is away and who acts for them. Takes the day it is in London. */
export function coverSchema(today: Day) {
  return z
    .object({
      fromOn: dayField('coverFrom', { today }),
      untilOn: dayField('coverUntil', { today }),
      coveredBy: z.uuid('Choose who acts for you'),
    })
    .refine(({ fromOn, untilOn }) => untilOn >= fromOn, {
      path: ['untilOn'],
      message: 'The last day away must be the first day or later',
    })
}

export const takeBackSchema = z.object({ intent: z.literal('take-back'), coverId: z.uuid() })
