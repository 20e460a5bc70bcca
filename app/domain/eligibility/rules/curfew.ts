import { discuss, eligible, notApplicable, notEligible, type Rule, stated } from '../rule'

export const curfewRule: Rule = {
  criterion: 'curfew',
  title: 'Curfew or tag',
  tier: 1,
  unknowns: ['curfew'],
  decide({ curfew }, policy) {
    if (curfew === 'no') return notApplicable('No curfew or tag')
    if (policy.curfew === 'yes') return eligible('Takes people on a curfew or tag')
    if (curfew === 'unknown') return discuss('Not known whether there will be a curfew or tag', ['curfew'])
    if (policy.curfew === null)
      return discuss('They do not say whether they take people on a curfew or tag: ask')
    return notEligible('Does not take people on a curfew or tag')
  },
  describePolicy({ curfew }) {
    return stated('Curfew or tag', curfew)
  },
  describeFact({ curfew }) {
    return { yes: 'Imposed', no: 'None', unknown: 'Not known' }[curfew]
  },
}
