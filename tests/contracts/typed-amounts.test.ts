import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { entryForm as registerForm } from '~/domain/action/entry-form'
import { answerSchema } from '~/domain/case/answers/fact-answer'
import { TOPICS } from '~/domain/case/answers/fact-topics'
import type { EntryField } from '~/domain/entry/field'
import { ENTRY_PARTS } from '~/domain/entry/parts'
import { entryForm } from '~/domain/entry/read-field'
import { readPence } from '~/domain/money/typed-amount'
import { readWhole } from '~/domain/words/whole-number'
import { POLICY_FIELD_NAMES, policyField } from '~/domain/policy/policy-fields'
import { penceOf } from '~/domain/policy/policy-values'
import { wrongValue } from '~/domain/policy/wrong-values'
import { runFields } from '~/domain/run/run-form'
import { settingForm } from '~/domain/setting/setting-form'
import type { SettingCode } from '~/domain/setting/settings'
import { SETTINGS } from '~/domain/setting/settings'
import { thresholdForm } from '~/domain/traffic-light/threshold-form'
import { bedsForm, countForm } from '~/domain/vacancy/count/count-form'
import { addRoomsForm, roomForm } from '~/domain/vacancy/rooms/room-form'
import { sourceFiles } from '../guards/source-files'

const TODAY = '2027-02-01'
const since = TODAY

/** What is said of a text in one field of a form, and what is made of it. */
type Reads = (typed: string) => { wrong: string | null; is?: unknown }

function inForm(schema: z.ZodType, name: string): Reads {
  return typed => {
    const read = schema.safeParse({ [name]: typed })
    if (read.success) return { wrong: null, is: (read.data as Record<string, unknown>)[name] }
    const issue = read.error.issues.find(({ path }) => path[0] === name)
    return { wrong: issue?.message ?? null }
  }
}

const ENTRY_FIELDS: readonly EntryField[] = [
  ...Object.values(ENTRY_PARTS).flatMap((part): readonly EntryField[] => part.fields),
  ...runFields({ confidential: false }),
]
const QUESTIONS = Object.values(TOPICS).flatMap(({ questions }) => questions)

/** Every field of money. */
const MONEY: readonly (readonly [string, Reads])[] = [
  ...ENTRY_FIELDS.filter(({ kind }) => kind === 'pounds').map(
    field => [`entry, ${field.label}`, inForm(entryForm([field], TODAY), field.name)] as const,
  ),
  ...(['rentWeeklyPence', 'serviceChargeWeeklyPence'] as const).flatMap(name => [
    [`room, ${name}`, inForm(roomForm.partial(), name)] as const,
    [`new rooms, ${name}`, inForm(addRoomsForm.partial(), name)] as const,
  ]),
  ...POLICY_FIELD_NAMES.filter(name => policyField(name).kind === 'pounds').map(
    name =>
      [
        `policy, ${name}`,
        (typed: string) => ({ wrong: wrongValue(name, typed), is: penceOf(typed) }),
      ] as const,
  ),
  ...QUESTIONS.filter(({ kind }) => kind === 'pounds').map(question => {
    const schema = answerSchema(question, TODAY)
    const read: Reads = typed => {
      const done = schema.safeParse(typed)
      return done.success ? { wrong: null, is: done.data } : { wrong: done.error.issues[0]?.message ?? null }
    }
    return [`case, ${question.field}`, read] as const
  }),
]

/** Every field of a number. */
const NUMBERS: readonly (readonly [string, Reads])[] = [
  ...ENTRY_FIELDS.filter(({ kind }) => kind === 'number').map(
    field => [`entry, ${field.label}`, inForm(entryForm([field], TODAY), field.name)] as const,
  ),
  ...POLICY_FIELD_NAMES.filter(name => policyField(name).kind === 'number').map(
    name => [`policy, ${name}`, (typed: string) => ({ wrong: wrongValue(name, typed) })] as const,
  ),
  ...(['howMany', 'firstNumber'] as const).map(
    name => [`new rooms, ${name}`, inForm(addRoomsForm, name)] as const,
  ),
  ['count, free', inForm(countForm(TODAY), 'free')],
  ['count, more', inForm(countForm(TODAY), 'more')],
  ['beds', inForm(bedsForm, 'beds')],
  ...(['green', 'amber'] as const).map(
    name => [`threshold, ${name}`, inForm(thresholdForm('higher', { today: TODAY, since }), name)] as const,
  ),
  ...(Object.keys(SETTINGS) as SettingCode[]).map(
    code => [`setting, ${code}`, inForm(settingForm(code, { today: TODAY }), 'value')] as const,
  ),
  ['cost of an action', inForm(registerForm('action', TODAY), 'costPounds')],
]

const NOT_AN_AMOUNT = [
  '1,48',
  '14,8',
  '1,4800',
  ',148',
  '148,',
  '1.480,50',
  '1,48.50',
  '1,,480',
  '12 34',
  'ten',
]

describe('an amount of money', () => {
  it.each(MONEY)('of %s: a comma stands between thousands alone', (_, read) => {
    for (const typed of NOT_AN_AMOUNT)
      expect([typed, read(typed).wrong]).toEqual([
        typed,
        expect.stringMatching(/a comma only between thousands, like 1,480 or 1,480\.50/),
      ])
    for (const [typed, pence] of [
      ['1,480', 148_000],
      ['£1,480.50', 148_050],
      ['1480.5', 148_050],
      ['148', 14_800],
    ] as const)
      expect([typed, read(typed)]).toEqual([typed, { wrong: null, is: pence }])
  })

  it('is asked in every place there is one', () => expect(MONEY.length).toBeGreaterThanOrEqual(12))
})

describe('a number', () => {
  it.each(NUMBERS)('of %s: is not read from what is none', (_, read) => {
    for (const typed of NOT_AN_AMOUNT)
      expect([typed, read(typed).wrong ?? '']).toEqual([typed, expect.stringMatching(/\w{4,}/)])
  })
})

describe('the one reader of both', () => {
  it.each([
    ['85', 8_500],
    ['£ 85.50', 8_550],
    ['1,234,567.89', 123_456_789],
    ['85.505', null],
    ['1,2345', null],
    ['', null],
    ['-5', null],
  ])('reads “%s”', (typed, pence) => expect(readPence(typed)).toBe(pence))

  it('reads whole numbers', () =>
    expect(['0', '12', '1,480', '1,48', '1.0'].map(readWhole)).toEqual([0, 12, 1_480, null, null]))

  it('is the only one: no other file takes commas out of what was typed', () => {
    const others = sourceFiles().filter(
      ({ path, text }) =>
        path.startsWith('app/') &&
        !path.endsWith('words/whole-number.ts') &&
        /replace(All)?\((',', ''|\/\[[^\]]*,[^\]]*\]\/g, '')/.test(text),
    )
    expect(others.map(({ path }) => path)).toEqual([])
  })
})
