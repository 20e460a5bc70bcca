import { describe, expect, it } from 'vitest'
import {
  FACT_VALUES,
  randomFacts,
  randomFrom,
  randomPolicy,
  randomService,
} from '@tests/factories/eligibility-worlds'
import { aService, TODAY } from '@tests/support/rule-rows'
import { type FactField, PersonFacts } from './facts'
import { Policy } from './policy'
import type { Rule } from './rule'
import { RULES } from './rules'
import type { ServiceFacts } from './service-facts'

const SEED = 90210
const WORLDS = 400
const BLANK = PersonFacts.parse({})

interface World {
  facts: PersonFacts
  policy: Policy
  service: ServiceFacts
}

describe('the table of rules', () => {
  it('names each criterion once', () => {
    const criteria = RULES.map(rule => rule.criterion)
    expect(criteria).toEqual([
      'sex',
      'age',
      'people_from_prison',
      'convictions',
      'arson',
      'sexual_offence',
      'offences_against_children',
      'domestic_abuse_perpetrator',
      'violence',
      'rosh',
      'substances',
      'injecting',
      'nrpf',
      'children',
      'pregnancy',
      'couple',
      'pets',
      'access',
      'local_connection',
      'area_and_licence',
      'only_for',
      'money',
      'curfew',
      'support_level',
    ])
  })

  it('refuses nobody where a service has stated nothing', () => {
    const random = randomFrom(SEED)
    for (let world = 0; world < WORLDS; world += 1) {
      const facts = { ...randomFacts(random), licenceExclusions: [] }
      const refusing = RULES.filter(
        rule => rule.decide(facts, Policy.parse({}), aService(), TODAY).outcome === 'not_eligible',
      )
      expect(refusing.map(rule => rule.criterion)).toEqual([])
    }
  })

  it(`never answers an unknown better than some answer to it would be (seed ${SEED})`, () => {
    const wrong = worlds().flatMap(world =>
      RULES.flatMap(rule =>
        rule.unknowns.filter(field => isTooKind(rule, field, world)).map(field => [rule.criterion, field]),
      ),
    )
    expect(wrong).toEqual([])
  })

  it(`calls missing only what a favourable answer settles (seed ${SEED})`, () => {
    const discussed = worlds().flatMap(world =>
      RULES.map(rule => ({ rule, world, ...rule.decide(world.facts, world.policy, world.service, TODAY) })),
    )
    const waiting = discussed.filter(({ missing = [] }) => missing.length > 0)
    expect(waiting.length).toBeGreaterThan(WORLDS)
    const wrong = waiting.filter(({ rule, world, outcome, missing = [] }) => {
      const isListed = missing.every(field => rule.unknowns.includes(field))
      return outcome !== 'discuss' || !isListed || !isSettledBySome(rule, missing, world)
    })
    expect(wrong.map(({ rule, reason }) => [rule.criterion, reason])).toEqual([])
  })
})

function worlds(): World[] {
  const random = randomFrom(SEED)
  return Array.from({ length: WORLDS }, (_, index) => ({
    facts: randomFacts(random),
    policy: randomPolicy(random),
    service: randomService(random, `service-${index}`),
  }))
}

function isTooKind(rule: Rule, field: FactField, world: World): boolean {
  const unknown = { ...world.facts, [field]: BLANK[field] }
  if (!isAsked(field, unknown) || !isFine(rule, { ...world, facts: unknown })) return false
  return answersTo(field).some(answer => !isFine(rule, { ...world, facts: { ...unknown, ...answer } }))
}

function isSettledBySome(rule: Rule, missing: readonly FactField[], world: World): boolean {
  return allAnswersTo(missing).some(answers =>
    isFine(rule, { ...world, facts: { ...world.facts, ...answers } }),
  )
}

function isFine(rule: Rule, { facts, policy, service }: World): boolean {
  const { outcome } = rule.decide(facts, policy, service, TODAY)
  return outcome === 'eligible' || outcome === 'not_applicable'
}

/** Men are not asked whether they need women-only; custody says more of a conviction than a blank does. */
function isAsked(field: FactField, facts: PersonFacts): boolean {
  if (field === 'needsWomenOnly') return facts.sex !== 'male'
  return field !== 'status'
}

function answersTo(field: FactField): Partial<PersonFacts>[] {
  return FACT_VALUES[field].map(value => ({ [field]: value }))
}

function allAnswersTo(fields: readonly FactField[]): Partial<PersonFacts>[] {
  return fields.reduce<Partial<PersonFacts>[]>(
    (sets, field) => sets.flatMap(set => answersTo(field).map(answer => ({ ...set, ...answer }))),
    [{}],
  )
}
