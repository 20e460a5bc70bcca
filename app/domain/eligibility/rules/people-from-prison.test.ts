import { decides } from '@tests/support/rule-rows'
import { peopleFromPrisonRule } from './people-from-prison'

decides(peopleFromPrisonRule, {
  yes: {
    facts: { sex: 'female' },
    policy: { peopleFromPrison: 'yes' },
    outcome: 'eligible',
    reason: 'Takes women straight from prison',
  },
  'yes, sex not known': {
    policy: { peopleFromPrison: 'yes' },
    outcome: 'eligible',
    reason: 'Takes people straight from prison',
  },
  'yes, a house for men': {
    facts: { sex: 'female' },
    policy: { peopleFromPrison: 'yes', sex: 'men' },
    outcome: 'eligible',
    reason: 'Takes people straight from prison',
  },
  'case by case, a house for women': {
    facts: { sex: 'male' },
    policy: { peopleFromPrison: 'case_by_case', sex: 'women' },
    outcome: 'discuss',
    reason: 'People from prison: they decide case by case',
  },
  no: {
    policy: { peopleFromPrison: 'no' },
    outcome: 'not_eligible',
    reason: 'Does not take people from prison',
  },
  'case by case': {
    facts: { sex: 'female' },
    policy: { peopleFromPrison: 'case_by_case' },
    outcome: 'discuss',
    reason: 'Women from prison: they decide case by case',
  },
  'not stated': { outcome: 'discuss', reason: 'They do not say whether they take people from prison: ask' },
})
