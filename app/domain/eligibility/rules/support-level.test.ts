import { decides } from '@tests/support/rule-rows'
import { supportLevelRule } from './support-level'

decides(supportLevelRule, {
  'need exceeds offer': {
    facts: { supportNeed: 'high' },
    service: { supportLevel: 'medium' },
    outcome: 'discuss',
    reason: 'Needs high support: they offer medium',
    tier: 1,
  },
  'need met': {
    facts: { supportNeed: 'medium' },
    service: { supportLevel: 'medium' },
    outcome: 'eligible',
    reason: 'Needs medium support: they offer it',
  },
  'high support needs no fact': {
    policy: { supportHoursPerWeek: 10 },
    service: { supportLevel: 'high', staffing: '24 hours' },
    outcome: 'eligible',
    reason: 'Offers high support, 24 hours, 10 hours a week',
    tier: 1,
  },
  'need not known': { service: { supportLevel: 'low' }, outcome: 'discuss', missing: ['supportNeed'] },
  'offer not stated and a need': { facts: { supportNeed: 'medium' }, outcome: 'discuss' },
  'offer not stated and little need': { facts: { supportNeed: 'low' }, outcome: 'not_applicable' },
})
