import type { CorrectReviewResult } from '~/domain/entry/correct-review.server'
import type { EntryResult } from '~/domain/entry/save-part.server'

type Refusal = Extract<CorrectReviewResult, { ok: false }>['reason']
type Own = Exclude<Refusal, Extract<EntryResult, { ok: false }>['reason']>

/** Why a decision was neither worded anew nor taken back. */
export const NOT_CORRECTED: Readonly<Record<Own, string>> = {
  unchanged: 'These are the words that stand. Change them, or go back',
  words_missing: 'A decision of this kind needs words: say what the provider has to know',
  no_words: 'There are no words to strike out any more. Read how it stands below',
  taken_back: 'It was taken back already, by whom and when stands below. Nothing of yours was saved',
  later:
    'Another decision was made since, or the entry has moved on: this one cannot be taken back. Decide anew instead',
  sent_to:
    'Somebody was referred there already, so the approval cannot be taken back. Pause the entry, or close it, which says what follows for them',
}

export const CORRECTED = {
  words: 'Corrected. What it said before is in the history of the entry, and the provider is told.',
  take_back: 'Taken back. The provider is told.',
  strike: 'The words are struck out, here and in the history of the entry.',
} as const
