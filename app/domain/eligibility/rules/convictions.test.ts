import { expect, it } from 'vitest'
import { decides } from '@tests/support/rule-rows'
import { PersonFacts } from '../facts'
import { convictionsRule } from './convictions'

const noneUnspent = { convictions: { rule: 'none_unspent' } } as const
const noneInAYear = { convictions: { rule: 'none_within', months: 12 } } as const

decides(convictionsRule, {
  'none unspent and a sentence being served': {
    facts: { status: 'sentenced' },
    policy: noneUnspent,
    outcome: 'not_eligible',
    reason: 'An unspent conviction: they take none',
    tier: 2,
  },
  'none unspent and a recall': { facts: { status: 'recall' }, policy: noneUnspent, outcome: 'not_eligible' },
  'none unspent and remand': {
    facts: { status: 'remand' },
    policy: noneUnspent,
    outcome: 'discuss',
    missing: ['unspentConviction'],
  },
  'none unspent and confirmed none': {
    facts: { status: 'remand', unspentConviction: 'no' },
    policy: noneUnspent,
    outcome: 'eligible',
    reason: 'No unspent conviction',
  },
  'convicted inside the months': {
    facts: { status: 'sentenced', lastConvictionMonth: '2026-03' },
    policy: noneInAYear,
    outcome: 'not_eligible',
    reason: 'Last convicted 8 months ago: they take none in the last 12 months',
  },
  'convicted in the month the limit runs out': {
    facts: { status: 'sentenced', lastConvictionMonth: '2025-11' },
    policy: noneInAYear,
    outcome: 'discuss',
  },
  'convicted before the months': {
    facts: { status: 'sentenced', lastConvictionMonth: '2025-10' },
    policy: noneInAYear,
    outcome: 'eligible',
  },
  'date not known': {
    facts: { status: 'sentenced' },
    policy: noneInAYear,
    outcome: 'discuss',
    missing: ['lastConvictionMonth'],
  },
  'a stated "any" needs no fact': { policy: { convictions: { rule: 'any' } }, outcome: 'eligible' },
  'not stated': { facts: { status: 'sentenced' }, outcome: 'not_applicable' },
})

it('tells an answer from what follows from the sentence', () => {
  const known = (facts: object) => convictionsRule.describeFact(PersonFacts.parse(facts))
  expect(known({ status: 'sentenced' })).toBe('A sentence is being served, so not yet spent')
  expect(known({ status: 'sentenced', unspentConviction: 'yes' })).toBe('Unspent conviction')
  expect(known({ status: 'remand' })).toBe('Not known')
})
