import type { Day } from '../time/calendar'
import { dayOrYear } from '../time/near-time'
import { sentence } from '../words/english'
import type { AskedAbout } from './asked-about'
import type { AskedFact, AskedTopic } from './asked-topics'
import {
  agesSaid,
  audienceSaid,
  childrenSaid,
  paySaid,
  referBySaid,
  roomsSaid,
  runSaid,
  type Said,
  whereSaid,
  yesCaseNo,
} from './asked-words'
import type { ReferralRoute } from './service'

const WHO = { women: 'Women only', men: 'Men only', mixed: 'Women and men' }
const WHO_REFERS: Readonly<Record<ReferralRoute, string>> = {
  here: 'Your prison’s team',
  phone: 'You: ring',
  elsewhere: 'Another way: ask',
}
const NOT_STATED = { answer: 'ask', value: 'Not stated: ask' } as const

const SAID: Readonly<Record<AskedTopic, (asked: AskedAbout, today: Day) => Said>> = {
  who: ({ takes }) => takes.sex && WHO[takes.sex],
  ages: ({ takes }) => agesSaid(takes),
  room: ({ rooms }) => roomsSaid(rooms),
  children: ({ takes }) => childrenSaid(takes.children),
  couples: ({ takes }) => yesCaseNo(takes.couple),
  pets: ({ takes }) => yesCaseNo(takes.pets),
  'from-prison': ({ takes }) => yesCaseNo(takes.peopleFromPrison),
  pay: paySaid,
  staffed: ({ staffing }) => staffing && sentence(staffing),
  for: ({ programme }) => audienceSaid(programme),
  where: ({ programme }) => whereSaid(programme),
  run: ({ programme }, today) => runSaid(programme, today),
  'refer-by': ({ programme }, today) => referBySaid(programme, today),
  // Probation fills approved premises and CAS (product.md, "The directory").
  refers: ({ kind, referralRoute }) =>
    kind === 'approved_premises' ? 'Probation' : WHO_REFERS[referralRoute],
  wheelchair: ({ wheelchair }) => yesCaseNo(wheelchair === null ? null : wheelchair ? 'yes' : 'no'),
  languages: ({ languages }) => languages.join(', ') || null,
}

/** In the order people ask. */
const HOME: readonly AskedTopic[] = [
  ...(['who', 'ages', 'room', 'children', 'couples', 'pets', 'from-prison', 'pay', 'staffed'] as const),
  'refers',
]
const PROGRAMME: readonly AskedTopic[] = ['for', 'where', 'run', 'refer-by', 'refers']
/** Neither a home nor a programme: a council has nothing to say of rooms. */
const OTHER: readonly AskedTopic[] = ['who', 'ages', 'from-prison', 'pay', 'refers']
/** Said only where somebody looks for it. */
const WHERE_SOUGHT: readonly AskedTopic[] = ['wheelchair', 'languages']

/**
 * What people ask about a service as of `today`, in the order they ask it. What a home does not state says so and is to be asked; of other
 * services it is left out. `sought` is what somebody looks for: it is said too.
 */
export function askedFacts(asked: AskedAbout, today: Day, sought: readonly AskedTopic[] = []): AskedFact[] {
  const usual = asked.isHome ? HOME : asked.programme ? PROGRAMME : OTHER
  const also = WHERE_SOUGHT.filter(topic => sought.includes(topic))
  return [...usual, ...also].flatMap(topic => {
    const said = SAID[topic](asked, today)
    if (said === null) return asked.isHome || also.includes(topic) ? [{ topic, ...NOT_STATED }] : []
    return [typeof said === 'string' ? { topic, value: said } : { topic, ...said }]
  })
}

/** 'rules checked Wed 18 November', 'rules not checked'; of what has none, a programme or a centre, 'entry checked Wed 18 November'. */
export function checkedWords({ checkedOn, assuredOn, isHome }: AskedAbout, today: Day): string {
  if (checkedOn !== null) return `rules checked ${dayOrYear(checkedOn, today)}`
  if (isHome) return 'rules not checked'
  return assuredOn === null ? 'entry not checked' : `entry checked ${dayOrYear(assuredOn, today)}`
}
