import { z } from 'zod'
import { formatDayLong, type Day } from './calendar'
import type { DayFacts } from './span'
import { outsideSpan, type SpanName, SPANS, unusual } from './spans'
import { DAY_PARTS, isYear, readMonth, readTypedDay } from './typed-day'

/**
 * The one field of a form that takes a day: boxes named `x.day`, `x.month`, `x.year`, and `x.sure`, the tick under a day
 * that is unusual but possible. What is wrong stands beside the box at fault, or beside the whole date.
 */

const box = z
  .string({ error: 'Enter this once, as numbers or the name of a month' })
  .trim()
  .max(40, 'Enter a shorter date, such as 28 3 2026')
  .optional()

/** `sure` is the day that was asked about: a tick for one day is none for another. */
function boxes(name: SpanName) {
  return z.object(
    { day: box, month: box, year: box, sure: box },
    { error: `Enter the ${SPANS[name].name} as day, month and year` },
  )
}

/** A date that must be given, with the day that was ticked as right, for a form that asks about it by what else it holds. */
export function tickedDayField(name: SpanName, facts: DayFacts) {
  return boxes(name)
    .optional()
    .transform((typed, context): { day: Day; sure: string | undefined } => {
      const read = dayField(name, facts).safeParse(typed)
      if (read.success) return { day: read.data, sure: typed?.sure }
      for (const { message, path } of read.error.issues)
        context.addIssue({ code: 'custom', message, path: [...path] })
      return z.NEVER
    })
}

/** What is said under a day that is unusual but possible. */
export function asksForTick(question: string): string {
  return `${question} Change the date, or tick that it is right`
}

/** A date that may be left empty. Gives 'YYYY-MM-DD', or null when every box is empty. */
export function optionalDayField(name: SpanName, facts: DayFacts) {
  return boxes(name)
    .optional()
    .transform((typed, context): Day | null => {
      const refuse = (message: string, path: string[] = []) => {
        context.addIssue({ code: 'custom', message, path })
        return z.NEVER
      }
      const read = readTypedDay(typed ?? {}, SPANS[name].example.slice(-4))
      if ('missing' in read)
        return refuse(`The ${SPANS[name].name} needs a ${read.missing.join(' and a ')}`, [read.part])
      if ('part' in read) return refuse(read.say, [read.part])
      const { day } = read
      if (day === null) return null
      const outside = outsideSpan(name, day, facts)
      if (outside) return refuse(outside.say, outside.isYearAtFault ? ['year'] : [])
      const question = unusual(name, day, facts)
      if (question !== null && typed?.sure !== day) return refuse(asksForTick(question), ['sure'])
      return day
    })
}

/** A date that must be given. Gives 'YYYY-MM-DD'. */
export function dayField(name: SpanName, facts: DayFacts) {
  return optionalDayField(name, facts).transform((day, context): Day => {
    if (day !== null) return day
    const { name: called, example } = SPANS[name]
    context.addIssue({ code: 'custom', message: `Enter the ${called}, such as ${example}` })
    return z.NEVER
  })
}

/** A day in one text, as a button or an address carries it ('YYYY-MM-DD'), inside its span. */
export function writtenDay(name: SpanName, facts: DayFacts) {
  return z
    .string({ error: `Enter the ${SPANS[name].name} once` })
    .trim()
    .max(40)
    .transform((text, context): Day => {
      const read = readTypedDay({ day: text })
      const day = 'day' in read ? read.day : null
      const problem =
        day === null
          ? `The ${SPANS[name].name} must be a real date, such as ${SPANS[name].example}`
          : outsideSpan(name, day, facts)?.say
      if (day !== null && problem === undefined) return day
      context.addIssue({ code: 'custom', message: problem ?? '' })
      return z.NEVER
    })
}

/** A month of a year in two boxes, which may be left empty. Gives 'YYYY-MM', or null. */
export function optionalMonthField(name: SpanName, facts: DayFacts) {
  return z
    .object({ month: box, year: box }, { error: `Enter the ${SPANS[name].name} as month and year` })
    .optional()
    .transform((typed, context): string | null => {
      const { month = '', year = '' } = typed ?? {}
      if (month === '' && year === '') return null
      const refuse = (message: string, path: string[] = []) => {
        context.addIssue({ code: 'custom', message, path })
        return z.NEVER
      }
      const number = readMonth(month)
      if (number === null) return refuse(`Enter a month and a year, like ${SPANS[name].example}`)
      if (!isYear(year))
        return refuse(`Enter the year as four figures, such as ${SPANS[name].example.slice(-4)}`, ['year'])
      const read = `${year}-${String(number).padStart(2, '0')}`
      const outside = outsideSpan(name, `${read}-01`, facts)
      return outside ? refuse(outside.say, outside.isYearAtFault ? ['year'] : []) : read
    })
}

/** A year in one box, which may be left empty. */
export function optionalYearField(name: SpanName, facts: DayFacts) {
  return z
    .string({ error: 'Enter a year with 4 numbers, like 2019' })
    .trim()
    .optional()
    .nullable()
    .transform((typed, context): number | null => {
      const year = typed ?? ''
      if (year === '') return null
      const problem = isYear(year)
        ? outsideSpan(name, `${year}-01-01`, facts)?.say
        : 'Enter a year with 4 numbers, like 2019'
      if (problem === undefined) return Number(year)
      context.addIssue({ code: 'custom', message: problem })
      return z.NEVER
    })
}

/** What stands beside the tick under a day that was asked about, and the value it sends; null where none can be read. */
export function tickFor(typed: Readonly<Record<string, unknown>>): { value: Day; text: string } | null {
  const parts = DAY_PARTS.map(
    part => [part, typeof typed[part] === 'string' ? typed[part].trim() : ''] as const,
  )
  const read = readTypedDay(Object.fromEntries(parts))
  if (!('day' in read) || read.day === null) return null
  return { value: read.day, text: `${formatDayLong(read.day)} is right` }
}
