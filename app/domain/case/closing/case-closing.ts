import { z } from 'zod'
import type { Paging } from '../../list/paging'
import type { Day } from '../../time/calendar'
import { codesOf, labelOf } from '../../words/codes'

/** Why a case is closed. Safe for the browser. */

export const CLOSING_REASON_LABELS = {
  housed: 'Housed',
  released_elsewhere: 'Released elsewhere',
  transferred: 'Transferred',
  recalled_or_remanded: 'Recalled or remanded',
  deported: 'Deported',
  died: 'Died',
  opened_by_mistake: 'Opened by mistake',
  other: 'Other',
}
export type ClosingReason = keyof typeof CLOSING_REASON_LABELS
const CLOSING_REASONS = codesOf(CLOSING_REASON_LABELS)

/**
 * True where the case ended and nobody was released by it: another prison took her, or it ended before the day of release as known;
 * with null no day ever was.
 */
export function leavesNoPrison(reason: ClosingReason, closedOn: Day, releasedOn: Day | null): boolean {
  if (LEAVES_NEVER.has(reason)) return true
  return ENDS_BEFORE.has(reason) && (releasedOn === null || closedOn < releasedOn)
}

const LEAVES_NEVER: ReadonlySet<ClosingReason> = new Set(['transferred', 'deported', 'opened_by_mistake'])
const ENDS_BEFORE: ReadonlySet<ClosingReason> = new Set(['recalled_or_remanded', 'died'])

/** What the form that closes a case was sent with, to be read again: a reason in its words, the note as it was typed. */
export function closingLines(typed: readonly string[]): string[] {
  return typed.map(text => labelOf(CLOSING_REASON_LABELS, text))
}

export const CLOSING_NOTE_LIMIT = 300

/** Reads the form that closes a case. "Other" needs words. */
export const closeCaseSchema = z
  .object({
    reason: z.enum(CLOSING_REASONS, { error: 'Choose why the case closes' }),
    note: z
      .string()
      .max(CLOSING_NOTE_LIMIT, `What you write must be ${CLOSING_NOTE_LIMIT} characters or fewer`)
      .nullable()
      .default(null),
    /** That the checks nobody recorded are not known. */
    notKnown: z.literal('yes').nullable().default(null),
  })
  .refine(({ reason, note }) => reason !== 'other' || note !== null, {
    path: ['note'],
    error: 'Say why the case closes',
  })

export type CaseClosing = z.output<typeof closeCaseSchema>

/** A line of the team's closed cases. */
interface ClosedCase {
  id: string
  reference: string
  name: string
  prisonNumber: string
  reason: ClosingReason
  closedOn: Day
}

export interface ClosedCases extends Paging {
  cases: ClosedCase[]
}
