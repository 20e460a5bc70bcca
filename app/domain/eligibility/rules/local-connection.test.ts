import { expect, it } from 'vitest'
import { decides } from '@tests/support/rule-rows'
import { PersonFacts } from '../facts'
import { localConnectionRule } from './local-connection'

const here = [{ authority: 'E08000021', ground: 'family' as const }]
const away = [{ authority: 'E06000001', ground: 'lived_there' as const }]
const EXCEPTION = 'No local connection, but an exception may apply: ask them to consider it'
const required = { localConnection: 'required' } as const
const elsewhere = { localConnection: 'must_come_from_elsewhere' } as const

decides(localConnectionRule, {
  'required and confirmed none': {
    facts: { localConnection: [] },
    policy: required,
    outcome: 'not_eligible',
    reason: 'Needs a local connection to their area, and there is none',
    tier: 2,
  },
  'required and one to another area': {
    facts: { localConnection: away },
    policy: required,
    outcome: 'not_eligible',
  },
  'required and one here': {
    facts: { localConnection: here },
    policy: required,
    outcome: 'eligible',
    reason: 'Has a local connection to their area',
  },
  'required and not known': { policy: required, outcome: 'discuss', missing: ['localConnection'] },
  'none, but current abuse': {
    facts: { localConnection: [], abuse: 'current' },
    policy: required,
    outcome: 'discuss',
    reason: EXCEPTION,
    tier: 3,
  },
  'none, but past abuse': {
    facts: { localConnection: [], abuse: 'past' },
    policy: required,
    outcome: 'discuss',
    reason: EXCEPTION,
    tier: 3,
  },
  'none, but fleeing violence': {
    facts: { localConnection: [], fleeingViolence: 'yes' },
    policy: required,
    outcome: 'discuss',
    reason: EXCEPTION,
    tier: 3,
  },
  'none, but a care leaver: the same words, so that they tell nothing apart': {
    facts: { localConnection: [], careLeaver: 'yes' },
    policy: required,
    outcome: 'discuss',
    reason: EXCEPTION,
    tier: 3,
  },
  preferred: {
    facts: { localConnection: [] },
    policy: { localConnection: 'preferred' },
    outcome: 'eligible',
  },
  'not needed': {
    policy: { localConnection: 'none' },
    outcome: 'eligible',
    reason: 'No local connection needed',
    tier: 1,
  },
  'must come from elsewhere and does': {
    facts: { homeAuthority: 'E06000001', localConnection: [] },
    policy: elsewhere,
    outcome: 'eligible',
    reason: 'Comes from elsewhere, as they ask',
  },
  'must come from elsewhere and is from outside the region': {
    facts: { homeAuthority: 'outside_region', localConnection: [] },
    policy: elsewhere,
    outcome: 'eligible',
  },
  'must come from elsewhere and lives here': {
    facts: { homeAuthority: 'E08000021' },
    policy: elsewhere,
    outcome: 'not_eligible',
    reason: 'From their area, and they take people from elsewhere',
  },
  'must come from elsewhere and has ties here': {
    facts: { homeAuthority: 'E06000001', localConnection: here },
    policy: elsewhere,
    outcome: 'discuss',
  },
  'must come from elsewhere, nothing known': {
    policy: elsewhere,
    outcome: 'discuss',
    missing: ['homeAuthority', 'localConnection'],
  },
  'must come from elsewhere, home not known, ties here': {
    facts: { localConnection: here },
    policy: elsewhere,
    outcome: 'discuss',
    reason: 'Has ties to their area, and they take people from elsewhere',
  },
  'not stated': { facts: { localConnection: [] }, outcome: 'not_applicable' },
})

it('says which areas there is a connection to, so that one to another area is not taken for one to theirs', () => {
  const known = (localConnection: typeof away | null) =>
    localConnectionRule.describeFact(PersonFacts.parse({ localConnection }))
  expect(known(away)).toBe('To Hartlepool')
  expect(known([])).toBe('None')
  expect(known(null)).toBe('Not known')
})
