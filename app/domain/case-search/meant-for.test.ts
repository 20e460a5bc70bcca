import { describe, expect, it } from 'vitest'
import { PersonFacts } from '../eligibility/facts'
import { Policy } from '../eligibility/policy'
import { isMadeForOthers, madeForHer, MEANT_ROWS } from './meant-for'

interface Expected {
  facts: object
  kind?: string
  supportLevel?: string
  policy?: object
  is: 'hers' | 'others' | 'anybody'
}

const AGED = (age: number) => ({ ageAtRelease: { min: age, max: age } })

/** By the name of the row each is about: a row without an expectation of both kinds fails below. */
const EXPECTED: Record<string, Expected[]> = {
  recovery: [
    { kind: 'recovery_house', facts: { substances: 'recovery' }, is: 'hers' },
    { kind: 'recovery_house', facts: { substances: 'ost' }, is: 'hers' },
    { kind: 'recovery_house', facts: { substances: 'none' }, is: 'others' },
    { kind: 'recovery_house', facts: { substances: 'active' }, is: 'anybody' },
    { kind: 'recovery_house', facts: {}, is: 'anybody' },
    { kind: 'supported_housing', facts: { substances: 'recovery' }, is: 'anybody' },
  ],
  group: [
    { policy: { onlyFor: ['veterans', 'care_leavers'] }, facts: { careLeaver: 'yes' }, is: 'hers' },
    { policy: { onlyFor: ['veterans'] }, facts: { veteran: 'no' }, is: 'others' },
    { policy: { onlyFor: ['veterans'] }, facts: {}, is: 'anybody' },
    { policy: { onlyFor: [] }, facts: { veteran: 'no' }, is: 'anybody' },
  ],
  abuse: [
    { kind: 'refuge', facts: { abuse: 'current' }, is: 'hers' },
    { kind: 'refuge', facts: { abuse: 'none', fleeingViolence: 'yes' }, is: 'hers' },
    { kind: 'refuge', facts: { abuse: 'none', fleeingViolence: 'no' }, is: 'others' },
    { kind: 'refuge', facts: { abuse: 'prefer_not_to_say', fleeingViolence: 'no' }, is: 'anybody' },
  ],
  young: [
    { kind: 'young_people', facts: AGED(22), is: 'hers' },
    { kind: 'young_people', facts: AGED(34), is: 'others' },
    { kind: 'young_people', policy: { ageMax: 21 }, facts: AGED(22), is: 'others' },
    { kind: 'young_people', facts: { ageAtRelease: { min: 25, max: 26 } }, is: 'anybody' },
    { kind: 'supported_housing', policy: { ageMax: 25 }, facts: AGED(22), is: 'hers' },
    { kind: 'supported_housing', policy: { ageMax: 65 }, facts: AGED(22), is: 'anybody' },
  ],
  parents: [
    { kind: 'young_parents', facts: { childrenPlan: 'live_in' }, is: 'hers' },
    { kind: 'family_support', facts: { childrenPlan: 'visits', pregnancy: 'no' }, is: 'anybody' },
    { kind: 'parenting_programme', facts: { childrenPlan: 'none', pregnancy: 'no' }, is: 'others' },
    { kind: 'parenting_programme', facts: { childrenPlan: 'none', pregnancy: 'yes' }, is: 'hers' },
  ],
  children: [
    { policy: { children: { rule: 'live_in' } }, facts: { childrenPlan: 'live_in' }, is: 'hers' },
    { policy: { children: { rule: 'live_in' } }, facts: { childrenPlan: 'none' }, is: 'anybody' },
    { policy: { children: { rule: 'visits_only' } }, facts: { childrenPlan: 'live_in' }, is: 'anybody' },
  ],
  support: [
    { kind: 'housing_first', facts: { supportNeed: 'high' }, is: 'hers' },
    { kind: 'housing_first', facts: { supportNeed: 'low' }, is: 'others' },
    { supportLevel: 'high', facts: { supportNeed: 'high' }, is: 'hers' },
    { supportLevel: 'high', facts: { supportNeed: 'low' }, is: 'anybody' },
  ],
  pet: [
    { policy: { pets: 'yes' }, facts: { pets: 'dog' }, is: 'hers' },
    { policy: { pets: 'yes' }, facts: { pets: 'none' }, is: 'anybody' },
    { policy: { pets: 'assistance_only' }, facts: { pets: 'dog' }, is: 'anybody' },
  ],
}

function service({ kind = 'supported_housing', supportLevel, policy = {} }: Expected) {
  return { kind, supportLevel: supportLevel ?? null, policy: Policy.parse(policy) }
}

describe('whom a service is made for', () => {
  for (const row of MEANT_ROWS) {
    const expected = EXPECTED[row.name] ?? []
    it(`${row.name} is expected to be hers of somebody`, () => {
      expect(expected.some(({ is }) => is === 'hers')).toBe(true)
    })
    it.each(expected)(`${row.name}: %o`, each => {
      expect(row.of(service(each), PersonFacts.parse(each.facts))).toBe(each.is)
    })
  }

  it('is somebody else as soon as one thing is', () => {
    const house = service({
      kind: 'young_parents',
      facts: {},
      is: 'hers',
      policy: { children: { rule: 'live_in' } },
    })
    const mother = PersonFacts.parse({ childrenPlan: 'live_in', ...AGED(34) })
    expect(madeForHer(house, mother).map(row => row.name)).toEqual(['parents', 'children'])
    expect(isMadeForOthers(house, mother)).toBe(true)
    expect(isMadeForOthers(house, PersonFacts.parse({ childrenPlan: 'live_in', ...AGED(22) }))).toBe(false)
  })
})
