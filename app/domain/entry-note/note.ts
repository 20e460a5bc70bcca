import { z } from 'zod'
import { tellsOfAPerson, type Told } from '../action/no-person'
import { codesOf } from '../words/codes'

/** That something is wrong with an entry of the directory: what is asked, and how it is answered. Safe for the browser. */

export const NOTE_KINDS = {
  contact: 'How to reach it',
  audience: 'Whom it is for',
  policy: 'Whom it takes, or on what terms',
  vacancy: 'What is free',
  closed: 'It has closed, or moved',
  other: 'Something else',
} as const
export type NoteKind = keyof typeof NOTE_KINDS

export const NOTE_ANSWERS = {
  mended: 'It was wrong, and is mended',
  right: 'It is right as it stands',
} as const
export type NoteAnswer = keyof typeof NOTE_ANSWERS

export type NoteStanding = 'open' | 'answered' | 'taken_back'

/** As many characters as are taken of words. */
export const NOTE_WORDS_LIMIT = 300

const NO_PERSON: Readonly<Record<Told, string>> = {
  number: 'Take out the prison number or CRN. This is about the service: it names nobody in prison',
  birthday: 'Take out the date of birth. This is about the service: it tells of nobody in prison',
  name: 'Take out the name. This is about the service: name a post or a team instead',
}

/** The words of a note that can be struck out: what was told, and the word back. */
const NOTE_PARTS = ['words', 'answer_words'] as const
export type NotePart = (typeof NOTE_PARTS)[number]

/** Said of words that hold the name of somebody whose case the team keeps. */
export const NAMES_SOMEBODY =
  'Take out the name of somebody whose case your team keeps. This is about the service'

const words = z
  .string()
  .max(NOTE_WORDS_LIMIT, `Enter ${NOTE_WORDS_LIMIT} characters or fewer`)
  .superRefine((text, context) => {
    const message = tellsOfAPerson(text, NO_PERSON)
    if (message) context.addIssue({ code: 'custom', message })
  })
  .optional()
  .transform(text => text ?? null)

const told = z
  .object({ kind: z.enum(codesOf(NOTE_KINDS), { error: 'Choose what is wrong' }), words })
  .superRefine(({ kind, words: typed }, context) => {
    if (kind === 'other' && typed === null)
      context.addIssue({ code: 'custom', path: ['words'], message: 'Say what is wrong' })
  })
export type NoteTold = z.output<typeof told>

/** Reads the form by which something is told. */
export const tellForm = told

/** Reads a form on the page of a note: its teller's, or theirs who keep the entry. */
export const noteForm = z.discriminatedUnion(
  'intent',
  [
    z.object({ intent: z.literal('take_back') }),
    told.safeExtend({ intent: z.literal('correct') }),
    z.object({
      intent: z.literal('strike'),
      part: z.enum(NOTE_PARTS, { error: 'Choose what to strike out' }),
    }),
    z.object({
      intent: z.literal('answer'),
      answer: z.enum(codesOf(NOTE_ANSWERS), { error: 'Choose how it stands' }),
      answerWords: words,
    }),
  ],
  { error: 'Choose what to do' },
)
export type NoteStep = z.output<typeof noteForm>
