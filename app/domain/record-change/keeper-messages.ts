/**
 * All that whoever keeps an entry is told that another did with it: what an editor decided of it, or did with its rooms or a run of it. They hold
 * no word that was typed, and name no service. Whoever tells names a row of this table. Safe for the browser.
 */
export const KEEPER_MESSAGES = {
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
  rooms_changed: {
    name: 'entry_rooms_changed',
    subject: 'The rooms of a service of yours were changed',
    happened: 'An editor of the region has added, changed or closed rooms of a service of yours.',
    toDo: 'Sign in to see them, and to mend them if they are wrong. What they were before is in the history of the entry.',
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
  looked_at: {
    name: 'entry_looked_at',
    subject: 'An editor has written to you about an entry of yours',
    happened: 'An editor of the region has looked at what changed in an entry of yours, and writes to you.',
    toDo: 'Sign in to read it. The entry stands in the directory as before.',
  },
  kept_hidden: {
    name: 'entry_kept_hidden',
    subject: 'The places of an entry of yours stay hidden',
    happened: 'An editor of the region has decided that the places of an entry of yours stay hidden.',
    toDo: 'Sign in to read how that was agreed. If it was not, ring the regional team.',
  },
  shown: {
    name: 'entry_places_shown',
    subject: 'The places of an entry of yours are shown',
    happened:
      'An editor of the region has decided that the places of an entry of yours may be shown: they are from now on.',
    toDo: 'Sign in to read how that was agreed. If it was not, ring the regional team at once.',
  },
  approved_taken_back: {
    name: 'entry_approval_taken_back',
    subject: 'The approval of an entry of yours is taken back',
    happened:
      'An editor of the region approved an entry of yours by mistake, and has taken that back. It is out of the directory and waits for an editor again; nothing of it is lost.',
    toDo: 'You need do nothing. Sign in to read how it stands.',
  },
  sent_back_taken_back: {
    name: 'entry_return_taken_back',
    subject: 'An entry of yours waits for the editor again',
    happened:
      'An editor of the region sent an entry of yours back by mistake, and has taken that back. It waits for an editor again as it stands.',
    toDo: 'You need do nothing. To mend it first, sign in and take it back.',
  },
  places_taken_back: {
    name: 'entry_places_taken_back',
    subject: 'What was decided of the places of an entry is taken back',
    happened:
      'An editor of the region has taken back what was decided about showing the places of an entry of yours. They are hidden until an editor decides again with you.',
    toDo: 'Sign in to read how it stands, or ring the regional team.',
  },
  looked_at_taken_back: {
    name: 'entry_look_taken_back',
    subject: 'An editor looks again at what changed in an entry of yours',
    happened:
      'An editor of the region has taken back that what changed in an entry of yours was looked at. It stands in the directory as before.',
    toDo: 'You need do nothing.',
  },
  words_corrected: {
    name: 'entry_words_corrected',
    subject: 'What an editor wrote to you about an entry has been corrected',
    happened:
      'An editor of the region has corrected what they wrote about an entry of yours. What it said before is in its history.',
    toDo: 'Sign in to read it.',
  },
} as const

/** What is told, by the name of its row. */
export type KeeperNews = keyof typeof KEEPER_MESSAGES

/** Whether a stored text names what a keeper is told. */
export function isKeeperNews(text: string): text is KeeperNews {
  return Object.hasOwn(KEEPER_MESSAGES, text)
}

/** Whether the message of a stored name leads to the entry as its own people keep it. */
export function leadsToOwnEntry(template: string): boolean {
  return Object.values(KEEPER_MESSAGES).some(({ name }) => name === template)
}
