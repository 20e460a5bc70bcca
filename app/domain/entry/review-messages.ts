/** What a provider is told that an editor decided of an entry, or did with a run of it. They hold no word that was typed, and name no service. */
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
  run_added: {
    name: 'entry_run_added',
    subject: 'A run was added to a programme of yours',
    happened: 'An editor of the region has added a run to a programme of yours.',
    toDo: 'Sign in to see its days and its places, and to mend them if they are wrong.',
  },
  run_changed: {
    name: 'entry_run_changed',
    subject: 'A run of a programme of yours was changed',
    happened: 'An editor of the region has changed a run of a programme of yours.',
    toDo: 'Sign in to see what it says now. What it said before is in the history of the entry.',
  },
  run_cancelled: {
    name: 'entry_run_cancelled',
    subject: 'A run of a programme of yours was cancelled',
    happened: 'An editor of the region has cancelled a run of a programme of yours.',
    toDo: 'Sign in to see which and why. If it does take place, put it on again.',
  },
  run_restored: {
    name: 'entry_run_restored',
    subject: 'A run of a programme of yours is on again',
    happened: 'An editor of the region has put a run of a programme of yours on again that was cancelled.',
    toDo: 'Sign in to see it. Places that were given before are given again on each nomination.',
  },
} as const

/** What is told. */
export type ToldDecision = keyof typeof REVIEW_MESSAGES

/** Whether that is told. */
export function isTold(decision: string): decision is ToldDecision {
  return Object.hasOwn(REVIEW_MESSAGES, decision)
}

/** Whether the message of a stored name leads to the entry as its own people keep it. */
export function leadsToOwnEntry(template: string): boolean {
  return Object.values(REVIEW_MESSAGES).some(({ name }) => name === template)
}
