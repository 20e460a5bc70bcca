import type { LinkKind } from './reminder'

const PRESS =
  'Open the link to see of which. If all of it is still right, press the button there: you need not sign in. If it is not, sign in and change it. The link is yours: do not send it on.'

/** What is told of what grows old. They name no person and no service. */
export const REMINDER_MESSAGES = {
  policy_60: {
    name: 'policy_60',
    subject: 'Is your policy still right? It was verified 60 days ago',
    happened:
      'Whom one of your services takes was last verified 60 days ago. From 90 days on, referrers are told to ask before they rely on it.',
    toDo: PRESS,
  },
  policy_80: {
    name: 'policy_80',
    subject: 'Is your policy still right? It was verified 80 days ago or more',
    happened:
      'Whom one of your services takes was last verified 80 days ago or more. From 90 days on, referrers are told to ask before they rely on it, and find other places first.',
    toDo: PRESS,
  },
  vacancies: {
    name: 'vacancies_grow_old',
    subject: 'Are your vacancies still right?',
    happened:
      'The vacancies of one of your services were not confirmed for a while. Soon referrers will read “check first” beside them.',
    toDo: PRESS,
  },
} as const satisfies Record<LinkKind, { name: string; subject: string; happened: string; toDo: string }>
