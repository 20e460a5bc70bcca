import type { Day } from '../../time/calendar'
import type { PersonFacts } from '../facts'
import { type Answer, discuss, eligible, type Rule, stated } from '../rule'
import { years } from '../../words/english'
import { answerHistory, describeHistory, OFFENCE_WORDS } from './offence-history'

/** Arson has one more stance than other offences: after so many years. The year is tier 3, so its reasons are too. */
export const arsonRule: Rule = {
  criterion: 'arson',
  title: 'Arson',
  tier: 1,
  unknowns: ['arson', 'arsonYear'],
  decide(facts, { arson }, _service, today) {
    const words = { name: 'arson', missing: 'arson' } as const
    if (arson?.rule !== 'after_years') return answerHistory(facts.arson, arson?.rule ?? null, words)
    if (facts.arson === 'conviction') return afterYears(facts, arson.years, today)
    return answerHistory(facts.arson, 'case_by_case', words)
  },
  describePolicy({ arson }) {
    if (arson === null) return stated('Arson', null)
    return stated(
      'Arson',
      arson.rule === 'after_years' ? `after ${years(arson.years)}` : OFFENCE_WORDS[arson.rule],
    )
  },
  describeFact(facts) {
    return describeHistory(facts.arson)
  },
}

/** Only the year is kept: in the year the limit runs out it may be either, so it is still discussed. */
function afterYears({ arsonYear }: PersonFacts, limit: number, today: Day): Answer {
  if (arsonYear === null)
    return discuss(`A conviction for arson: they take people ${years(limit)} after, year not known`, [
      'arsonYear',
    ])
  const ago = Number(today.slice(0, 4)) - arsonYear
  return ago > limit
    ? eligible(`Convicted of arson in ${arsonYear}: more than ${years(limit)} ago`, 3)
    : discuss(`Convicted of arson in ${arsonYear}: they take people ${years(limit)} after`, [], 3)
}
