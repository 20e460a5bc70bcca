import { discuss, eligible, notApplicable, notEligible, type Rule, stated } from '../rule'

const POLICY_WORDS = { accepts: 'accepted', funded_only: 'only where a place is funded', no: 'not accepted' }
const FACT_WORDS = {
  yes: 'Has recourse to public funds',
  no: 'No recourse to public funds',
  unknown: 'Not known',
}

export const nrpfRule: Rule = {
  criterion: 'nrpf',
  title: 'No recourse to public funds',
  tier: 2,
  unknowns: ['recourse'],
  decide({ recourse }, { nrpf }) {
    if (nrpf === 'accepts')
      return recourse === 'yes'
        ? notApplicable()
        : eligible('Takes people with no recourse to public funds', 1)
    if (recourse === 'yes') return nrpf === null ? notApplicable() : eligible('Has recourse to public funds')
    if (recourse === 'unknown') return discuss('Recourse to public funds not known', ['recourse'])
    if (nrpf === null)
      return discuss('No recourse to public funds: they do not say whether they take it, ask')
    return nrpf === 'no'
      ? notEligible('Does not take people with no recourse to public funds')
      : discuss('No recourse to public funds: they take it only where somebody funds the place')
  },
  describePolicy({ nrpf }) {
    return stated('No recourse to public funds', nrpf && POLICY_WORDS[nrpf])
  },
  describeFact(facts) {
    return FACT_WORDS[facts.recourse]
  },
}
