import { describe, expect, it } from 'vitest'
import { PersonFacts } from '../../eligibility/facts'
import { missingAnswers } from './missing-answers'

function task(topic: string, facts: object) {
  return missingAnswers(PersonFacts.parse(facts)).find(each => each.topic === topic)
}

describe('what is missing for what', () => {
  it('names every answer of a topic nobody has given, and the criteria that wait', () => {
    expect(task('money', {})).toEqual({
      topic: 'money',
      title: 'Money and status',
      asked: 4,
      missing: ['funding', 'canPayCharge', 'recourse', 'arrearsPence'],
      neededFor: [
        'How the rent is paid',
        'Can pay the service charge',
        'Recourse to public funds',
        'Rent arrears',
      ],
    })
  })

  it('does not ask for the children of somebody who has none', () => {
    expect(task('household', { childrenPlan: 'none' })?.missing).not.toContain('children')
    expect(task('household', { childrenPlan: 'live_in' })?.missing).toContain('children')
  })

  it.each([
    [{ childrenPlan: 'none', pregnancy: 'no' }, false],
    [{ childrenPlan: 'none' }, false],
    [{ childrenPlan: 'none', pregnancy: 'yes' }, true],
    [{ childrenPlan: 'live_in', pregnancy: 'no' }, true],
    [{}, true],
    [{ childrenPlan: 'none', pregnancy: 'yes', contactPermitted: 'no' }, false],
  ])('waits for contact with children of whoever has or expects one: %j, %s', (facts, isMissing) => {
    expect(task('household', facts)?.missing.includes('contactPermitted')).toBe(isMissing)
  })

  it('takes an empty list and an answer not said for answers', () => {
    expect(
      task('safety', {
        needsWomenOnly: 'prefer_not_to_say',
        abuse: 'none',
        fleeingViolence: 'no',
        avoid: { authorities: [], serviceIds: [] },
      })?.missing,
    ).toEqual([])
    expect(
      task('areas', { localConnection: [], licenceExclusions: [], licenceKeepAwayFrom: [] })?.missing,
    ).toEqual([])
  })

  it('waits for what to avoid until somebody asked', () => {
    const answered = { needsWomenOnly: 'no', abuse: 'none', fleeingViolence: 'no' }
    expect(task('safety', answered)).toMatchObject({ asked: 4, missing: ['avoid'], neededFor: [] })
    expect(task('safety', { sex: 'female' })?.neededFor).toContain('A women-only place')
    expect(task('safety', { sex: 'female' })?.neededFor).not.toContain('Sex')
  })

  it('counts only what can be missing: three of three, where no area is preferred', () => {
    const missing = ['localConnection', 'licenceExclusions', 'licenceKeepAwayFrom']
    expect(task('areas', {})).toMatchObject({ asked: 3, missing })
  })
})
