import { expect, it } from 'vitest'
import { decideEligibility } from '../eligibility/decide'
import { PersonFacts } from '../eligibility/facts'
import { Policy } from '../eligibility/policy'
import { aService } from '@tests/support/rule-rows'
import { toDiscuss } from './what-else.server'

function named(facts: object) {
  const policy = Policy.parse({ sex: 'mixed' })
  return toDiscuss(
    decideEligibility(PersonFacts.parse(facts), policy, aService(), new Date('2026-11-26T12:00:00Z')),
  )
}

it('names what is not known, and never the sex of somebody whose sex is', () => {
  expect(named({ sex: 'female' })).toContain('A women-only place')
  expect(named({ sex: 'female' })).not.toContain('Sex')
})
