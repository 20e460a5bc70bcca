import { decides } from '@tests/support/rule-rows'
import { accessRule } from './access'

decides(accessRule, {
  'a need met': {
    facts: { accessNeeds: ['wheelchair'] },
    policy: { access: { wheelchair: 'yes' } },
    outcome: 'eligible',
    reason: 'Has wheelchair access',
    tier: 2,
  },
  'a need unmet is never a refusal': {
    facts: { accessNeeds: ['wheelchair'] },
    policy: { access: { wheelchair: 'no' } },
    outcome: 'discuss',
    reason: 'Needs wheelchair access, which they do not have: talk it over',
  },
  'a need not stated': {
    facts: { accessNeeds: ['level_access'] },
    policy: { access: { wheelchair: 'no' } },
    outcome: 'discuss',
    reason: 'Needs level access: they do not say, ask',
  },
  'a lift does where stairs cannot be climbed': {
    facts: { accessNeeds: ['no_stairs'] },
    policy: { access: { lift: 'yes', stairs: 'yes' } },
    outcome: 'eligible',
  },
  'no lift is needed where there are no stairs': {
    facts: { accessNeeds: ['lift'] },
    policy: { access: { lift: 'no', stairs: 'no' } },
    outcome: 'eligible',
  },
  'nothing stated and no needs': { facts: { accessNeeds: [] }, outcome: 'not_applicable' },
  'needs not known': { outcome: 'discuss', reason: 'Access needs not known', missing: ['accessNeeds'] },
  'every need met needs no fact': {
    policy: { access: { wheelchair: 'yes', levelAccess: 'yes', lift: 'yes', stairs: 'no' } },
    outcome: 'eligible',
  },
})
