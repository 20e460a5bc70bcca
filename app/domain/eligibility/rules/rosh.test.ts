import { decides } from '@tests/support/rule-rows'
import { roshRule } from './rosh'

const absolute = { rosh: { highest: 'medium', absolute: true } } as const

decides(roshRule, {
  'above an absolute limit': {
    facts: { rosh: 'high' },
    policy: absolute,
    outcome: 'not_eligible',
    reason: 'Risk of serious harm high: above their limit of medium',
    tier: 1,
  },
  'above a limit that is not absolute': {
    facts: { rosh: 'high' },
    policy: { rosh: { highest: 'medium' } },
    outcome: 'discuss',
  },
  'within the limit, assessed this year': {
    facts: { rosh: 'medium', roshAssessedOn: '2026-04-01' },
    policy: absolute,
    outcome: 'eligible',
    reason: 'Risk of serious harm medium: within their limit',
  },
  'within the limit, assessed 12 months ago to the day': {
    facts: { rosh: 'medium', roshAssessedOn: '2025-11-22' },
    policy: absolute,
    outcome: 'eligible',
  },
  'within the limit, assessed the day before that': {
    facts: { rosh: 'medium', roshAssessedOn: '2025-11-21' },
    policy: absolute,
    outcome: 'discuss',
    reason: 'The risk of serious harm assessment is older than 12 months',
    tier: 3,
  },
  'date not known': {
    facts: { rosh: 'low' },
    policy: absolute,
    outcome: 'discuss',
    missing: ['roshAssessedOn'],
  },
  'not assessed, as on remand, is not low': {
    facts: { rosh: 'not_assessed', status: 'remand' },
    policy: absolute,
    outcome: 'discuss',
    reason: 'Risk of serious harm not assessed: this does not mean low',
  },
  'not known': { policy: absolute, outcome: 'discuss', missing: ['rosh', 'roshAssessedOn'] },
  'not known and no limit stated': { outcome: 'discuss', missing: ['rosh'] },
  'any level needs no fact': { policy: { rosh: { highest: 'very_high' } }, outcome: 'eligible' },
  'not stated and high': { facts: { rosh: 'high' }, outcome: 'discuss' },
  'not stated and low': { facts: { rosh: 'low' }, outcome: 'not_applicable' },
})
