import { expect, it } from 'vitest'
import type { z } from 'zod'
import { Policy } from '../policy'
import { aService, decides } from '@tests/support/rule-rows'
import { violenceRule } from './violence'

const absolute = { violence: { highest: 'medium', absolute: true } } as const
const recent = { violence: { highest: 'medium', olderThanYears: 2 } } as const
const notStaff: z.input<typeof Policy> = { violence: { highest: 'high', notTowards: ['staff'] } }

decides(violenceRule, {
  'above an absolute limit': {
    facts: { violence: 'high' },
    policy: absolute,
    outcome: 'not_eligible',
    reason: 'Violence: high, above their limit of medium',
    tier: 1,
  },
  'at the limit': {
    facts: { violence: 'medium' },
    policy: absolute,
    outcome: 'eligible',
    reason: 'Violence: medium, within their limit of medium',
  },
  'above a limit that is not absolute': {
    facts: { violence: 'high' },
    policy: { violence: { highest: 'medium' } },
    outcome: 'discuss',
    reason: 'Violence: high, above their limit of medium: they will want to know about the last incident',
  },
  'above it, last incident long ago': {
    facts: { violence: 'high', violenceLastYear: 2019 },
    policy: recent,
    outcome: 'eligible',
    reason: 'Last incident in 2019: more than 2 years ago',
    tier: 3,
  },
  'above it, last incident recent': {
    facts: { violence: 'high', violenceLastYear: 2025 },
    policy: recent,
    outcome: 'discuss',
    reason: 'Last incident in 2025, inside 2 years: they will want to know about it',
    tier: 3,
  },
  'above it, year not known': {
    facts: { violence: 'high' },
    policy: recent,
    outcome: 'discuss',
    missing: ['violenceLastYear'],
  },
  'towards somebody they discuss': {
    facts: { violence: 'low', violenceTargets: ['staff'] },
    policy: notStaff,
    outcome: 'discuss',
    reason: 'Violence towards staff: they discuss violence towards staff',
    tier: 3,
  },
  'towards somebody else': {
    facts: { violence: 'low', violenceTargets: ['strangers'] },
    policy: notStaff,
    outcome: 'eligible',
  },
  'towards whom not known': {
    facts: { violence: 'low' },
    policy: notStaff,
    outcome: 'discuss',
    missing: ['violenceTargets'],
  },
  none: {
    facts: { violence: 'none' },
    policy: absolute,
    outcome: 'eligible',
    reason: 'Violence: none recorded',
  },
  'not known': { policy: absolute, outcome: 'discuss', missing: ['violence'] },
  'any band needs no fact': { policy: { violence: { highest: 'very_high' } }, outcome: 'eligible' },
  'not stated and some': { facts: { violence: 'low' }, outcome: 'discuss' },
  'not stated and none': { facts: { violence: 'none' }, outcome: 'not_applicable' },
})

it('says the limit in words', () => {
  const words = (policy: unknown) => violenceRule.describePolicy(Policy.parse(policy), aService())
  expect(words(absolute)).toBe('Violence: up to medium, no higher')
  expect(words(recent)).toBe('Violence: up to medium, above that if more than 2 years ago')
  expect(words(notStaff)).toBe('Violence: up to high, towards staff discussed')
})
