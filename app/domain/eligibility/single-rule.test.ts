import { describe, expect, it } from 'vitest'
import type { Criterion, DecidedAnswer, Outcome } from './decision'
import { weigh } from './decide'
import { closestObstacle } from './single-rule'

function answer(criterion: Criterion, outcome: Outcome): DecidedAnswer {
  return {
    criterion,
    title: criterion,
    outcome,
    tier: 1,
    reason: '',
    knownTier: 1,
    known: '',
    policy: '',
    missing: [],
  }
}

function service(serviceId: string, against: Criterion[], discussed: Criterion[] = []) {
  const answers = [
    ...against.map(criterion => answer(criterion, 'not_eligible')),
    ...discussed.map(criterion => answer(criterion, 'discuss')),
    ...(against.includes('sex') ? [] : [answer('sex', 'eligible')]),
  ]
  return { serviceId, decision: weigh(answers) }
}

describe('the single rule that stands in the way', () => {
  it('is the one most of the services with nothing else against them share', () => {
    const found = closestObstacle([
      service('a', ['arson']),
      service('b', ['people_from_prison']),
      service('c', ['arson']),
      service('d', ['people_from_prison', 'age']),
      service('e', ['people_from_prison', 'nrpf']),
    ])
    expect(found).toEqual({
      criterion: 'arson',
      title: 'arson',
      alone: true,
      serviceCount: 2,
      serviceIds: ['a', 'c'],
    })
  })

  it('says where it does not stand alone', () => {
    const found = closestObstacle([service('a', ['arson', 'age']), service('b', ['arson', 'nrpf', 'pets'])])
    expect(found).toMatchObject({ criterion: 'age', alone: false, serviceIds: ['a'] })
  })

  it('goes by the order of the table in a tie', () => {
    expect(closestObstacle([service('a', ['pets']), service('b', ['age'])])?.criterion).toBe('age')
  })

  it('names what needs a conversation only where nothing refuses', () => {
    const talk = service('a', [], ['people_from_prison'])
    expect(closestObstacle([talk, service('b', ['arson'])])?.criterion).toBe('arson')
    expect(closestObstacle([talk])?.criterion).toBe('people_from_prison')
  })

  it('is never the sex: services for the other sex are not close', () => {
    const forMen = service('m', ['sex'])
    expect(closestObstacle([forMen, service('a', ['arson', 'age'])])?.criterion).toBe('age')
    expect(closestObstacle([forMen])).toBeNull()
  })

  it('is none where a service is eligible, or none was found', () => {
    expect(closestObstacle([service('a', []), service('b', ['arson'])])).toBeNull()
    expect(closestObstacle([])).toBeNull()
  })
})
