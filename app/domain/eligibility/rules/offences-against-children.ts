import { offenceRule } from './offence-history'

export const offencesAgainstChildrenRule = offenceRule({
  criterion: 'offences_against_children',
  title: 'Offences against children',
  tier: 1,
  field: 'offencesAgainstChildren',
  name: 'offences against children',
})
