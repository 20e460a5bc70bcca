import { offenceRule } from './offence-history'

export const sexualOffenceRule = offenceRule({
  criterion: 'sexual_offence',
  title: 'Sexual offence',
  tier: 1,
  field: 'sexualOffence',
  name: 'sexual offences',
})
