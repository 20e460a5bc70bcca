import { z } from 'zod'
import { tellsOfAPerson } from '../action/no-person'
import { dayField } from '../time/day-field'
import { readWhole } from '../words/whole-number'
import type { DayFacts } from '../time/span'
import { settingBounds, type SettingCode, SETTINGS } from './settings'

const WHY_LIMIT = 300

/** The form of one setting. Safe for the browser. */
export function settingForm(setting: SettingCode, facts: Pick<DayFacts, 'today'>) {
  const { unit } = SETTINGS[setting]
  const { least, most } = settingBounds(setting)
  const missing = `Enter how many ${unit}, as a whole number from ${least} to ${most}`
  return (
    z
      .object({
        value: z.string({ error: missing }).transform((typed, context): number => {
          const number = readWhole(typed)
          if (number !== null && number >= least && number <= most) return number
          context.addIssue({ code: 'custom', message: missing })
          return z.NEVER
        }),
        /** The value of which somebody is sure, having read how much of it goes tonight. */
        sure: z.string().max(3).optional(),
        validFrom: dayField('settingFrom', facts),
        why: z
          .string({ error: 'Enter why: the meeting or paper it follows' })
          .max(WHY_LIMIT, `Enter ${WHY_LIMIT} characters or fewer`)
          .superRefine((text, context) => {
            const message = tellsOfAPerson(text)
            if (message) context.addIssue({ code: 'custom', message })
          }),
      })
      // As a number, however it was typed: '06' is 6.
      .transform(({ sure, ...given }) => ({
        ...given,
        isSure: sure !== undefined && Number(sure) === given.value,
      }))
  )
}
