import { decides } from '@tests/support/rule-rows'
import { curfewRule } from './curfew'

decides(curfewRule, {
  'no and imposed': {
    facts: { curfew: 'yes' },
    policy: { curfew: 'no' },
    outcome: 'not_eligible',
    reason: 'Does not take people on a curfew or tag',
  },
  'no and not known': { policy: { curfew: 'no' }, outcome: 'discuss', missing: ['curfew'] },
  'yes needs no fact': { policy: { curfew: 'yes' }, outcome: 'eligible' },
  'not stated and imposed': { facts: { curfew: 'yes' }, outcome: 'discuss' },
  none: { facts: { curfew: 'no' }, policy: { curfew: 'no' }, outcome: 'not_applicable' },
})
