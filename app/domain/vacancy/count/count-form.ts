import { z } from 'zod'
import { NOT_READABLE, READABLE } from '../../words/readable'
import { readWhole } from '../../words/whole-number'
import type { Day } from '../../time/calendar'
import { optionalDayField } from '../../time/day-field'
import { COUNT_GROUPS } from './count-group'

/** The forms of a provider who keeps a count. Safe for the browser. */

const MOST = 200

function howMany(example: string) {
  return z
    .string({ error: `Enter how many, such as ${example} or 0` })
    .transform((typed, context): number => {
      const number = readWhole(typed)
      if (number !== null) return number
      context.addIssue({ code: 'custom', message: `Enter a whole number, such as ${example} or 0` })
      return z.NEVER
    })
    .refine(number => number <= MOST, `Enter a number up to ${MOST}`)
}

// A form that does not say what it was drawn from is refused as one that others changed meanwhile.
const shown = z.coerce.number().int().catch(-1)

/** How many are free today, and how many more from which day. Takes the day it is in London. */
export function countForm(today: Day) {
  return z
    .object({
      group: z.enum(COUNT_GROUPS).optional().catch(undefined),
      free: howMany('3'),
      shown,
      more: howMany('1').optional(),
      moreOn: optionalDayField('countMore', { today }),
    })
    .superRefine(({ more, moreOn }, context) => {
      if (more !== undefined && moreOn === null)
        context.addIssue({ code: 'custom', path: ['moreOn'], message: 'Enter the day they are free from' })
      if (more === undefined && moreOn !== null)
        context.addIssue({
          code: 'custom',
          path: ['more'],
          message: 'Enter how many more are free from that day',
        })
    })
    .transform(({ more, moreOn, ...count }) => ({
      ...count,
      more: more === undefined || moreOn === null ? null : { count: more, on: moreOn },
    }))
}

/** How many beds a count has, of one of its groups. */
export const bedsForm = z.object({
  group: z.enum(COUNT_GROUPS, { error: 'Choose whose beds they are' }),
  beds: howMany('12'),
  shown,
})

const LONGEST_NAME = 60

/** The names of a count's beds, one a line. */
export const namesForm = z.object({
  names: z
    .string({ error: 'Enter a name for each bed, one a line' })
    .max(MOST * (LONGEST_NAME + 1), 'Enter shorter names')
    .transform(text =>
      text
        .split('\n')
        .map(line => line.trim())
        .filter(line => line !== ''),
    )
    .refine(
      names => names.every(name => name.length <= LONGEST_NAME),
      `Enter names of ${LONGEST_NAME} characters or fewer`,
    )
    .refine(names => names.every(name => READABLE.test(name)), NOT_READABLE),
})
