import { describe, expect, it } from 'vitest'
import { randomFacts, randomFrom, randomPolicy, randomService } from '@tests/factories/eligibility-worlds'
import { decisionsFor } from './decide'
import { PersonFacts } from './facts'
import { Policy } from './policy'
import { passes, type PolicyField, policyValues } from './policy-filter'
import { prefilters } from './prefilter'

const SEED = 20261122
const PEOPLE = 150
const POLICIES = 80
const NOW = new Date('2026-11-22T12:00:00Z')

describe('what a search filters by before deciding', () => {
  it(`drops only what the decision refuses: ${PEOPLE * POLICIES} random pairs (seed ${SEED})`, () => {
    const random = randomFrom(SEED)
    const services = Array.from({ length: POLICIES }, (_, index) => {
      const policy = randomPolicy(random)
      return { policy, values: policyValues(policy), service: randomService(random, `service-${index}`) }
    })
    const used = new Set<PolicyField>()
    const wronglyDropped: unknown[] = []
    for (let person = 0; person < PEOPLE; person += 1) {
      const facts = randomFacts(random)
      const decide = decisionsFor(facts, NOW)
      const filters = prefilters(facts)
      for (const { policy, values, service } of services) {
        const failed = filters.filter(filter => !passes(filter, values))
        failed.forEach(filter => used.add(filter.field))
        if (failed.length > 0 && decide(policy, service).outcome !== 'not_eligible')
          wronglyDropped.push({ facts, policy, failed })
      }
    }
    expect(wronglyDropped).toEqual([])
    expect([...used].sort()).toEqual(Object.keys(policyValues(Policy.parse({}))).sort())
  })

  it('keeps a service that states nothing, whoever asks', () => {
    const random = randomFrom(SEED)
    const blank = policyValues(Policy.parse({}))
    const filters = Array.from({ length: PEOPLE }, () => prefilters(randomFacts(random))).flat()
    expect(filters.filter(filter => !passes(filter, blank))).toEqual([])
  })

  it('asks of a person nobody knows anything about only that the service takes people from prison', () => {
    expect(prefilters(PersonFacts.parse({}))).toEqual([{ field: 'peopleFromPrison', isNot: ['no'] }])
  })

  it('is written from the facts', () => {
    const facts = PersonFacts.parse({
      sex: 'female',
      ageAtRelease: { min: 34, max: 34 },
      arson: 'conviction',
    })
    expect(prefilters(facts)).toEqual([
      { field: 'sex', isNot: ['men'] },
      { field: 'ageMin', atMost: 34 },
      { field: 'ageMax', atLeast: 34 },
      { field: 'peopleFromPrison', isNot: ['no'] },
      { field: 'arson', isNot: ['never'] },
    ])
  })
})
