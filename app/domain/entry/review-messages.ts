/** What a provider is told that an editor decided of an entry. They hold no word that was typed, and name no service. */
export const REVIEW_MESSAGES = {
  approved: {
    name: 'entry_approved',
    subject: 'An entry of yours is approved',
    happened: 'An editor of the region has approved an entry of yours: it stands in the directory now.',
    toDo: 'Sign in to see it, and keep its vacancies and its policy true.',
  },
  sent_back: {
    name: 'entry_sent_back',
    subject: 'An entry of yours came back from the editor',
    happened: 'An editor of the region has sent an entry of yours back, and says what to mend.',
    toDo: 'Sign in to read it, mend the entry, and send it again.',
  },
} as const

/** The decisions that are told. */
export type ToldDecision = keyof typeof REVIEW_MESSAGES

/** Whether a decision is told. */
export function isTold(decision: string): decision is ToldDecision {
  return Object.hasOwn(REVIEW_MESSAGES, decision)
}

/** Whether the message of a stored name leads to the entry as its own people keep it. */
export function leadsToOwnEntry(template: string): boolean {
  return Object.values(REVIEW_MESSAGES).some(({ name }) => name === template)
}
