import type { FundingSource, PersonFacts } from '../facts'
import type { Policy } from '../policy'
import { type Answer, combine, discuss, eligible, notApplicable, type Rule, stated } from '../rule'
import { pounds } from '../../money/money'
import { listed } from '../../words/english'

const FUNDING_WORDS: Readonly<Record<FundingSource, string>> = {
  housing_benefit: 'housing benefit',
  own_money: 'own money',
  council: 'council funding',
  probation: 'probation funding',
  none: 'no funding',
}

/** Arrears, how the rent is paid, and a service charge no benefit covers. Money never refuses. */
export const moneyRule: Rule = {
  criterion: 'money',
  title: 'Arrears and funding',
  tier: 2,
  unknowns: ['arrearsPence', 'funding', 'canPayCharge'],
  decide(facts, policy) {
    return combine([arrears(facts, policy), funding(facts, policy), charge(facts, policy)], 2)
  },
  describePolicy({ arrearsLimitPence, funding, weeklyChargePence }) {
    const words = [
      arrearsLimitPence === null ? null : `arrears up to ${pounds(arrearsLimitPence)}`,
      funding && `takes ${listed(funding.map(source => FUNDING_WORDS[source]))}`,
      weeklyChargePence === null ? null : `${pounds(weeklyChargePence)} a week to pay oneself`,
    ].filter(Boolean)
    return stated('Arrears and funding', words.join(', ') || null)
  },
  describeFact({ arrearsPence, funding }) {
    const owed = arrearsPence === null ? 'Arrears not known' : `Arrears ${pounds(arrearsPence)}`
    return `${owed}, ${funding === 'unknown' ? 'funding not known' : FUNDING_WORDS[funding]}`
  },
}

function arrears({ arrearsPence: owed }: PersonFacts, { arrearsLimitPence: limit }: Policy): Answer {
  if (owed === 0) return limit === null ? notApplicable() : eligible('No arrears')
  if (owed === null) return discuss('Arrears not known', ['arrearsPence'])
  if (limit === null) return discuss(`Arrears of ${pounds(owed)}: they state no limit, ask`)
  return owed > limit
    ? discuss(`Arrears of ${pounds(owed)}: over their limit of ${pounds(limit)}`)
    : eligible(`Arrears of ${pounds(owed)}: within their limit of ${pounds(limit)}`)
}

/** How the rent is paid is tier 1. A list with nothing in it states nothing. */
function funding({ funding: source }: PersonFacts, policy: Policy): Answer {
  const accepted = policy.funding ?? []
  if (accepted.length === 0) return notApplicable()
  const takes = `they take ${listed(
    accepted.map(each => FUNDING_WORDS[each]),
    'or',
  )}`
  if (source === 'unknown') return discuss(`Not known how the rent is paid: ${takes}`, ['funding'], 1)
  return accepted.includes(source)
    ? eligible(`Takes ${FUNDING_WORDS[source]}`, 1)
    : discuss(`Rent from ${FUNDING_WORDS[source]}: ${takes}`, [], 1)
}

function charge({ canPayCharge }: PersonFacts, { weeklyChargePence }: Policy): Answer {
  if (weeklyChargePence === null || weeklyChargePence === 0) return notApplicable()
  const amount = `${pounds(weeklyChargePence)} a week`
  if (canPayCharge === 'yes') return eligible(`Can pay the charge of ${amount}`)
  return canPayCharge === 'no'
    ? discuss(`The charge of ${amount} is not covered`)
    : discuss(`Not known whether the charge of ${amount} can be paid`, ['canPayCharge'])
}
