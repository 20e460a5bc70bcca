import { decides } from '@tests/support/rule-rows'
import { injectingRule } from './injecting'

decides(injectingRule, {
  'no and current': {
    facts: { injecting: 'current' },
    policy: { injecting: 'no' },
    outcome: 'not_eligible',
    reason: 'Does not take people who inject',
    tier: 2,
  },
  'no and past': {
    facts: { injecting: 'past' },
    policy: { injecting: 'no' },
    outcome: 'eligible',
    reason: 'No current injecting',
  },
  'no and not known': { policy: { injecting: 'no' }, outcome: 'discuss', missing: ['injecting'] },
  'yes and current': { facts: { injecting: 'current' }, policy: { injecting: 'yes' }, outcome: 'eligible' },
  'yes needs no fact': { policy: { injecting: 'yes' }, outcome: 'eligible' },
  'not stated and current': { facts: { injecting: 'current' }, outcome: 'discuss' },
  'not stated and none': { facts: { injecting: 'none' }, outcome: 'not_applicable' },
})
