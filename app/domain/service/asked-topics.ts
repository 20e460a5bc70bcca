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
const ASKED_TOPICS = codesOf(ASKED_LABELS)

const ANSWERS = ['yes', 'no', 'ask'] as const

/** One thing people ask about a service, answered. */
export interface AskedFact {
  topic: AskedTopic
  value: string
  /** Left out for a fact that is neither yes nor no. */
  answer?: (typeof ANSWERS)[number]
}

const READ_ALONE: readonly AskedTopic[] = ['who', 'ages']

/** True where a value reads without its label: 'Women only'. */
export function readsAlone({ topic, answer }: AskedFact): boolean {
  return answer === undefined && READ_ALONE.includes(topic)
}

/** Facts in one text, a line each: 'pets ask Assistance dogs'. A page of results sends two hundred of them. */
export function packFacts(facts: readonly AskedFact[]): string {
  return facts.map(({ topic, answer = '', value }) => `${topic} ${answer} ${value}`).join('\n')
}

/** What `packFacts` wrote. */
export function unpackFacts(text: string): AskedFact[] {
  return text.split('\n').flatMap(line => {
    const [, name, said, value = ''] = /^(\S+) (\S*) (.*)$/.exec(line) ?? []
    const topic = ASKED_TOPICS.find(each => each === name)
    const answer = ANSWERS.find(each => each === said)
    return topic ? [{ topic, value, ...(answer && { answer }) }] : []
  })
}
