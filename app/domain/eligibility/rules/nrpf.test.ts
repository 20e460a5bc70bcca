import { decides } from '@tests/support/rule-rows'
import { nrpfRule } from './nrpf'

decides(nrpfRule, {
  'no and no recourse': {
    facts: { recourse: 'no' },
    policy: { nrpf: 'no' },
    outcome: 'not_eligible',
    reason: 'Does not take people with no recourse to public funds',
  },
  'funded only and no recourse': {
    facts: { recourse: 'no' },
    policy: { nrpf: 'funded_only' },
    outcome: 'discuss',
    reason: 'No recourse to public funds: they take it only where somebody funds the place',
  },
  'no and not known': { policy: { nrpf: 'no' }, outcome: 'discuss', missing: ['recourse'] },
  'funded only and not known': { policy: { nrpf: 'funded_only' }, outcome: 'discuss', missing: ['recourse'] },
  'no and recourse': {
    facts: { recourse: 'yes' },
    policy: { nrpf: 'no' },
    outcome: 'eligible',
    reason: 'Has recourse to public funds',
  },
  'accepts needs no fact': { policy: { nrpf: 'accepts' }, outcome: 'eligible' },
  'not stated and no recourse': { facts: { recourse: 'no' }, outcome: 'discuss' },
  'not stated and recourse': { facts: { recourse: 'yes' }, outcome: 'not_applicable' },
})
