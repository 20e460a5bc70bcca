import { z } from 'zod'
import { isDay, type Day } from '../region/calendar'

const part = z.string().trim().max(4).optional()

/** What the three boxes of a date hold when all are empty, and a day ('2026-12-28') or null once read. */
const boxes = z.object({ day: part, month: part, year: part })

interface DayMessages {
  /** What the field is called in a sentence: 'date of birth'. */
  name: string
  /** A real day written as people type it: '28 3 1992'. */
  example: string
}

/** A date in three boxes that may be left empty. Gives 'YYYY-MM-DD', or null when every box is empty. */
export function optionalDayField({ name, example }: DayMessages) {
  return boxes.optional().transform((typed, context): Day | null => {
    const { day = '', month = '', year = '' } = typed ?? {}
    if (day === '' && month === '' && year === '') return null
    const missing = [day === '' && 'day', month === '' && 'month', year === '' && 'year'].filter(Boolean)
    if (missing.length > 0) return refuse(context, `The ${name} needs a ${missing.join(' and a ')}`)
    const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
    if (!isDay(written)) return refuse(context, `The ${name} must be a real date, such as ${example}`)
    return written
  })
}

/** A date in three boxes that must be filled in. Gives 'YYYY-MM-DD'. */
export function dayField(messages: DayMessages) {
  return optionalDayField(messages).transform((day, context): Day => {
    if (day !== null) return day
    context.addIssue({ code: 'custom', message: `Enter the ${messages.name}, such as ${messages.example}` })
    return z.NEVER
  })
}

function refuse(
  context: { addIssue: (issue: { code: 'custom'; message: string }) => void },
  message: string,
): never {
  context.addIssue({ code: 'custom', message })
  return z.NEVER
}
