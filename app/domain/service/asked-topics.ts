import { codesOf } from '../words/codes'

/** What people ring to ask, by the words a card has for it. Safe for the browser. */
export const ASKED_LABELS = {
  who: 'Who',
  ages: 'Ages',
  room: 'Room',
  children: 'Children',
  couples: 'Couples',
  pets: 'Pets',
  'from-prison': 'From prison',
  pay: 'To pay',
  staffed: 'Staffed',
  for: 'For',
  where: 'Where',
  run: 'Next run',
  'refer-by': 'Refer by',
  refers: 'Who refers',
  wheelchair: 'Wheelchair',
  languages: 'Languages',
}
export type AskedTopic = keyof typeof ASKED_LABELS
export const ASKED_TOPICS = codesOf(ASKED_LABELS)

/** One thing people ask about a service, answered; as it travels to the browser, so short. */
export interface AskedFact {
  topic: AskedTopic
  value: string
  /** Left out for a fact that is neither yes nor no. */
  answer?: 'yes' | 'no' | 'ask'
}

const READ_ALONE: readonly AskedTopic[] = ['who', 'ages']

/** True where a value reads without its label: 'Women only'. */
export function readsAlone({ topic, answer }: AskedFact): boolean {
  return answer === undefined && READ_ALONE.includes(topic)
}
