import { expect, it } from 'vitest'
import { PersonFacts } from '../facts'
import { Policy } from '../policy'
import { aService, decides } from '@tests/support/rule-rows'
import { arsonRule } from './arson'

const stance = (rule: 'any' | 'case_by_case' | 'never') => ({ arson: { rule } })
const afterFive = { arson: { rule: 'after_years', years: 5 } } as const

decides(arsonRule, {
  'never and a conviction': {
    facts: { arson: 'conviction' },
    policy: stance('never'),
    outcome: 'not_eligible',
    reason: 'Does not take people with a conviction for arson',
    tier: 1,
  },
  'never and a concern': {
    facts: { arson: 'concern' },
    policy: stance('never'),
    outcome: 'discuss',
    reason: 'A concern about arson, no conviction: talk it over',
  },
  'never and not known': {
    policy: stance('never'),
    outcome: 'discuss',
    reason: 'Arson: not known whether there is any',
    missing: ['arson'],
  },
  'never and none': {
    facts: { arson: 'none' },
    policy: stance('never'),
    outcome: 'eligible',
    reason: 'Arson: none recorded',
  },
  'case by case and a conviction': {
    facts: { arson: 'conviction' },
    policy: stance('case_by_case'),
    outcome: 'discuss',
    reason: 'A conviction for arson: they decide case by case',
  },
  'any and a conviction': {
    facts: { arson: 'conviction' },
    policy: stance('any'),
    outcome: 'eligible',
    reason: 'Takes people with any history of arson',
  },
  'any and not known': { policy: stance('any'), outcome: 'eligible' },
  'any and none': { facts: { arson: 'none' }, policy: stance('any'), outcome: 'not_applicable' },
  'years past': {
    facts: { arson: 'conviction', arsonYear: 2020 },
    policy: afterFive,
    outcome: 'eligible',
    reason: 'Convicted of arson in 2020: more than 5 years ago',
    tier: 3,
  },
  'inside the years': {
    facts: { arson: 'conviction', arsonYear: 2023 },
    policy: afterFive,
    outcome: 'discuss',
    reason: 'Convicted of arson in 2023: they take people 5 years after',
    tier: 3,
  },
  'in the year the limit runs out': {
    facts: { arson: 'conviction', arsonYear: 2021 },
    policy: afterFive,
    outcome: 'discuss',
  },
  'years stated, year not known': {
    facts: { arson: 'conviction' },
    policy: afterFive,
    outcome: 'discuss',
    missing: ['arsonYear'],
    tier: 1,
  },
  'years stated and a concern': { facts: { arson: 'concern' }, policy: afterFive, outcome: 'discuss' },
  'years stated and none': { facts: { arson: 'none' }, policy: afterFive, outcome: 'eligible' },
  'not stated and a conviction': {
    facts: { arson: 'conviction' },
    outcome: 'discuss',
    reason: 'They do not say whether they take people with a history of arson: ask',
  },
  'not stated and not known': { outcome: 'discuss', missing: ['arson'] },
  'not stated and none': { facts: { arson: 'none' }, outcome: 'not_applicable' },
})

it('says the policy in full and of the person the band alone', () => {
  expect(arsonRule.describePolicy(Policy.parse(stance('case_by_case')), aService())).toBe(
    'Arson: case by case',
  )
  expect(arsonRule.describePolicy(Policy.parse(afterFive), aService())).toBe('Arson: after 5 years')
  expect(arsonRule.describeFact(PersonFacts.parse({ arson: 'none' }))).toBe('None recorded')
  expect(arsonRule.describeFact(PersonFacts.parse({ arson: 'conviction', arsonYear: 2023 }))).toBe(
    'Conviction',
  )
})
