/** What a message is told. Ids and references only: no name, no service, nothing about the person it concerns. */
export interface MessageFacts {
  /** The referral's reference, 'R-20901'; null when the reader may no longer see the referral. */
  reference: string | null
  /** Where to read the rest, behind sign-in: an address of this site, whole. */
  link: string
}

interface Template {
  subject: string
  happened: string
  toDo: string
}

const READ = 'Sign in to read it.'

/**
 * Every message the service sends, by the name kept in message.template. `{R}` stands for the referral's reference. A message
 * says that something happened and where to read it; what it says about a person stays behind sign-in.
 */
const TEMPLATES = {
  referral_submitted: {
    subject: 'New referral {R}',
    happened: 'A prison’s resettlement team has sent you referral {R}.',
    toDo: 'Please take it to assess, ask for what is missing, or decline it, by the time its page says.',
  },
  referral_taken: {
    subject: 'Referral {R} is being assessed',
    happened: 'The provider has taken referral {R} to assess.',
    toDo: READ,
  },
  information_requested: {
    subject: 'Referral {R}: the provider needs more information',
    happened: 'The provider has asked for more information about referral {R}.',
    toDo: 'Please answer by the time its page says.',
  },
  information_answered: {
    subject: 'Referral {R}: your questions are answered',
    happened: 'The referrer has answered what you asked about referral {R}.',
    toDo: READ,
  },
  assessment_booked: {
    subject: 'Referral {R}: an assessment is booked',
    happened: 'The provider has booked an assessment for referral {R}.',
    toDo: 'Sign in for the time and the way it will be held.',
  },
  waiting_list: {
    subject: 'Referral {R} is on a waiting list',
    happened: 'The provider has put referral {R} on its waiting list.',
    toDo: 'You may refer elsewhere at the same time.',
  },
  offered: {
    subject: 'Referral {R}: a bedspace is offered',
    happened: 'The provider offers a bedspace for referral {R}.',
    toDo: 'Sign in to see for which days, at what price and until when, and to answer with the person’s yes or no.',
  },
  offer_extended: {
    subject: 'Referral {R}: the offer is extended',
    happened: 'The provider has given more time to answer the offer for referral {R}.',
    toDo: READ,
  },
  offer_accepted: {
    subject: 'Referral {R}: the offer is accepted',
    happened: 'The person has said yes to the bedspace you offered for referral {R}.',
    toDo: 'Sign in to plan the arrival.',
  },
  offer_refused: {
    subject: 'Referral {R}: the offer is refused',
    happened: 'The bedspace you offered for referral {R} is not wanted and is free again.',
    toDo: READ,
  },
  offer_expired: {
    subject: 'Referral {R}: the offer has expired',
    happened: 'Nobody answered the offer for referral {R} in time. The bedspace is free again.',
    toDo: READ,
  },
  offer_taken_back: {
    subject: 'Referral {R}: the offer is taken back',
    happened: 'The provider has taken back the offer for referral {R}. It is under review again.',
    toDo: 'Sign in to read why.',
  },
  approval: {
    subject: 'Referral {R}: the address check has moved on',
    happened: 'The approval of the address for referral {R} has changed.',
    toDo: READ,
  },
  date_moved: {
    subject: 'Referral {R}: the release date has moved',
    happened: 'The release date behind referral {R} has moved. Nothing is cancelled.',
    toDo: 'Please reconfirm for the new date by the time its page says, or decline.',
  },
  stay_goes_on: {
    subject: 'Referral {R}: the bedspace is not free yet',
    happened: 'Somebody still stays in the bedspace for referral {R}. Nothing is cancelled.',
    toDo: 'The provider reconfirms once the bedspace is free, or declines. Please sign in and agree what to do meanwhile.',
  },
  referral_changed: {
    subject: 'Referral {R}: something has changed',
    happened: 'Something is not as it was when referral {R} was sent.',
    toDo: 'Please sign in and read it before you offer or answer.',
  },
  date_moved_look: {
    subject: 'Referral {R}: the release date has moved',
    happened: 'The release date behind referral {R} has moved. The referral stands as it was.',
    toDo: 'Please sign in and look at it again: the time to act may have changed.',
  },
  reconfirmed: {
    subject: 'Referral {R} is reconfirmed',
    happened: 'The provider has reconfirmed the bedspace for referral {R}.',
    toDo: READ,
  },
  arrived: {
    subject: 'Referral {R}: arrived',
    happened: 'The provider has recorded an arrival for referral {R}.',
    toDo: READ,
  },
  no_show: {
    subject: 'Referral {R}: nobody arrived',
    happened: 'The provider has recorded a no-show for referral {R}.',
    toDo: 'Please sign in today.',
  },
  departed: {
    subject: 'Referral {R}: departed',
    happened: 'The provider has recorded a departure for referral {R}.',
    toDo: READ,
  },
  parked: {
    subject: 'Referral {R} is parked',
    happened: 'Referral {R} is parked: please keep no bedspace for it for now.',
    toDo: READ,
  },
  reopened: {
    subject: 'Referral {R} is open again',
    happened: 'Referral {R} is no longer parked.',
    toDo: READ,
  },
  closed_elsewhere: {
    subject: 'Referral {R} is closed',
    happened: 'Referral {R} is closed: the person is placed elsewhere.',
    toDo: READ,
  },
  declined: {
    subject: 'Referral {R} is declined',
    happened: 'The provider has declined referral {R}.',
    toDo: 'Sign in to read why, and to refer elsewhere.',
  },
  withdrawn: {
    subject: 'Referral {R} is withdrawn',
    happened: 'The referrer has withdrawn referral {R}.',
    toDo: READ,
  },
} as const satisfies Record<string, Template>

export type TemplateName = keyof typeof TEMPLATES

export interface RenderedMessage {
  subject: string
  text: string
}

/** The words of one message. Its subject is one line, whatever it was given. */
export function renderMessage(name: TemplateName, facts: MessageFacts): RenderedMessage {
  const template: Template = TEMPLATES[name]
  const fill = (words: string) => words.replaceAll('{R}', facts.reference ?? '(closed)')
  const text = [fill(template.happened), fill(template.toDo), facts.link, SIGNATURE].join('\n\n')
  return { subject: oneLine(fill(template.subject)), text: `${text}\n` }
}

/** True when the text names a message of this table. */
export function isTemplateName(name: string): name is TemplateName {
  return Object.hasOwn(TEMPLATES, name)
}

/** Text for a mail header: no line end in it can start another header. */
export function oneLine(text: string): string {
  return text.replace(/[\r\n\u0085\u2028\u2029]+/g, ' ').trim()
}

const SIGNATURE = 'Throughgate. This message holds no personal details. Please do not reply to it with any.'
