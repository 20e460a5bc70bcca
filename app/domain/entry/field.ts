import type { SpanName } from '../time/spans'

/** One question of an entry in the directory: how it is asked and what its answer may be. Safe for the browser. */
export type EntryField = {
  /** As the column is called, in camelCase; 'areas' and 'pathways' are kept in tables of their own. */
  name: string
  label: string
  hint?: string
} & FieldKind

export type FieldKind =
  /** Words in one line or several; `missing` is what is said where they must be given, `blank` what is kept where they are not. */
  | { kind: 'line'; most: number; type?: 'tel' | 'email'; missing?: string; blank?: '' }
  | { kind: 'lines'; most: number; missing?: string; blank?: ''; neededBy?: NeededBy }
  /** Of an optional one 'Not stated' is an answer too. */
  | { kind: 'one'; choices: Readonly<Record<string, string>>; missing?: string }
  | { kind: 'several'; choices: Readonly<Record<string, string>>; missing?: string }
  | { kind: 'yes-no' }
  /** Pounds as typed, pence as kept. */
  | { kind: 'pounds'; per?: 'week' }
  /** `blank`: what it means where no number is given, if not that nobody stated one. */
  | { kind: 'number'; from: number; to: number; unit: string; missing?: string; blank?: string }
  | { kind: 'clock' }
  /** Several short texts, with commas between them. */
  | { kind: 'list'; most: number }
  | { kind: 'day'; span: SpanName; missing?: string }
  | { kind: 'hours' }

/** The answer to another question with which words must be given here, and what is said where they are not. */
interface NeededBy {
  name: string
  is: string
  say: string
}

export type FieldOf<Kind extends FieldKind['kind']> = Extract<EntryField, { kind: Kind }>

/** What stands for no answer among choices: blank is "not stated", never "no". */
export const NOT_STATED = 'not_stated'

/** Whether somebody answers in words of their own, which can be struck out of the history. */
export function isOfWords({ kind }: EntryField): boolean {
  return kind === 'line' || kind === 'lines' || kind === 'list'
}
