import { z } from 'zod'
import { tellsOfAPerson } from '../action/no-person'
import { readWhole } from '../words/whole-number'
import { dayField } from '../time/day-field'
import type { DayFacts } from '../time/span'
import type { Better } from './indicator'
import { boundsFault } from './threshold'

/** The form of a threshold. Safe for the browser. */

const WHY_LIMIT = 300

/** @param facts today in London; of a correction, as `since`, the day the wrong row held from */
export function thresholdForm(better: Better, facts: Pick<DayFacts, 'today' | 'since'>) {
  return z
    .object({
      green: percent('Enter where green ends, as a whole per cent from 0 to 100'),
      amber: percent('Enter where amber ends, as a whole per cent from 0 to 100'),
      validFrom: dayField('thresholdFrom', facts),
      why: z
        .string({ error: 'Enter why: the meeting, paper or baseline it follows' })
        .max(WHY_LIMIT, `Enter ${WHY_LIMIT} characters or fewer`)
        .superRefine((text, context) => {
          const message = tellsOfAPerson(text)
          if (message) context.addIssue({ code: 'custom', message })
        }),
    })
    .superRefine((form, context) => {
      const message = boundsFault(form, better)
      if (message) context.addIssue({ code: 'custom', message, path: ['amber'] })
    })
}

/** '25' or '25%'. */
function percent(missing: string) {
  return z.string({ error: missing }).transform((typed, context): number => {
    const number = readWhole(typed.replace(/\s*%$/, ''))
    if (number !== null && number <= 100) return number
    context.addIssue({ code: 'custom', message: missing })
    return z.NEVER
  })
}
