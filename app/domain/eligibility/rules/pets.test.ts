import { decides } from '@tests/support/rule-rows'
import { petsRule } from './pets'

decides(petsRule, {
  'no and a dog': {
    facts: { pets: 'dog' },
    policy: { pets: 'no' },
    outcome: 'not_eligible',
    reason: 'Does not take pets',
  },
  'assistance only and a cat': {
    facts: { pets: 'cat' },
    policy: { pets: 'assistance_only' },
    outcome: 'not_eligible',
    reason: 'Takes assistance dogs only',
  },
  'no and a dog that could be fostered': {
    facts: { pets: 'dog', petCouldBeFostered: true },
    policy: { pets: 'no' },
    outcome: 'discuss',
    reason: 'They do not take pets: fostering may be possible',
  },
  'no and an assistance dog': {
    facts: { pets: 'assistance_dog' },
    policy: { pets: 'no' },
    outcome: 'discuss',
    reason: 'An assistance dog is no pet, and is not refused as one: tell them',
  },
  'pets taken and an assistance dog': {
    facts: { pets: 'assistance_dog' },
    policy: { pets: 'yes' },
    outcome: 'eligible',
    reason: 'Takes assistance dogs',
  },
  'not stated and an assistance dog': {
    facts: { pets: 'assistance_dog' },
    outcome: 'discuss',
    reason: 'An assistance dog is no pet, and is not refused as one: tell them',
  },
  'assistance only and an assistance dog': {
    facts: { pets: 'assistance_dog' },
    policy: { pets: 'assistance_only' },
    outcome: 'eligible',
  },
  'yes needs no fact': { policy: { pets: 'yes' }, outcome: 'eligible', reason: 'Takes pets' },
  'not known': { policy: { pets: 'no' }, outcome: 'discuss', missing: ['pets'] },
  'not stated and a dog': { facts: { pets: 'dog' }, outcome: 'discuss' },
  'no pet': { facts: { pets: 'none' }, policy: { pets: 'no' }, outcome: 'not_applicable' },
})
