import { addMonths, type Day } from '../../time/calendar'
import type { FactField, PersonFacts } from '../facts'
import { rankOf } from '../levels'
import type { Policy } from '../policy'
import { type Answer, discuss, eligible, notApplicable, notEligible, type Rule, stated } from '../rule'
import { sentence } from '../../words/english'

const GOOD_FOR_MONTHS = 12
const LEVEL_WORDS = {
  low: 'low',
  medium: 'medium',
  high: 'high',
  very_high: 'very high',
  not_assessed: 'not assessed',
  unknown: 'not known',
}

/** Remand and short sentences have no OASys: "not assessed" is never read as low (product.md, "Eligibility"). */
export const roshRule: Rule = {
  criterion: 'rosh',
  title: 'Risk of serious harm',
  tier: 1,
  unknowns: ['rosh', 'roshAssessedOn'],
  decide(facts, { rosh: limit }, _service, today) {
    if (limit?.highest === 'very_high') return eligible('Takes people at any level of risk')
    if (facts.rosh === 'unknown') return discuss('Risk of serious harm not known', askedFor(limit))
    if (facts.rosh === 'not_assessed')
      return discuss('Risk of serious harm not assessed: this does not mean low')
    if (limit === null) return unstated(facts)
    return rankOf(facts.rosh) > rankOf(limit.highest) ? aboveLimit(facts, limit) : dated(facts, today)
  },
  describePolicy({ rosh }) {
    if (rosh === null) return stated('Risk of serious harm', null)
    return stated(
      'Risk of serious harm',
      `up to ${LEVEL_WORDS[rosh.highest]}${rosh.absolute ? ', no higher' : ''}`,
    )
  },
  describeFact(facts) {
    return sentence(LEVEL_WORDS[facts.rosh])
  },
}

/** A level counts with its date; where no limit is stated only a high level is to be discussed, whatever its date. */
function askedFor(limit: Policy['rosh']): FactField[] {
  return limit === null ? ['rosh'] : ['rosh', 'roshAssessedOn']
}

function unstated({ rosh }: PersonFacts): Answer {
  return rosh === 'low' || rosh === 'medium'
    ? notApplicable()
    : discuss(`Risk of serious harm ${LEVEL_WORDS[rosh]}: they do not say what they take, ask`)
}

function aboveLimit({ rosh }: PersonFacts, limit: NonNullable<Policy['rosh']>): Answer {
  const above = `Risk of serious harm ${LEVEL_WORDS[rosh]}: above their limit of ${LEVEL_WORDS[limit.highest]}`
  return limit.absolute ? notEligible(above) : discuss(above)
}

/** An assessment older than 12 months no longer speaks for today. Its date is tier 3. */
function dated({ rosh, roshAssessedOn }: PersonFacts, today: Day): Answer {
  if (roshAssessedOn === null)
    return discuss('Date of the risk of serious harm assessment not known', ['roshAssessedOn'])
  return addMonths(roshAssessedOn, GOOD_FOR_MONTHS) < today
    ? discuss('The risk of serious harm assessment is older than 12 months', [], 3)
    : eligible(`Risk of serious harm ${LEVEL_WORDS[rosh]}: within their limit`)
}
