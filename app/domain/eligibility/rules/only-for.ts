import { GROUP_ROWS, ONLY_FOR_GROUPS, type OnlyForGroup } from '../only-for-groups'
import { discuss, eligible, notApplicable, notEligible, type Rule, stated } from '../rule'
import { listed } from '../../words/english'

/** Of one of the groups a service is kept for she is welcome; confirmed to be of none she is not; otherwise it is asked. */
export const onlyForRule: Rule = {
  criterion: 'only_for',
  title: 'Who it is for',
  tier: 3,
  unknowns: [
    'veteran',
    'careLeaver',
    'substances',
    'abuse',
    'fleeingViolence',
    'mentalHealth',
    'learningDisability',
  ],
  decide(facts, { onlyFor }) {
    if (onlyFor === null || onlyFor.length === 0) return notApplicable()
    const groups = onlyFor.map(group => ({ ...GROUP_ROWS[group], ...GROUP_ROWS[group].of(facts) }))
    const [own] = groups.filter(({ is }) => is === 'yes').sort((a, b) => a.tier - b.tier)
    if (own) return eligible(`Is for ${own.people}`, own.tier)
    const only = `Only for ${peopleOf(onlyFor)}`
    const tier = groups.some(each => each.tier === 3) ? 3 : 2
    if (groups.every(({ is }) => is === 'no')) return notEligible(only, tier)
    const missing = groups.flatMap(group => group.missing)
    return discuss(`${only}, and it is not known whether that is so`, missing, tier)
  },
  describePolicy({ onlyFor }) {
    return stated('Who it is for', onlyFor && policyWords(onlyFor))
  },
  describeFact(facts) {
    const own = ONLY_FOR_GROUPS.map(group => GROUP_ROWS[group]).filter(row => row.of(facts).is === 'yes')
    return own.map(({ person }) => person).join(' · ') || 'Of no group recorded'
  },
}

function policyWords(onlyFor: readonly OnlyForGroup[]): string {
  return onlyFor.length === 0 ? 'no group in particular' : `only ${peopleOf(onlyFor)}`
}

function peopleOf(onlyFor: readonly OnlyForGroup[]): string {
  return listed(
    onlyFor.map(group => GROUP_ROWS[group].people),
    'or',
  )
}
