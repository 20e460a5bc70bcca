import type { Day } from '../../time/calendar'
import type { FactField, PersonFacts } from '../facts'
import { rankOf } from '../levels'
import type { Policy } from '../policy'
import { type Answer, discuss, eligible, notApplicable, notEligible, type Rule, stated } from '../rule'
import { listed, sentence, years } from '../../words/english'

type Limit = NonNullable<Policy['violence']>

const BAND_WORDS = {
  none: 'none recorded',
  low: 'low',
  medium: 'medium',
  high: 'high',
  very_high: 'very high',
  unknown: 'not known',
}

/** Violence by band (tier 1). When it last happened and towards whom is tier 3. */
export const violenceRule: Rule = {
  criterion: 'violence',
  title: 'Violence',
  tier: 1,
  unknowns: ['violence', 'violenceLastYear', 'violenceTargets'],
  decide(facts, { violence: limit }, _service, today) {
    if (facts.violence === 'none')
      return limit === null ? notApplicable() : eligible('Violence: none recorded')
    if (limit !== null && takesAny(limit)) return eligible('Takes people with any history of violence')
    if (facts.violence === 'unknown') return discuss('Violence: not known whether there is any', ['violence'])
    if (limit === null) return discuss('They do not say what history of violence they take: ask')
    if (rankOf(facts.violence) > rankOf(limit.highest)) return aboveLimit(facts, limit, today)
    return targets(facts, limit)
  },
  describePolicy({ violence }) {
    return stated('Violence', violence && policyWords(violence))
  },
  describeFact(facts) {
    return sentence(BAND_WORDS[facts.violence])
  },
}

function takesAny(limit: Limit): boolean {
  return limit.highest === 'very_high' && limit.notTowards.length === 0
}

function aboveLimit(facts: PersonFacts, limit: Limit, today: Day): Answer {
  const above = `Violence: ${BAND_WORDS[facts.violence]}, above their limit of ${BAND_WORDS[limit.highest]}`
  if (limit.absolute) return notEligible(above)
  if (limit.olderThanYears === null)
    return discuss(`${above}: they will want to know about the last incident`)
  const year = facts.violenceLastYear
  if (year === null)
    return discuss(`${above}: year of the last incident not known`, settledByYear(facts, limit))
  const ago = Number(today.slice(0, 4)) - year
  return ago > limit.olderThanYears
    ? targets(facts, limit, `Last incident in ${year}: more than ${years(limit.olderThanYears)} ago`)
    : discuss(
        `Last incident in ${year}, inside ${years(limit.olderThanYears)}: they will want to know about it`,
        [],
        3,
      )
}

/** A year settles it only where the targets do not ask for a conversation anyway. */
function settledByYear(facts: PersonFacts, limit: Limit): FactField[] {
  const rest = targets(facts, limit)
  if (rest.outcome !== 'discuss') return ['violenceLastYear']
  return rest.missing?.length ? ['violenceLastYear', 'violenceTargets'] : []
}

function targets({ violence, violenceTargets }: PersonFacts, limit: Limit, within?: string): Answer {
  const reason =
    within ?? `Violence: ${BAND_WORDS[violence]}, within their limit of ${BAND_WORDS[limit.highest]}`
  const tier = within === undefined ? 1 : 3
  if (limit.notTowards.length === 0) return eligible(reason, tier)
  const asked = `they discuss violence towards ${listed(limit.notTowards, 'or')}`
  if (violenceTargets === null) return discuss(`Not known towards whom: ${asked}`, ['violenceTargets'])
  const met = limit.notTowards.filter(target => violenceTargets.includes(target))
  return met.length === 0
    ? eligible(reason, tier)
    : discuss(`Violence towards ${listed(met)}: ${asked}`, [], 3)
}

function policyWords(limit: Limit): string {
  if (takesAny(limit)) return 'any'
  const recency =
    limit.olderThanYears === null ? '' : `, above that if more than ${years(limit.olderThanYears)} ago`
  const towards = limit.notTowards.length === 0 ? '' : `, towards ${listed(limit.notTowards, 'or')} discussed`
  return `up to ${BAND_WORDS[limit.highest]}${limit.absolute ? ', no higher' : recency}${towards}`
}
