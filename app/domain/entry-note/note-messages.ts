/** What is told of a note about an entry. They hold no word that was typed, and name no service and nobody. */
export const NOTE_MESSAGES = {
  note: {
    name: 'entry_note',
    subject: 'Somebody says that something is wrong with an entry of yours',
    happened:
      'Somebody who reads the directory says that something is wrong with what it says of one of your services.',
    toDo: 'Sign in to read it. If it is wrong, mend the entry; then answer, so that they know.',
  },
  answer: {
    name: 'entry_note_answered',
    subject: 'What you told about an entry of the directory is answered',
    happened:
      'You said that something is wrong with an entry of the directory. Whoever keeps it has answered.',
    toDo: 'Sign in to read it.',
  },
} as const
