/** What the other side of a nomination is told. They name no person, no programme and no reason. */
export const NOMINATION_MESSAGES = {
  nominate: {
    name: 'nominated',
    subject: 'Somebody is nominated for a programme of yours',
    happened: 'A prison’s team has nominated somebody for a programme of yours.',
    toDo: 'Sign in to start the checks and to give a place.',
  },
  step: {
    name: 'nomination_moved',
    subject: 'A nomination has moved on',
    happened: 'There is news of a nomination to a family programme.',
    toDo: 'Sign in to see where it stands now.',
  },
} as const
