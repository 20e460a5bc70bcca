import { z } from 'zod'
import type { Standing } from './standing'
import { WORDS_STRUCK } from '../words/struck'

/** What an editor may decide of an entry. Safe for the browser. */

export const DECISION_LABELS = {
  approved: 'Approve it: it stands in the directory from now on, checked today',
  sent_back: 'Send it back to the provider, with words',
  looked_at: 'Looked at: nothing to say, checked today',
  kept_hidden: 'Its places stay hidden, as agreed with the provider',
  shown: 'Its places may be shown, as agreed with the provider',
} as const
export type Decision = keyof typeof DECISION_LABELS

/** What it says in the list of decisions. */
export const DECISION_DONE: Readonly<Record<Decision, string>> = {
  approved: 'Approved',
  sent_back: 'Sent back',
  looked_at: 'Looked at',
  kept_hidden: 'Places stay hidden',
  shown: 'Places may be shown',
}

/** An editor who decides so has gone through the entry: it is checked as of that day. */
export function isCheckedBy(decision: Decision): boolean {
  return decision === 'approved' || decision === 'looked_at'
}

/** The decisions there are of an entry as it stands. */
export function decisionsFor(entry: { standing: Standing; confidential: boolean }): Decision[] {
  const { standing, confidential } = entry
  if (standing === 'draft') return []
  const first: Decision[] = standing === 'waiting' ? ['approved', 'sent_back'] : ['looked_at']
  return [...first, ...(confidential ? (['kept_hidden', 'shown'] as const) : [])]
}

/** Words go with what the provider has to mend, and with what was agreed about a place. */
const WORDS_NEEDED: readonly Decision[] = ['sent_back', 'kept_hidden', 'shown']

/** What a decision says that lacks the words it needs; null where it lacks none. */
export function wordsMissing(decision: Decision, words: string | null): string | null {
  if (words !== null || !WORDS_NEEDED.includes(decision)) return null
  return decision === 'sent_back'
    ? 'Say what the provider has to mend'
    : 'Say with whom at the provider it was agreed, and when'
}

const reviewWords = z.string().max(1000, 'Write 1000 characters or fewer').optional()

export const reviewForm = z
  .object({
    decision: z.enum(Object.keys(DECISION_LABELS) as [Decision, ...Decision[]], {
      error: 'Choose what you decide',
    }),
    words: reviewWords,
    through: z.coerce.number().int().nonnegative().catch(0),
  })
  .superRefine(({ decision, words }, context) => {
    const message = wordsMissing(decision, words ?? null)
    if (message === null) return
    context.addIssue({ code: 'custom', path: ['words'], message })
  })
  .transform(({ words = null, ...form }) => ({ ...form, words }))
export type Review = z.output<typeof reviewForm>

/** What follows where a decision is taken back, for the editor who is about to. */
export const TAKEN_BACK_FOLLOWS: Readonly<Record<Decision, string>> = {
  approved:
    'The entry is out of the directory at once and waits for an editor again. Nothing of it is lost, and the provider is told.',
  sent_back: 'The entry waits for an editor again, as it stands now. The provider is told.',
  looked_at:
    'What changed waits for an editor again, and the day on which it was checked is what it was before. The provider is told.',
  kept_hidden: 'Its places stay hidden until an editor decides again. The provider is told.',
  shown: 'Its places are hidden again at once, until an editor decides again. The provider is told.',
}

/** Whether a decision has words that can be struck out. */
export function hasWordsToStrike({ words }: { words: string | null }): boolean {
  return words !== null && words !== WORDS_STRUCK
}

/** Reads the forms on the page of one decision: its words anew, that they are struck out, or that it is taken back. */
export const reviewCorrectionForm = z
  .discriminatedUnion(
    'intent',
    [
      z.object({ intent: z.literal('words'), words: reviewWords }),
      z.object({ intent: z.literal('take_back') }),
      z.object({ intent: z.literal('strike') }),
    ],
    { error: 'Choose what to do' },
  )
  .transform(form => (form.intent === 'words' ? { ...form, words: form.words ?? null } : form))
export type ReviewCorrection = z.output<typeof reviewCorrectionForm>
