import { z } from 'zod'
import {
  type CaseBasicsKept,
  type CaseField,
  fieldLabel,
  fieldWords,
  type HistoryField,
} from '~/domain/case/history/case-fields'
import type { CaseChange } from '~/domain/case/history/case-history.server'
import type { FactField, PersonFacts } from '~/domain/eligibility/facts'
import { CHOOSE_WORDS, wordsSchema } from '~/domain/held/words-form'
import { formatInstant } from '~/domain/time/calendar'

/** One correction in words. */
export interface HistoryLine {
  id: string
  at: string
  when: string
  by: string
  /** 'Name'. */
  label: string
  from: string
  to: string
  /** True while the old value is there to be struck out. */
  mayStrike: boolean
}

/** Reads the form that strikes out an old value, or words of the team. */
export const strikeSchema = z
  .object({ changeId: z.uuid({ error: CHOOSE_WORDS }).optional(), ...wordsSchema.partial().shape })
  .refine(
    ({ changeId, place, row }) => (changeId === undefined) === (place !== undefined && row !== undefined),
    {
      error: CHOOSE_WORDS,
      path: ['changeId'],
    },
  )

interface Now {
  closing: { reason: string; note: string | null } | null
  basics: CaseBasicsKept
  facts: PersonFacts
}

/** Every correction, the latest first: each became what the next one of its field did away with, the last what is kept now. */
export function historyLines(changes: readonly CaseChange[], now: Now): HistoryLine[] {
  const became = new Map<HistoryField, string>()
  return changes.map(change => {
    const { id, field, was, changedAt, changedBy, struck } = change
    const from = struck ? `struck out by ${struck.by} on ${formatInstant(struck.at)}` : fieldWords(field, was)
    const to = became.get(field) ?? wordsNow(field, now)
    became.set(field, struck ? 'what was struck out' : from)
    const mayStrike = !struck && was !== null
    const when = formatInstant(changedAt)
    return {
      id,
      at: changedAt.toISOString(),
      when,
      by: changedBy,
      label: fieldLabel(field),
      from,
      to,
      mayStrike,
    }
  })
}

function wordsNow(field: HistoryField, now: Now): string {
  const isReopened = now.closing === null && (field === 'closingReason' || field === 'closingNote')
  return isReopened ? 'what it said until the case was reopened' : fieldWords(field, valueNow(field, now))
}

function valueNow(field: HistoryField, { basics, facts, closing }: Now): unknown {
  if (field === 'closingReason') return closing?.reason
  if (field === 'closingNote') return closing?.note
  return field.startsWith('answer.')
    ? facts[field.slice('answer.'.length) as FactField]
    : basics[field as CaseField]
}
