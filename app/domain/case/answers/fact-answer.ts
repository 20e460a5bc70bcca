import { z } from 'zod'
import type { Day } from '../../time/calendar'
import { authorities } from '../../area/region'
import { optionalPounds } from '../../money/pounds-field'
import { readWhole } from '../../words/whole-number'
import { optionalDayField, optionalMonthField, optionalYearField } from '../../time/day-field'
import { CHILD_SEX, CONNECTION_GROUND, EXCLUSION_EXTENT, LIST_ANSWER } from './fact-choices'
import type { Question, QuestionKind } from './fact-topics'

/**
 * How an answer is read from a form, by kind of question. Each gives what PersonFacts holds, or undefined for an
 * answer left open, which is then unknown. Takes the day it is in London.
 */
export function answerSchema(question: Question, today: Day): z.ZodType {
  return READERS[question.kind](question, today)
}

const AUTHORITY = z.enum(
  authorities.map(each => each.code),
  { error: 'Choose an authority from the list' },
)
const CHOOSE_LISTED = 'Choose one of the answers listed'
const MOST_CHILDREN = 12
const MOST_ROWS = 12
const OLDEST_CHILD = 17
const MOST_ARREARS_POUNDS = 100_000

const READERS: Readonly<Record<QuestionKind, (question: Question, today: Day) => z.ZodType>> = {
  choice: question => z.enum(Object.keys(question.choices ?? {}), { error: CHOOSE_LISTED }).optional(),
  many: manyOf,
  flag: () => z.boolean().default(false),
  pounds: () => optionalPounds(MOST_ARREARS_POUNDS),
  year: (_, today) => optionalYearField('pastYear', { today }),
  month: ({ span = 'lastConviction' }, today) => optionalMonthField(span, { today }),
  day: (_, today) => optionalDayField('riskAssessed', { today }),
  authorities: () => z.array(AUTHORITY).default([]),
  children: childrenAnswer,
  connections: () =>
    listAnswer('a local connection', {
      ground: z.enum(Object.keys(CONNECTION_GROUND), { error: 'Choose what the connection is' }),
    }),
  exclusions: () =>
    listAnswer('an excluded area', {
      extent: z.enum(Object.keys(EXCLUSION_EXTENT), { error: 'Choose how much of the area is excluded' }),
    }),
  avoid: avoidAnswer,
}

/** Areas and services, or a tick that there is nothing to avoid: an untouched question is not answered. */
function avoidAnswer(): z.ZodType {
  return z
    .object({
      authorities: z.array(z.union([AUTHORITY, z.literal('none')], { error: CHOOSE_LISTED })).default([]),
      serviceIds: z.array(z.uuid()).max(50).default([]),
    })
    .default({ authorities: [], serviceIds: [] })
    .transform(({ authorities: ticked, serviceIds }, context) => {
      const areas = ticked.filter(each => each !== 'none')
      const named = areas.length + serviceIds.length
      if (named === 0 && areas.length === ticked.length) return null
      if (named > 0 && areas.length < ticked.length)
        context.addIssue({
          code: 'custom',
          path: ['authorities'],
          message: 'Choose that there is nothing to avoid, or what to avoid, not both',
        })
      return { authorities: areas, serviceIds }
    })
}

/** Boxes with one for 'none of these': nothing ticked is unknown, 'none' alone is an empty list. */
function manyOf(question: Question): z.ZodType {
  return z
    .array(z.enum([...Object.keys(question.choices ?? {}), 'none'], { error: CHOOSE_LISTED }))
    .default([])
    .transform((ticked, context) => {
      if (ticked.length === 0) return null
      if (!ticked.includes('none')) return ticked
      if (ticked.length > 1)
        context.addIssue({ code: 'custom', message: 'Choose none of these, or the others, not both' })
      return []
    })
}

/** Rows of age and sex; an empty row is left out. No row at all is unknown. */
function childrenAnswer(): z.ZodType {
  const row = z.object({
    age: z.string().trim().optional(),
    sex: z.enum(Object.keys(CHILD_SEX), { error: CHOOSE_LISTED }).optional(),
  })
  return z
    .array(row)
    .max(MOST_CHILDREN, `Enter up to ${MOST_CHILDREN} children`)
    .default([])
    .transform((rows, context) => {
      const children = rows.flatMap(({ age = '', sex }, index) => {
        if (age === '' && sex === undefined) return []
        const years = readWhole(age)
        if (years !== null && years <= OLDEST_CHILD)
          return [{ age: { min: years, max: years }, sex: sex ?? 'unknown' }]
        context.addIssue({
          code: 'custom',
          path: [index, 'age'],
          message: 'Enter an age in whole years from 0 to 17. For a baby, enter 0',
        })
        return []
      })
      return children.length === 0 ? null : children
    })
}

/** 'Yes' with rows that each name an authority and one thing more; 'none' is an empty list, 'not known yet' is null. */
function listAnswer(name: string, extra: z.ZodRawShape): z.ZodType {
  const blank = z.object({ authority: z.string().optional() }).loose()
  return z
    .object({
      answer: z.enum(Object.keys(LIST_ANSWER), { error: CHOOSE_LISTED }).optional(),
      rows: z.array(blank).max(MOST_ROWS).default([]),
    })
    .optional()
    .transform((typed, context) => {
      if (typed?.answer === 'none') return []
      if (typed?.answer !== 'some') return null
      const filled = typed.rows.filter(row => row.authority !== undefined)
      const read = z.array(z.object({ authority: AUTHORITY, ...extra })).safeParse(filled)
      if (filled.length === 0)
        context.addIssue({ code: 'custom', message: `Choose the authority of ${name}` })
      for (const issue of read.error?.issues ?? [])
        context.addIssue({ code: 'custom', path: ['rows', ...issue.path], message: issue.message })
      return read.data ?? []
    })
}
