/** What the other side of a nomination is told. They name no person, no programme and no reason. */
export const NOMINATION_MESSAGES = {
  nominate: {
    name: 'nominated',
    subject: 'Somebody is nominated for a programme of yours',
    happened: 'A prison’s team has nominated somebody for a programme of yours.',
    toDo: 'Sign in to start the checks and to give a place.',
  },
  run_cancelled: {
    name: 'run_cancelled',
    subject: 'A run of a family programme is cancelled',
    happened: 'A run that somebody was nominated for will not take place.',
    toDo: 'Sign in to see why, and to choose another run.',
  },
  run_restored: {
    name: 'run_restored',
    subject: 'A run of a family programme is on again',
    happened: 'A run that was cancelled, and that somebody was nominated for, takes place after all.',
    toDo: 'Sign in to see where the nomination stands now.',
  },
  run_arranged: {
    name: 'run_arranged',
    subject: 'When or where a run of a family programme is has changed',
    happened: 'A run that somebody is nominated for is at another time, or in another place.',
    toDo: 'Sign in to see when and where it is now.',
  },
  run_moved: {
    name: 'run_moved',
    subject: 'The dates of a run of a family programme have changed',
    happened: 'A run that somebody is nominated for has other dates now.',
    toDo: 'Sign in to see them, and whether the run can still be finished.',
  },
  step: {
    name: 'nomination_moved',
    subject: 'A nomination has moved on',
    happened: 'There is news of a nomination to a family programme.',
    toDo: 'Sign in to see where it stands now.',
  },
} as const
