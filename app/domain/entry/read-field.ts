import { z } from 'zod'
import { HOW_TO_WRITE, readPence } from '../money/typed-amount'
import { NOT_READABLE, READABLE } from '../words/readable'
import { readWhole } from '../words/whole-number'
import type { Day } from '../time/calendar'
import { readClock } from '../time/clock-time'
import { dayField, optionalDayField } from '../time/day-field'
import { type EntryField, type FieldKind, type FieldOf, NOT_STATED } from './field'
import { hoursField } from './staffed-hours-form'

/** Reads what was typed into one question of an entry. Takes the day it is in London. Safe for the browser. */
function readField(field: EntryField, today: Day): z.ZodType {
  return READERS[field.kind](field as never, today)
}

/** The form of several questions. */
export function entryForm(fields: readonly EntryField[], today: Day) {
  return z.object(Object.fromEntries(fields.map(field => [field.name, readField(field, today)])))
}

/** The form of a page: where one answer asks for words in another, they are there. */
export function partForm(fields: readonly EntryField[], today: Day) {
  return entryForm(fields, today).superRefine((values, context) => {
    for (const { field, say } of wordsOwed(fields, values))
      context.addIssue({ code: 'custom', path: [field.name], message: say })
  })
}

/** The questions without the words for which an answer beside them asks. */
export function wordsOwed(
  fields: readonly EntryField[],
  values: Readonly<Record<string, unknown>>,
): { field: EntryField; say: string }[] {
  return fields.flatMap(field => {
    const by = field.kind === 'lines' ? field.neededBy : undefined
    const isOwed = by !== undefined && values[by.name] === by.is && !values[field.name]
    return isOwed ? [{ field, say: by.say }] : []
  })
}

const READERS: { [Kind in FieldKind['kind']]: (field: FieldOf<Kind>, today: Day) => z.ZodType } = {
  line: words,
  lines: words,
  one: ({ choices, missing }) => {
    const codes = z.enum(Object.keys(choices), { error: missing ?? 'Choose one of the answers' })
    if (missing) return codes
    return codes
      .or(z.literal(NOT_STATED))
      .optional()
      .transform(code => (code === NOT_STATED ? null : (code ?? null)))
  },
  several: ({ choices, missing }) =>
    z
      .array(z.enum(Object.keys(choices)))
      .default([])
      .refine(chosen => chosen.length > 0 || !missing, { error: missing }),
  'yes-no': () =>
    z
      .enum(['yes', 'no', NOT_STATED])
      .optional()
      .transform(answer => (answer === 'yes' ? true : answer === 'no' ? false : null)),
  pounds: () => reading(`Enter pounds and pence, like 85.50, or leave it empty; ${HOW_TO_WRITE}`, pence),
  number: ({ from, to, unit, missing }) => {
    const range = `Enter a whole number of ${unit} from ${from} to ${to}`
    const whole = (text: string) => within(readWhole(text), from, to)
    if (!missing) return reading(`${range}, or leave it empty`, whole)
    return reading(range, whole).refine(number => number !== null, { error: missing })
  },
  clock: () => reading('Enter a time, like 9pm or 21:30, or leave it empty', readClock),
  list: ({ most }) =>
    z
      .string()
      .max(most, `Write ${most} characters or fewer`)
      .optional()
      .transform(text => (text ? partsOf(text) : null)),
  day: ({ span, missing }, today) =>
    missing ? dayField(span, { today }) : optionalDayField(span, { today }),
  hours: () => hoursField,
}

function words(field: FieldOf<'line'> | FieldOf<'lines'>) {
  const text = z
    .string({ error: field.missing })
    .max(field.most, `Write ${field.most} characters or fewer`)
    .refine(typed => field.kind === 'lines' || !typed.includes('\n'), 'Write it in one line')
    .refine(typed => field.kind === 'lines' || READABLE.test(typed), NOT_READABLE)
    .refine(typed => !isKind(field, 'email') || z.email().safeParse(typed).success, NO_EMAIL)
    .refine(typed => !isKind(field, 'tel') || isPhone(typed), NO_PHONE)
  return field.missing ? text : text.optional().transform(typed => typed ?? field.blank ?? null)
}

const NO_EMAIL = 'Enter an email address, like team@example.org'
const NO_PHONE = 'Enter a phone number, like 0191 498 0000'

function isKind(field: FieldOf<'line'> | FieldOf<'lines'>, type: 'tel' | 'email'): boolean {
  return field.kind === 'line' && field.type === type
}

function isPhone(typed: string): boolean {
  const digits = typed.replace(/\D/g, '').length
  return /^[\d\s()+.-]+(?:\s*(?:ext|x)\.?\s*\d+)?$/i.test(typed) && digits >= 3 && digits <= 18
}

/** A text that `read` makes something of; an empty one is null. */
function reading<Value>(message: string, read: (text: string) => Value | null) {
  return z
    .string({ error: message })
    .optional()
    .transform((text, context): Value | null => {
      if (text === undefined) return null
      const value = read(text)
      if (value !== null) return value
      context.addIssue({ code: 'custom', message })
      return z.NEVER
    })
}

const MOST_PENCE = 10_000_000

/** '£85.50', '85.5' and '1,200' in whole pence. */
function pence(text: string): number | null {
  return within(readPence(text), 0, MOST_PENCE)
}

function within(value: number | null, from: number, to: number): number | null {
  return value !== null && value >= from && value <= to ? value : null
}

function partsOf(text: string): string[] | null {
  const parts = text
    .split(/[,;\n]/)
    .map(part => part.trim())
    .filter(Boolean)
  return parts.length > 0 ? [...new Set(parts)] : null
}
