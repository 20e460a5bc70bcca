import { describe } from 'vitest'
import { decides } from '@tests/support/rule-rows'
import { domesticAbusePerpetratorRule } from './domestic-abuse-perpetrator'
import { offencesAgainstChildrenRule } from './offences-against-children'
import { sexualOffenceRule } from './sexual-offence'

describe('sexual offence', () => {
  decides(sexualOffenceRule, {
    'never and a conviction': {
      facts: { sexualOffence: 'conviction' },
      policy: { sexualOffence: 'never' },
      outcome: 'not_eligible',
      reason: 'Does not take people with a conviction for sexual offences',
      tier: 1,
    },
    'never and a concern': {
      facts: { sexualOffence: 'concern' },
      policy: { sexualOffence: 'never' },
      outcome: 'discuss',
    },
    'never and not known': {
      policy: { sexualOffence: 'never' },
      outcome: 'discuss',
      missing: ['sexualOffence'],
    },
    'never and none': {
      facts: { sexualOffence: 'none' },
      policy: { sexualOffence: 'never' },
      outcome: 'eligible',
      reason: 'Sexual offences: none recorded',
    },
    'case by case and a conviction': {
      facts: { sexualOffence: 'conviction' },
      policy: { sexualOffence: 'case_by_case' },
      outcome: 'discuss',
    },
    'any and not known': { policy: { sexualOffence: 'any' }, outcome: 'eligible' },
    'not stated and a conviction': { facts: { sexualOffence: 'conviction' }, outcome: 'discuss' },
    'not stated and none': { facts: { sexualOffence: 'none' }, outcome: 'not_applicable' },
  })
})

describe('offences against children', () => {
  decides(offencesAgainstChildrenRule, {
    'never and a conviction': {
      facts: { offencesAgainstChildren: 'conviction' },
      policy: { offencesAgainstChildren: 'never' },
      outcome: 'not_eligible',
      reason: 'Does not take people with a conviction for offences against children',
      tier: 1,
    },
    'case by case and none': {
      facts: { offencesAgainstChildren: 'none' },
      policy: { offencesAgainstChildren: 'case_by_case' },
      outcome: 'eligible',
      reason: 'Offences against children: none recorded',
    },
    'case by case and not known': {
      policy: { offencesAgainstChildren: 'case_by_case' },
      outcome: 'discuss',
      missing: ['offencesAgainstChildren'],
    },
  })
})

describe('perpetrator of domestic abuse', () => {
  decides(domesticAbusePerpetratorRule, {
    'never and a conviction': {
      facts: { domesticAbusePerpetrator: 'conviction' },
      policy: { domesticAbusePerpetrator: 'never' },
      outcome: 'not_eligible',
      tier: 3,
    },
    'never and a concern': {
      facts: { domesticAbusePerpetrator: 'concern' },
      policy: { domesticAbusePerpetrator: 'never' },
      outcome: 'discuss',
      reason: 'A concern about domestic abuse as perpetrator, no conviction: talk it over',
      tier: 3,
    },
    'never and none': {
      facts: { domesticAbusePerpetrator: 'none' },
      policy: { domesticAbusePerpetrator: 'never' },
      outcome: 'eligible',
    },
  })
})
