import type { Day } from '../../time/calendar'
import type { PersonFacts } from '../facts'
import type { Policy } from '../policy'
import { type Answer, discuss, eligible, notApplicable, notEligible, type Rule, stated } from '../rule'

type YesNoUnknown = PersonFacts['unspentConviction']

const ANSWERED = { yes: 'Unspent conviction', no: 'No unspent conviction' }

/** Unspent or recent convictions. Spent ones are never asked for. */
export const convictionsRule: Rule = {
  criterion: 'convictions',
  title: 'Unspent or recent conviction',
  tier: 2,
  unknowns: ['status', 'unspentConviction', 'lastConvictionMonth'],
  decide(facts, { convictions }, _service, today) {
    if (convictions === null) return notApplicable('They state no limit on convictions')
    if (convictions.rule === 'any') return eligible('No limit on convictions', 1)
    const unspent = unspentConviction(facts)
    if (unspent === 'no') return eligible('No unspent conviction')
    if (convictions.rule === 'none_within') return recent(facts, convictions.months, today)
    return unspent === 'yes'
      ? notEligible('An unspent conviction: they take none')
      : discuss('Not known whether a conviction is unspent: they take none', ['unspentConviction'])
  },
  describePolicy(policy) {
    return stated('Convictions', policyWords(policy))
  },
  describeFact(facts) {
    if (facts.unspentConviction !== 'unknown') return ANSWERED[facts.unspentConviction]
    return unspentConviction(facts) === 'yes' ? 'A sentence is being served, so not yet spent' : 'Not known'
  },
}

/** A prison sentence is unspent while it is served and for a year after at least (Rehabilitation of Offenders Act 1974, s. 5). */
function unspentConviction({ unspentConviction: answer, status }: PersonFacts): YesNoUnknown {
  if (answer !== 'unknown') return answer
  return status === 'sentenced' || status === 'recall' ? 'yes' : 'unknown'
}

/** Only the month is kept: in the month the limit runs out it may be either. */
function recent(facts: PersonFacts, limit: number, today: Day): Answer {
  const month = facts.lastConvictionMonth
  const policy = `none in the last ${limit} months`
  if (month === null)
    return discuss(`Date of the last conviction not known: they take ${policy}`, ['lastConvictionMonth'])
  const ago = monthsBetween(month, today)
  if (ago < limit) return notEligible(`Last convicted ${agoWords(ago)}: they take ${policy}`)
  if (ago > limit) return eligible(`Last convicted more than ${limit} months ago`)
  return discuss(`Last convicted about ${limit} months ago: they take ${policy}`)
}

function agoWords(months: number): string {
  if (months < 1) return 'this month'
  return months === 1 ? 'a month ago' : `${months} months ago`
}

function monthsBetween(month: string, today: Day): number {
  const years = Number(today.slice(0, 4)) - Number(month.slice(0, 4))
  return years * 12 + Number(today.slice(5, 7)) - Number(month.slice(5, 7))
}

function policyWords({ convictions }: Policy): string | null {
  if (convictions === null) return null
  if (convictions.rule === 'any') return 'no limit'
  return convictions.rule === 'none_unspent'
    ? 'none unspent'
    : `none in the last ${convictions.months} months`
}
